"""What is said when two reports differ in more than their text."""

from datetime import date

import pytest

from search.followup.comparison.notes import note_differences
from tests.index.reports import report

EARLIER = report("old", "Plans.", authority="Ash", day=date(2015, 1, 1), scale="ofsted")


def later(*paragraphs, **facts):
    return report("new", *(paragraphs or ["Plans."]), **{"authority": "Ash", **facts})


@pytest.mark.parametrize(
    ("other", "note"),
    [
        (later(authority="Elm"), "two authorities, Ash and Elm"),
        (later(authority=None), "not known that these reports are on one authority"),
        (later(day=None), "has no date"),
        (later(day=date(2015, 1, 1)), "one date"),
        (later(withdrawn="withdrawn on 2021-03-04"), "later report no longer stands: withdrawn on"),
        (later(scale="cqc"), "Ofsted, four grades and Care Quality Commission"),
        (later(("Plans.", {"area": "health"})), "No area of practice is in both"),
        (later(*["Plans."] * 3), "Of the 3 paragraphs of the later report the first 2"),
    ],
    ids=[
        "authorities",
        "no authority",
        "no date",
        "one day",
        "withdrawn",
        "scales",
        "areas",
        "long",
    ],
)
def test_a_note(other, note):
    (got,) = note_differences(EARLIER, other, 2)
    assert note in got


def test_nothing_is_said_of_two_reports_that_only_follow_each_other():
    assert note_differences(EARLIER, later(scale="ofsted"), 2) == ()


def test_a_report_without_paragraphs_is_named():
    empty = report("new", authority="Ash")
    assert note_differences(EARLIER, empty, 2) == (
        "The later report has no paragraphs to compare.",
    )
