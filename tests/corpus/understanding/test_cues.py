import pytest

from corpus.model import Judgement
from tests.corpus.blocks import head, item, para, row
from tests.corpus.understanding.outlining import outline, placements


def test_a_known_heading_in_plain_type_is_a_heading():
    blocks = [
        head("Overview"),
        para("A."),
        para("What needs to improve in this area of social work practice"),
        para("Findings were shared with staff."),
        para("Main findings"),
        para("B."),
    ]
    assert [row[::3] for row in placements("focused-visit", blocks)] == [
        ("Overview", "finding"),
        ("What needs to improve in this area of social work practice", "recommendation"),
        ("Main findings", "finding"),
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        (para("Recommendations", number=4), "Recommendations"),
        (para("4. Recommendations"), "4. Recommendations"),
        (para("2.3 Recommendations"), "2.3 Recommendations"),
    ],
)
def test_a_known_heading_in_plain_type_may_have_a_number(heading, section):
    blocks = [head("Analysis"), para("A."), heading, para("Staff should listen.")]
    read = placements("safeguarding-practice-review", blocks)
    assert read[1][::3] == (section, "recommendation")


def test_the_first_words_of_an_area_inspection_are_of_the_inspection():
    blocks = [
        para("Dear Ms Marsh"),
        para("Between 10 and 14 June 2019, inspectors came to Eastmere."),
    ]
    assert placements("area-send", blocks) == [(None, "about", None, "context")]


@pytest.mark.parametrize(
    "text", ["Leaders should:", "The inspection did not find any areas for priority action.", "There are three areas, as follows:", "Because of this we have made two recommendations to the board."]
)  # fmt: skip
def test_what_leads_in_to_recommendations_is_none(text):
    blocks = [head("Areas for improvement"), para(text), item("Plans should be clear.")]
    assert [row[3] for row in placements("sif", blocks)] == ["context", "recommendation"]


@pytest.mark.parametrize(
    "text",
    [
        "It is Ofsted’s expectation that all children receive good help.",
        "The judgements on areas of the service that make the overall one are:",
        "We have notified the DfE of the areas for priority action.",
        "The DfE has been notified of the outcome of this visit.",
        "The Department for Education (DfE) will be informed.",
        "Ofsted’s next visit is in autumn.",
        "We will share our findings with the DfE.",
        "Please note that this letter is public.",
        "A further monitoring visit is planned for autumn.",
        "You should submit an action plan within 70 days.",
        "A monitoring inspection will be carried out in 18 months.",
        "The full reinspection will be in three years.",
    ],
)
def test_what_is_of_the_inspection_is_context_and_has_no_grade(text):
    blocks = [head("Overall effectiveness: good"), para(text), para("Plans are clear.")]
    assert [row[1:] for row in placements("slac", blocks)] == [
        ("about", None, "context"),
        (None, "good", "finding"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Managers have notified Ofsted of each incident.",
        "It is the expectation of leaders that plans are clear.",
        "A monitoring visit in March found weaknesses.",
        "We will see our social worker again, children say.",
        "The Department for Education has written to carers.",
    ],
)
def test_what_only_mentions_the_inspection_is_a_finding(text):
    blocks = [head("Overall effectiveness: good"), para(text)]
    assert placements("slac", blocks)[0][2:] == ("good", "finding")


def test_an_action_that_goes_on_in_bullets_is_a_recommendation():
    blocks = [
        head("Areas for improvement"),
        para("Leaders should make sure that:"),
        item("plans are clear."),
    ]
    assert [row[3] for row in placements("area-send", blocks)] == ["recommendation"] * 2


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
        "By 31 August 2031:",
    ],
)
def test_a_timescale_is_told_by_its_words(line):
    rows = outline("slac", [head("Areas for improvement"), para(line), item("A.")])
    assert [row[5] for row in rows] == [line.rstrip(":").lower()]


def test_what_stands_over_a_timescale_leads_in_to_it():
    blocks = [
        head("Areas for improvement"),
        para("To make plans clearer, the council and its partners should act on these.", 1),
        head("Immediately:"),
        item("A."),
    ]
    assert [row[3] for row in placements("slac", blocks)] == ["context", "recommendation"]


def test_the_head_of_a_table_of_recommendations_is_none_of_them():
    blocks = [
        head("Areas for priority action"),
        row("Responsible body", "Areas for priority action"),
        para("Leaders should clear the backlog."),
    ]
    assert [row[0] for row in outline("area-send", blocks)] == ["Leaders should clear the backlog."]


def test_the_steps_of_the_scale_of_grades_are_no_paragraphs():
    blocks = [
        head("The inspection judgements and what they mean"),
        para("There are four grades.", 1),
        row("Outstanding (Grade 1)", "Far better than it must be"),
        row("Inadequate", "Worse than it must be"),
        para("Good (Grade 2) Better than it must be"),
        para("in any case"),
    ]
    assert [row[0] for row in outline("slac", blocks)] == ["There are four grades."]


def test_the_heads_of_tables_are_no_paragraphs():
    blocks = [head("Executive summary"), row("Key judgement", "Judgement grade"), para("A.", 1)]
    assert [row[0] for row in outline("sif", blocks)] == ["A."]


def test_a_grade_over_the_headings_of_all_sections_that_have_it_is_a_heading():
    blocks = [
        head("Grades"), row("Inclusion", "Strong standard"), row("Achievement", "Exceptional"),
        head("Exceptional", 2), head("Achievement", 3), para("A."),
        head("Strong standard", 2), head("Inclusion", 3), para("B."),
    ]  # fmt: skip
    judgements = [Judgement("Inclusion", "strong standard", "send"), Judgement("Achievement", "exceptional", "education")]  # fmt: skip
    assert placements("ofsted-report-card", blocks, judgements) == [
        ("Achievement", "education", "exceptional", "finding"),
        ("Inclusion", "send", "strong standard", "finding"),
    ]


def test_a_row_of_details_of_one_service_is_no_table_header():
    blocks = [head("School details"), row("Local authority", "Marrowshire")]
    assert len(placements("ofsted-school-2019", blocks)) == 1
    assert placements("area-send", blocks) == []


def test_a_bold_fact_over_nothing_is_a_paragraph_among_details():
    blocks = [
        head("Information about this children’s home"), para("A."),
        head("Date of last inspection: 2 April 2030", 4), head("Enforcement action: none", 4),
        head("Inspection judgements", 2), para("B."),
    ]  # fmt: skip
    rows = outline("sccif", blocks)
    assert [text for text, *_ in rows] == ["A.", blocks[2].text, blocks[3].text, "B."]
    assert [row[4] for row in rows] == ["context"] * 3 + ["finding"]


def test_what_begins_as_recommendations_do_is_one():
    blocks = [head("Is the service safe? Good"), para("We recommend the provider counts.")]
    assert placements("cqc", blocks) == [
        ("Is the service safe?", "help-and-protection", None, "recommendation")
    ]
