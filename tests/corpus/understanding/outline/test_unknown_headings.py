from corpus.model import Judgement
from tests.corpus.blocks import head, item, para
from tests.corpus.understanding.outlining import place, placements


def test_a_grade_holds_below_its_heading_and_not_beside_it():
    blocks = [
        head("Executive summary", 2),
        head("Leadership, management and governance: inadequate", 3),
        para("A."),
        head("Quality of practice", 3),
        para("B."),
        head("Supervision", 4),
        para("C."),
        head("Voices of children", 3),
        para("D."),
    ]
    judgements = [Judgement("Overall effectiveness", "good", "overall")]
    assert placements("sif", blocks, judgements, "overall") == [
        (blocks[1].text, "leadership", "inadequate", "finding"),
        ("Quality of practice", "overall", "good", "finding"),
        ("Supervision", "overall", "good", "finding"),
        ("Voices of children", "overall", "good", "finding"),
    ]


def test_a_sibling_without_a_heading_above_has_no_grade():
    blocks = [head("Being healthy: good"), para("A."), head("Play"), para("B.")]
    assert placements("slac", blocks)[1] == ("Play", None, None, "finding")


def test_parts_of_recommendations_stay_recommendations_however_large():
    blocks = [
        head("Areas for improvement", 5),
        head("Supervision", 4),
        item("A."),
        head("Thresholds", 4),
        item("B."),
        head("Early help strengths", 5),
        item("C."),
    ]
    placed = place("sif", blocks)
    assert [(p.placement.path, p.placement.kind) for p in placed] == [
        (("Areas for improvement", "Supervision"), "recommendation"),
        (("Areas for improvement", "Thresholds"), "recommendation"),
        (("Early help strengths",), "finding"),
    ]


def test_a_numbered_part_ends_the_numbered_part_before():
    blocks = [
        head("3. Chronology", 2), para("A."), head("4. The voice of the child", 2), para("B."),
        head("7. Recommendations", 2), item("C."), head("Health", 3), item("D."), head("8. Voices", 2), para("E."),
    ]  # fmt: skip
    placed = place("safeguarding-practice-review", blocks)
    assert [(p.placement.path, p.placement.kind) for p in placed] == [
        (("3. Chronology",), "context"),
        (("4. The voice of the child",), "finding"),
        (("7. Recommendations",), "recommendation"),
        (("7. Recommendations", "Health"), "recommendation"),
        (("8. Voices",), "finding"),
    ]
