"""What curators decided that later reports say of recommendations."""

from dataclasses import replace

import pytest

from corpus.model import FieldCorrection
from search.followup.tracker.corrections import read_corrections
from search.followup.tracker.records import ASKED_AGAIN, MOVED_ON, SILENT
from search.followup.tracker.tracker import track
from tests.search.followup.authority import FIRST, SECOND, THIRD


def corrected(field, value, paragraph="p5", is_applied=True):
    """The first report with one correction."""
    return replace(FIRST, corrections=(FieldCorrection(paragraph, field, None, value, is_applied),))


def test_only_what_later_reports_say_is_read():
    first = corrected("follow_up-second", MOVED_ON)
    assert read_corrections([first]) == {("first/p5", "second"): MOVED_ON}
    assert read_corrections([corrected("grade", "good")]) == {}
    assert read_corrections([corrected("follow_up-second", SILENT, is_applied=False)]) == {}


@pytest.mark.parametrize(
    ("paragraph", "status", "has_evidence"),
    [("p5", MOVED_ON, True), ("p5", SILENT, False), ("p7", ASKED_AGAIN, True)],
)
def test_a_curators_status_counts_and_says_so(build_engine, paragraph, status, has_evidence):
    first = corrected("follow_up-second", status, paragraph)
    tracker = track(build_engine(first, SECOND, THIRD), "Ashford")
    (one,) = (one for one in tracker.followed if one.paragraph.id == f"first/{paragraph}")
    second, third = one.later
    assert (second.status, second.is_corrected, bool(second.evidence)) == (
        status,
        True,
        has_evidence,
    )
    assert not third.is_corrected
    assert tracker.problems == ()


@pytest.mark.parametrize("field", ["follow_up-gone", "follow_up-first"])
def test_a_correction_for_no_later_report_is_named(build_engine, field):
    tracker = track(build_engine(corrected(field, SILENT), SECOND), "Ashford")
    (problem,) = tracker.problems
    assert f"evidence correct first/p5 --undo {field}" in problem


def test_the_corrections_of_other_reports_are_no_problem_of_one(build_engine):
    tracker = track(
        build_engine(corrected("follow_up-gone", SILENT), SECOND), "Ashford", asked_in="second"
    )
    assert tracker.problems == ()
