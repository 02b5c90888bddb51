"""What the JSON API answers about recommendations: what each later report says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.followup.tracker.measured import Accuracy, read_accuracy
from search.followup.tracker.records import Followed, FollowUp, Tracker
from search.followup.tracker.threads import RecommendationThread
from web.links import permalink

MAX_QUOTE_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class LinkedEvidence:
    """A paragraph that answers: the words of it that do, shortened, and its permanent link."""

    paragraph: str
    quote: str
    link: str


@dataclass(frozen=True, slots=True)
class LaterReport:
    """What a later report says of a recommendation: `status` is asked again, moved on or silent,
    `paragraphs` answer, best first. `is_corrected`: a curator decided the status.
    """

    report: str
    status: str
    is_corrected: bool
    paragraphs: tuple[LinkedEvidence, ...]


@dataclass(frozen=True, slots=True)
class TrackedRecommendation:
    """A recommendation with its report and link, and what each later report says, oldest first.

    Those of one `thread` ask for the same; threads count from 1, those asked for last first.
    """

    thread: int
    report: str
    paragraph: str
    text: str
    link: str
    later: tuple[LaterReport, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsAnswer:
    """What became of the recommendations to an authority, some of them on each page.

    `reports` are the ids of all that stand and have a date, oldest first. `accuracy` says how often
    the program that decides is right.
    """

    authority: str
    reports: tuple[str, ...]
    left_out: int
    accuracy: Accuracy
    recommendations: tuple[TrackedRecommendation, ...]


def recommendations_answer(
    tracker: Tracker, threads: Sequence[RecommendationThread], start: int, size: int
) -> RecommendationsAnswer:
    """Return `size` of the recommendations from number `start` on, thread by thread."""
    return RecommendationsAnswer(
        tracker.authority,
        tuple(report.id for report in tracker.reports),
        tracker.left_out,
        read_accuracy(),
        tuple(list_tracked(threads))[start : start + size],
    )


def list_tracked(threads: Sequence[RecommendationThread]) -> Iterator[TrackedRecommendation]:
    """Yield all recommendations of threads, the oldest of each first."""
    for number, thread in enumerate(threads, 1):
        for one in thread.asked:
            yield track_one(one, number)


def track_one(one: Followed, number: int) -> TrackedRecommendation:
    """Return a recommendation of the thread of that number."""
    return TrackedRecommendation(
        number,
        one.report.id,
        one.paragraph.id,
        one.paragraph.text,
        permalink(one.paragraph.id),
        tuple(map(answer_later, one.later)),
    )


def answer_later(later: FollowUp) -> LaterReport:
    """Return what a later report says."""
    return LaterReport(
        later.report.id,
        later.status,
        later.is_corrected,
        tuple(
            LinkedEvidence(
                each.paragraph.id, each.text[:MAX_QUOTE_CHARACTERS], permalink(each.paragraph.id)
            )
            for each in later.evidence
        ),
    )
