"""What became of the recommendations to an authority, over its reports."""

from datetime import date

import pytest

from search.followup.tracker.records import ASKED_AGAIN, MOVED_ON, SILENT
from search.followup.tracker.tracker import track
from tests.search.followup.authority import FIRST, SECOND, THIRD, ask, visit


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(FIRST, SECOND, THIRD)


def statuses(tracker):
    return {
        one.paragraph.id: [(later.report.id, later.status) for later in one.later]
        for one in tracker.followed
    }


def test_each_recommendation_is_followed_through_all_later_reports(engine):
    assert statuses(track(engine, "Ashford")) == {
        "first/p5": [("second", ASKED_AGAIN), ("third", MOVED_ON)],
        "first/p6": [("second", ASKED_AGAIN), ("third", MOVED_ON)],
        "first/p7": [("second", SILENT), ("third", SILENT)],
        "second/p6": [("third", MOVED_ON)],
    }


def test_evidence_names_the_paragraphs_that_answer(engine):
    health, chronologies, carers = track(engine, "Ashford").followed[:3]
    assert [one.evidence[0].paragraph.id for one in health.later] == ["second/p5", "third/p5"]
    assert [one.evidence[0].paragraph.id for one in chronologies.later] == ["second/p6", "third/p6"]
    assert [one.evidence for one in carers.later] == [(), ()]


def test_the_recommendations_of_one_report_are_followed_alone(engine):
    assert list(statuses(track(engine, "Ashford", asked_in="second"))) == ["second/p6"]


def test_an_authority_without_reports_has_no_tracker(engine):
    assert track(engine, "Atlantis") is None


@pytest.mark.parametrize(
    ("reports", "withdrawn", "expected"),
    [
        ([FIRST], False, {"first/p5": [], "first/p6": [], "first/p7": []}),
        ([visit("none", 2020, "Nothing is asked.")], False, {}),
        ([visit("a", 2020, ask("More.")), visit("b", 2020, ask("More."))], False, {"a/p1": [], "b/p1": []}),
        ([visit("a", 2020, ask("More.")), visit("b", 2021)], False, {"a/p1": [("b", SILENT)]}),
        ([visit("a", 2020, ask("More."), withdrawn="withdrawn"), visit("b", 2021)], False, {}),
        ([visit("a", 2020, ask("More."), withdrawn="withdrawn"), visit("b", 2021)], True, {"a/p1": [("b", SILENT)]}),
        ([visit("a", 2020, ask("More.")), visit("b", 2021, "Late.", withdrawn="withdrawn")], False, {"a/p1": []}),
    ],
    ids=["one", "nothing asked", "one day", "empty", "withdrawn", "asked for", "later withdrawn"],
)  # fmt: skip
def test_only_reports_that_stand_and_are_later_count(build_engine, reports, withdrawn, expected):
    tracker = track(build_engine(*reports), "Ashford", withdrawn)
    assert statuses(tracker) == expected


def test_a_report_without_a_date_has_no_place(build_engine):
    undated = visit("undated", 2020, ask("More."))
    object.__setattr__(undated, "published", None)
    tracker = track(build_engine(undated, visit("b", 2021, "Late.")), "Ashford")
    assert [one.dated for one in tracker.reports] == [date(2021, 3, 1)]
