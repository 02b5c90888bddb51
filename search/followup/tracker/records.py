"""The records of what became of recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import FOLLOW_UPS, Paragraph
from search.model import ReportFacts, Span

ASKED_AGAIN, MOVED_ON, SILENT = (one.key for one in FOLLOW_UPS)

STATUS_LABELS = {one.key: one.label for one in FOLLOW_UPS}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paragraph that answers a recommendation: `quote` is the span of its text that does, and
    `score` the log-odds that it answers.
    """

    paragraph: Paragraph
    quote: Span
    score: float

    @property
    def text(self) -> str:
        """The words that answer."""
        return self.paragraph.text[self.quote.start : self.quote.end]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a later report says of a recommendation.

    `status` is a key of FOLLOW_UPS, `evidence` is best first, and none where the report is silent.
    `is_corrected`: a curator decided the status.
    """

    report: ReportFacts
    status: str
    evidence: tuple[Evidence, ...]
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation, its report, and the later ones, oldest first."""

    paragraph: Paragraph
    report: ReportFacts
    later: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Tracker:
    """What became of the recommendations to an authority.

    `reports` are all that stand and have a date, oldest first. `left_out` counts the oldest
    recommendations, where there are more than are followed. `problems` are sentences that name
    corrections which are of no later report.
    """

    authority: str
    reports: tuple[ReportFacts, ...]
    followed: tuple[Followed, ...]
    left_out: int = 0
    problems: tuple[str, ...] = ()
