import pytest

from corpus.model import Judgement
from corpus.understanding.outline import Reader
from tests.corpus.blocks import head, para, row
from tests.corpus.understanding.outlining import BY_KEY, places


def test_a_grade_under_run_on_or_beside_a_heading():
    blocks = [
        head("Safeguarding services"),
        head("Overall effectiveness"),
        head("Grade 2 (Good)"),
        para("A.", 1),
        head("Quality of provisionGrade 3 (Adequate)"),
        para("B.", 2),
        row("Partnership working", "Outstanding"),
        para("C.", 3),
        head("Services for looked after children"),
        head("Being healthy"),
        para("Grade 4 (Inadequate)"),
        para("D.", 4),
    ]
    assert places("slac", blocks) == [
        ("Overall effectiveness", "help-and-protection", "good", "finding"),
        ("Quality of provision", "help-and-protection", "adequate", "finding"),
        ("Partnership working", "partnership", "outstanding", "finding"),
        ("Being healthy", "health", "inadequate", "finding"),
    ]


def test_a_grade_only_in_the_table():
    table = [Judgement("The experiences and progress of care leavers", "good", "care-leavers")]
    blocks = [head("The experiences and progress of care leavers"), para("A.", 1)]
    assert places("ilacs", blocks, table) == [
        ("The experiences and progress of care leavers", "care-leavers", "good", "finding")
    ]


def test_a_past_grade_in_the_text_changes_nothing():
    blocks = [head("The experiences and progress of care leavers: good"), para("Services were inadequate.", 1), para("B.", 2)]  # fmt: skip
    assert [place[2] for place in places("ilacs", blocks)] == ["good", "good"]


def test_an_unreadable_grade_is_a_doubt_and_grades_nothing():
    reader = Reader(BY_KEY["slac"], ())
    blocks = [head("Being healthy"), head("Grade 2 (Inadequate)"), para("A.", 1)]
    assert [standing.place.grade for standing in reader.read(blocks)] == [None]
    assert [doubt.kind for doubt in reader.doubts] == ["grade-unreadable"]


@pytest.mark.parametrize(
    "blocks",
    [
        [head("Being healthy: inadequate"), para("A.", 1)],
        [head("Being healthy"), para("Grade 4 (Inadequate)"), para("A.", 1)],
        [head("Being healthy"), para("Inadequate"), para("A.", 1)],
    ],
    ids=["in the heading", "under it", "a word under it"],
)
def test_a_heading_that_contradicts_the_table_counts_and_is_a_doubt(blocks):
    reader = Reader(BY_KEY["slac"], (Judgement("Being healthy", "good", None),))
    assert [standing.place.grade for standing in reader.read(blocks)] == ["inadequate"]
    assert [(doubt.kind, doubt.page) for doubt in reader.doubts] == [("grade-conflict", 1)]
