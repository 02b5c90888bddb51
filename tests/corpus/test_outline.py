import pytest

from corpus.frameworks import FRAMEWORKS
from corpus.model import Judgement
from corpus.outline import Reader
from tests.corpus.blocks import head, item, para, row, running

BY_KEY = {framework.key: framework for framework in FRAMEWORKS}
SENTENCE = "Most plans for children are clear and are reviewed in good time."


def read(key, blocks, judgements=(), home=None):
    """Rows of (text, section, area, grade, kind, timescale) for the paragraphs among blocks."""
    reader = Reader(BY_KEY[key], tuple(judgements), home)
    rows = []
    for standing in reader.read(blocks):
        p = standing.place
        rows.append((standing.block.text, p.section, p.area, p.grade, p.kind, p.timescale))
    return rows


def places(key, blocks, judgements=(), home=None):
    return [entry[1:5] for entry in read(key, blocks, judgements, home)]


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


def test_a_heading_within_a_section_inherits_all_but_its_name():
    blocks = [
        head("The experiences and progress of care leavers: good"),
        head("Housing", 3),
        para("A.", 1),
    ]
    assert places("ilacs", blocks) == [("Housing", "care-leavers", "good", "finding")]


def test_a_past_grade_in_the_text_changes_nothing():
    blocks = [head("The experiences and progress of care leavers: good"), para("Services were inadequate.", 1), para("B.", 2)]  # fmt: skip
    assert [place[2] for place in places("ilacs", blocks)] == ["good", "good"]


def test_recommendations_have_timescales_and_no_grade():
    blocks = [
        head("Overall effectiveness: good"),
        para("A.", 1),
        head("Areas for improvement"),
        para("In order to improve services, leaders should take the following action.", 2),
        head("Immediately:"),
        item("Do this."),
        para("Within three months:"),
        item("Do that."),
        head("Capacity to improve: good"),
        para("B.", 3),
    ]
    assert [row[3:] for row in read("looked-after-2013", blocks)] == [
        ("good", "finding", None),
        (None, "context", None),
        (None, "recommendation", "immediately"),
        (None, "recommendation", "within three months"),
        ("good", "finding", None),
    ]


@pytest.mark.parametrize(
    "text", ["Leaders should:", "The inspection did not find any areas for priority action.", "There are three areas, as follows:"]
)  # fmt: skip
def test_what_leads_in_to_recommendations_is_none(text):
    blocks = [head("Areas for improvement"), para(text), item("Plans should be clear.")]
    assert [place[3] for place in places("sif", blocks)] == ["context", "recommendation"]


def test_an_action_that_goes_on_in_bullets_is_a_recommendation():
    blocks = [
        head("Areas for improvement"),
        para("Leaders should make sure that:"),
        item("plans are clear."),
    ]
    assert [place[3] for place in places("area-send", blocks)] == ["recommendation"] * 2


def test_a_footnotes_mark_is_no_part_of_a_section():
    assert (
        places("ilacs", [head("What needs to improve?¹"), item("A.")])[0][0]
        == "What needs to improve?"
    )


def test_a_letter_begins_after_its_salutation_and_ends_at_its_close():
    blocks = [
        para("Ofsted"),
        para("Ms Ada Marsh, Director of Services, Eastmere Council, who has done a great deal."),
        para("Dear Ms Marsh"),
        head("Focused visit to Eastmere children’s services"),
        para("This letter summarises a focused visit to Eastmere."),
        head("Main findings"),
        item(SENTENCE),
        para("Ofsted will think of this visit when planning the next."),
        para("Yours sincerely"),
        para("Bo Lee, who has written a letter that is long enough to be a sentence."),
    ]
    assert places("focused-visit", blocks, home="care-leavers") == [
        (None, "about", None, "context"),
        ("Main findings", "care-leavers", None, "finding"),
        ("Main findings", "about", None, "context"),
    ]


def test_a_signature_without_a_close_is_no_part_of_a_letter():
    blocks = [
        para("Dear Ms Marsh"),
        head("Main findings"),
        item("A."),
        para("Bo Lee"),
        para("Her Majesty’s Inspector"),
    ]
    assert [entry[0] for entry in read("focused-visit", blocks)] == ["A."]


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


@pytest.mark.parametrize(
    "text",
    [
        "© Crown copyright 2012",
        "Website: www.example.org",
        "This document may be reproduced in whole or in part for any purpose at all.",
        "The Office for Standards in Education, Services and Skills (Ofsted) looks.",
        "Piccadilly Gate",
        "T: 0300 000 0000",
        "Town Hall, High Street, Eastmere EM1 2ZZ",
        "This report is invented.",
        "2",
    ],
)
def test_boilerplate_is_no_paragraph(text):
    blocks = [head("Main findings"), para(SENTENCE), para(text), running(text)]
    assert [entry[0] for entry in read("other", blocks)] == [SENTENCE]


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


def test_inner_headings_stand_within_findings_and_end_recommendations():
    judgements = [Judgement("The Local Safeguarding Children Board", "good", "partnership")]
    blocks = [
        head("The graded judgement for adoption performance is that it is inadequate"),
        head("Inspection findings"),
        para("A."),
        head("The Local Safeguarding Children Board (LSCB)"),
        head("Recommendations"),
        para("B."),
        head("Inspection findings"),
        para("C."),
    ]
    assert places("sif", blocks, judgements) == [
        ("Inspection findings", "adoption", "inadequate", "finding"),
        ("Recommendations", "partnership", None, "recommendation"),
        ("Inspection findings", "partnership", "good", "finding"),
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


def test_the_record_of_findings_is_data_and_gives_no_paragraph():
    blocks = [
        head("Overall effectiveness: good"),
        para("A.", 1),
        head("Record of main findings"),
        head("Services for looked after children"),
        row("Overall effectiveness", "Good"),
        row("Being healthy"),
    ]
    assert [entry[0] for entry in read("looked-after-2013", blocks)] == ["A."]


@pytest.mark.parametrize(
    "line",
    [
        "Immediately:",
        "Within three months:",
        "In the next six months",
        "For immediate action",
        "Over the next year",
        "Within 10 working days:",
        "By the end of 2013:",
        "By September 2012",
    ],
)
def test_a_timescale_is_told_by_its_words(line):
    found = read("slac", [head("Areas for improvement"), para(line), item("A.")])
    assert [entry[5] for entry in found] == [line.rstrip(":").lower()]


def test_what_stands_over_a_timescale_leads_in_to_it():
    blocks = [
        head("Areas for improvement"),
        para("To make plans clearer, the council and its partners should act on these.", 1),
        head("Immediately:"),
        item("A."),
    ]
    assert [place[3] for place in places("slac", blocks)] == ["context", "recommendation"]


def test_the_steps_of_the_scale_of_grades_are_no_paragraphs():
    blocks = [
        head("The inspection judgements and what they mean"),
        para("There are four grades.", 1),
        row("Outstanding (Grade 1)", "Far better than it must be"),
        row("Inadequate", "Worse than it must be"),
        para("Good (Grade 2) Better than it must be"),
        para("in any case"),
    ]
    assert [entry[0] for entry in read("slac", blocks)] == ["There are four grades."]


def test_the_heads_of_tables_are_no_paragraphs():
    blocks = [head("Executive summary"), row("Key judgement", "Judgement grade"), para("A.", 1)]
    assert [entry[0] for entry in read("sif", blocks)] == ["A."]


def test_the_head_of_a_table_of_recommendations_is_none_of_them():
    blocks = [
        head("Areas for priority action"),
        row("Responsible body", "Areas for priority action"),
        para("Leaders should clear the backlog."),
    ]
    assert [entry[0] for entry in read("area-send", blocks)] == [
        "Leaders should clear the backlog."
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


def test_a_judged_heading_of_its_own_ends_the_recommendations():
    blocks = [
        head("Areas for improvement"),
        item("A."),
        head("Play and leisure: good"),
        para("B.", 1),
    ]
    assert [place[2:] for place in places("slac", blocks)] == [
        (None, "recommendation"),
        ("good", "finding"),
    ]


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
