"""Recommendations that ask for the same over several reports."""

import pytest

from search.followup.tracker.records import (
    ASKED_AGAIN,
    MOVED_ON,
    SILENT,
    Evidence,
    Followed,
    FollowUp,
    Tracker,
)
from search.followup.tracker.threads import LEAST_LIKE, find_threads, list_open
from search.model import Span
from search.present.hits import report_facts
from tests.search.followup.authority import ask, visit

FIRST, SECOND, THIRD = (visit(f"r{n}", 2010 + n, ask("More boats."), "Boats.") for n in (1, 2, 3))
FACTS = [report_facts(one) for one in (FIRST, SECOND, THIRD)]


def follow_up(report, status, place=None, score=LEAST_LIKE + 1):
    shown = () if place is None else (Evidence(report.paragraphs[place], Span(0, 4), score),)
    return FollowUp(report_facts(report), status, shown)


def threads(*followed):
    one = [
        Followed(report.paragraphs[0], report_facts(report), tuple(later))
        for report, *later in followed
    ]
    return find_threads(Tracker("Ashford", tuple(FACTS), tuple(one)))


def steps(thread):
    return [(step.report.id, step.status) for step in thread.steps]


def test_a_recommendation_that_is_asked_again_continues_the_thread():
    (thread,) = threads(
        [FIRST, follow_up(SECOND, ASKED_AGAIN, 0), follow_up(THIRD, SILENT)],
        [SECOND, follow_up(THIRD, MOVED_ON, 1)],
    )
    assert [one.report.id for one in thread.asked] == ["r1", "r2"]
    assert steps(thread) == [("r1", "asked"), ("r2", ASKED_AGAIN), ("r3", MOVED_ON)]
    assert thread.newest.report.id == "r2"
    assert not thread.is_open


def test_what_is_not_like_enough_is_a_thread_of_its_own_newest_first():
    newer, older = threads(
        [FIRST, follow_up(SECOND, ASKED_AGAIN, 0, LEAST_LIKE - 0.1)],
        [SECOND, follow_up(THIRD, SILENT)],
    )
    assert steps(newer) == [("r2", "asked"), ("r3", SILENT)]
    assert steps(older) == [("r1", "asked"), ("r2", ASKED_AGAIN)]


@pytest.mark.parametrize(
    ("status", "is_open", "latest"),
    [(SILENT, True, "r1"), (ASKED_AGAIN, True, "r2"), (MOVED_ON, False, "r2")],
)
def test_it_is_open_until_things_moved_on(status, is_open, latest):
    (thread,) = threads([FIRST, follow_up(SECOND, status, 1)])
    assert (thread.is_open, thread.latest.report.id) == (is_open, latest)
    assert list_open([thread]) == [thread] * is_open


def test_of_two_recommendations_the_one_that_is_answered_best_counts():
    (thread,) = threads(
        [FIRST, follow_up(SECOND, ASKED_AGAIN, 0), follow_up(THIRD, ASKED_AGAIN, 1, 3.0)],
        [SECOND, follow_up(THIRD, MOVED_ON, 1, 4.0)],
    )
    assert steps(thread)[-1] == ("r3", MOVED_ON)


def test_nothing_asked_has_no_threads():
    assert threads() == []
