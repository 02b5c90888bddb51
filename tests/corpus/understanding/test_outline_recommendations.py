import pytest

from corpus.model import Judgement
from tests.corpus.blocks import head, item, para, row
from tests.corpus.understanding.outlining import places, read


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


def test_the_head_of_a_table_of_recommendations_is_none_of_them():
    blocks = [
        head("Areas for priority action"),
        row("Responsible body", "Areas for priority action"),
        para("Leaders should clear the backlog."),
    ]
    assert [entry[0] for entry in read("area-send", blocks)] == [
        "Leaders should clear the backlog."
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
