"""Recommendations that ask for the same over several reports, as one thread each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.followup.tracker.records import ASKED_AGAIN, SILENT, Followed, FollowUp, Tracker
from search.model import ReportFacts

LEAST_LIKE = 1.0
"""The log-odds from which a later recommendation is taken to ask for the same as an earlier one."""


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """What a report does for a thread: it `asked`, where it has a recommendation of it, and says
    what became of those before, `follow_up`; either may be None.
    """

    report: ReportFacts
    asked: Followed | None
    follow_up: FollowUp | None
    before: Followed | None

    @property
    def status(self) -> str:
        """A key of FOLLOW_UPS, or `asked` for the first recommendation of the thread."""
        if self.asked:
            return ASKED_AGAIN if self.follow_up else "asked"
        return self.follow_up.status if self.follow_up else SILENT


@dataclass(frozen=True, slots=True)
class RecommendationThread:
    """Recommendations that ask for the same, oldest first, and the steps of the first report that
    asked and of all later ones, oldest first.
    """

    asked: tuple[Followed, ...]
    steps: tuple[ThreadStep, ...]

    @property
    def newest(self) -> Followed:
        """The recommendation that was made last."""
        return self.asked[-1]

    @property
    def latest(self) -> ThreadStep:
        """The last step that is not silent."""
        return next(step for step in reversed(self.steps) if step.status != SILENT)

    @property
    def is_open(self) -> bool:
        """Whether nothing says that things moved on since it was asked for last."""
        return self.latest.status in ("asked", ASKED_AGAIN)


def find_threads(tracker: Tracker) -> list[RecommendationThread]:
    """Return the threads of a tracker, those asked for last first, then in the report's order."""
    earlier = find_earlier(tracker.followed)
    members: dict[str, list[Followed]] = {}
    first: dict[str, str] = {}
    for one in tracker.followed:  # oldest first
        own = one.paragraph.id
        first[own] = first.get(earlier.get(own, own), own)
        members.setdefault(first[own], []).append(one)
    threads = [RecommendationThread(tuple(m), find_steps(tracker, m)) for m in members.values()]
    days = {report.id: place for place, report in enumerate(tracker.reports)}
    return sorted(threads, key=lambda one: -days[one.newest.report.id])


def list_open(threads: Iterable[RecommendationThread]) -> list[RecommendationThread]:
    """Return the threads of which no report says that things moved on since, in their order: of
    each `newest` is the recommendation to show, and `latest` says which report spoke of it last.
    """
    return [thread for thread in threads if thread.is_open]


def find_earlier(followed: Iterable[Followed]) -> Mapping[str, str]:
    """Return for each recommendation that asks for the same as one before, by its id, the id of
    the one that it answers best.
    """
    best: dict[str, tuple[float, str]] = {}
    for one in followed:
        for later in one.later:
            for answer in later.evidence:
                again = answer.paragraph
                if again.kind == "recommendation" and answer.score >= LEAST_LIKE:
                    least = best.get(again.id, (LEAST_LIKE, ""))
                    best[again.id] = max(least, (answer.score, one.paragraph.id))
    return {own: before for own, (_, before) in best.items()}


def find_steps(tracker: Tracker, members: Sequence[Followed]) -> tuple[ThreadStep, ...]:
    """Return the steps of a thread with these recommendations."""
    asked = {one.report.id: one for one in reversed(members)}
    follow_ups: dict[str, tuple[FollowUp, Followed]] = {}
    for one in members:
        for later in one.later:
            known = follow_ups.get(later.report.id)
            if known is None or weigh(later) > weigh(known[0]):
                follow_ups[later.report.id] = later, one
    return tuple(
        ThreadStep(report, asked.get(report.id), *follow_ups.get(report.id, (None, None)))
        for report in tracker.reports
        if report.id in asked or report.id in follow_ups
    )


def weigh(follow_up: FollowUp) -> float:
    """Return how sure a report says something: that of several recommendations counts which it
    answers best, but most what a curator decided.
    """
    if follow_up.is_corrected:
        return float("inf")
    return follow_up.evidence[0].score if follow_up.evidence else float("-inf")
