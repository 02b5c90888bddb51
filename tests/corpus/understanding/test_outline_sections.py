from corpus.model import Judgement
from tests.corpus.blocks import head, item, para, row
from tests.corpus.understanding.outlining import places

SENTENCE = "Most plans for children are clear and are reviewed in good time."


def test_a_heading_within_a_section_inherits_all_but_its_name():
    blocks = [
        head("The experiences and progress of care leavers: good"),
        head("Housing", 3),
        para("A.", 1),
    ]
    assert places("ilacs", blocks) == [("Housing", "care-leavers", "good", "finding")]


def test_a_title_is_no_section_though_its_words_name_one():
    blocks = [
        head("Inspection of progress in the provision of safeguarding services in Eastmere"),
        para("Ofsted"),
        head("About the inspection"),
        para("A.", 1),
    ]
    assert places("joint-area-review", blocks) == [
        ("About the inspection", "about", None, "context")
    ]


def test_findings_before_the_first_heading_are_findings_without_section():
    blocks = [
        row("Overall effectiveness", "Good"),
        para("Lead inspector: Ada Marsh"),
        para(SENTENCE),
        head("What needs to improve"),
        item("The clarity of plans."),
    ]
    assert places("ilacs", blocks) == [
        (None, None, None, "finding"),
        ("What needs to improve", None, None, "recommendation"),
    ]


def test_a_known_heading_in_plain_type_is_a_heading():
    blocks = [
        head("Overview"),
        para("A."),
        para("What needs to improve in this area of social work practice"),
        para("Findings were shared with staff."),
        para("Main findings"),
        para("B."),
    ]
    assert [place[::3] for place in places("focused-visit", blocks)] == [
        ("Overview", "finding"),
        ("What needs to improve in this area of social work practice", "recommendation"),
        ("Main findings", "finding"),
    ]


def test_the_first_words_of_an_area_inspection_are_of_the_inspection():
    blocks = [
        para("Dear Ms Marsh"),
        para("Between 10 and 14 June 2019, inspectors came to Eastmere."),
    ]
    assert places("area-send", blocks) == [(None, "about", None, "context")]


def test_a_box_in_the_middle_leaves_its_section_as_it_was():
    blocks = [
        head("Strengths"),
        para("A."),
        head("Practice study: area for improvement", boxed=True),
        para("B.", boxed=True),
        para("C."),
    ]
    assert [place[::3] for place in places("jtai", blocks)] == [
        ("Strengths", "finding"),
        ("Practice study: area for improvement", "recommendation"),
        ("Strengths", "finding"),
    ]


def test_the_board_has_its_own_area_to_the_end_of_its_review():
    judgements = [
        Judgement("Overall effectiveness", "good", "overall"),
        Judgement("The Local Safeguarding Children Board", "inadequate", "partnership"),
    ]
    blocks = [
        head("Executive summary"),
        para("A."),
        head("The Local Safeguarding Children Board (LSCB)"),
        head("Executive summary"),
        para("B."),
        head("Recommendations"),
        para("C.", 1),
        head("Inspection findings – the Local Safeguarding Children Board"),
        para("D.", 2),
    ]
    assert [place[1:3] for place in places("sif", blocks, judgements, "overall")] == [
        ("overall", "good"),
        ("partnership", "inadequate"),
        ("partnership", None),
        ("partnership", "inadequate"),
    ]


def test_the_scale_of_grades_names_its_halves():
    blocks = [
        head("What the inspection judgements mean"),
        head("The local authority"),
        para("A."),
        head("The LSCB"),
        para("B."),
        head("Section 2: The effectiveness of the Local Safeguarding Children Board"),
        para("C."),
    ]
    assert [place[1::2] for place in places("sif", blocks)] == [
        ("about", "context"),
        ("about", "context"),
        ("partnership", "finding"),
    ]


def test_a_box_that_opens_a_known_section_is_that_section():
    blocks = [
        head("Strengths"),
        para("A."),
        head("Next steps", boxed=True),
        para("B.", boxed=True),
        para("C."),
    ]
    assert [place[0] for place in places("jtai", blocks)] == [
        "Strengths",
        "Next steps",
        "Next steps",
    ]


def test_an_unknown_report_keeps_its_headings():
    blocks = [
        head("A survey of libraries", 1),
        head("Recommendations", 2),
        item("Open longer."),
        head("Opening hours", 2),
        para("A."),
        head("Health", 2),
        para("B."),
    ]
    assert places("other", blocks) == [
        ("Recommendations", None, None, "recommendation"),
        ("Opening hours", None, None, "finding"),
        ("Health", "health", None, "finding"),
    ]
