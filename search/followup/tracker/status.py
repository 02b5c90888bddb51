"""What a later report says of a recommendation: asked again, moved on, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.tagging.tones import measure_tones
from search.followup.tracker.concept_table import Floats
from search.followup.tracker.matching import PassageMatches
from search.followup.tracker.passages import Passage
from search.followup.tracker.recommendations import Recommendation
from search.followup.tracker.records import (
    ASKED_AGAIN,
    MOVED_ON,
    SILENT,
    Evidence,
    FollowUp,
)
from search.followup.tracker.weights import Weights
from search.model import ReportFacts

MAX_EVIDENCE = 5
SHOWN_WITHIN = 2.5
"""How far the log-odds of further paragraphs may be below the best one's."""

NOT_ASKED = -3.0
"""How far below the best passage a recommendation is at most taken to be."""

BEST = 3
"""So many passages tell whether a report is about the children at all."""

PARTNERSHIP = "partnership"
"""The area of a safeguarding board, which most frameworks do not look at."""

FULL_INSPECTIONS = frozenset(("ilacs", "sif", "looked-after-2013"))


class StatusReader:
    """Tell what one later report says of recommendations, from how its passages match.

    `faults` (c,) is how much more each clause finds fault than it praises, `best` are the passages
    that match each row best.
    """

    def __init__(
        self,
        later: ReportFacts,
        passages: Sequence[Passage],
        matches: PassageMatches,
        weights: Weights,
    ) -> None:
        self.later, self.passages, self.matches = later, passages, matches
        self.weights = weights
        self.asking = [p for p, one in enumerate(passages) if one.is_recommendation]
        self.is_on_partnership = any(one.paragraph.area == PARTNERSHIP for one in passages)
        tones = measure_tones([text for passage in passages for text in passage.texts])
        self.faults = tones[:, 1] - tones[:, 0]
        self.best = find_best(matches.scores)

    def read(self, asked: Recommendation, row: int, corrected: str | None = None) -> FollowUp:
        """Return what the report says of a recommendation, which has a row of the matches. A status
        that a curator `corrected` counts, with the passages that are nearest.
        """
        best = self.best[row]
        shown = self.choose_shown(row, best)
        status = corrected or self.decide(asked, row, best, shown)
        evidence = () if status == SILENT else tuple(self.make_evidence(row, p) for p in shown)
        return FollowUp(self.later, status, evidence, corrected is not None)

    def decide(
        self, asked: Recommendation, row: int, best: Sequence[int], shown: Sequence[int]
    ) -> str:
        """Return what the report says, from the best passages and those that would be shown."""
        if self.weights.report.score(self.report_features(asked, row, best)) <= 0:
            return SILENT
        is_again = self.weights.status.score(self.status_features(row, shown)) > 0
        return ASKED_AGAIN if is_again else MOVED_ON

    def report_features(
        self, asked: Recommendation, row: int, best: Sequence[int]
    ) -> tuple[float, ...]:
        """Return REPORT_FEATURES, from the best passages for the recommendation of a row."""
        scores, is_other = self.matches.scores[row], self.matches.is_other[row]
        framework, earlier = self.later.framework, asked.report.framework
        return (
            float(scores[best[0]]),
            framework in FULL_INSPECTIONS,
            (framework == "area-send") != (earlier == "area-send"),
            all(is_other[p] for p in best[:BEST]),
            asked.paragraph.area == PARTNERSHIP and not self.is_on_partnership,
        )

    def choose_shown(self, row: int, best: Sequence[int]) -> list[int]:
        """Return those of the best passages that are not much worse than the first."""
        scores = self.matches.scores[row]
        return [p for p in best if scores[p] >= scores[best[0]] - SHOWN_WITHIN]

    def status_features(self, row: int, shown: Sequence[int]) -> tuple[float, ...]:
        """Return STATUS_FEATURES, from the passages that are shown: how near the report's best
        recommendation comes to the first, and the fault that the others find, by how well they
        answer.
        """
        scores = self.matches.scores[row]
        others = [p for p in shown if not self.passages[p].is_recommendation]
        fault = 0.0
        if others:
            odds = np.exp(scores[others] - scores[others].max())
            faults = np.array([self.find_fault(row, p) for p in others])
            fault = float(odds @ faults / odds.sum())
        asked = float(scores[self.asking].max(initial=-np.inf) - scores[shown[0]])
        return max(asked, NOT_ASKED), fault

    def find_fault(self, row: int, p: int) -> float:
        """Return the fault that a passage finds, from -1 to 1: that of its clauses, by how much
        each has of what was asked.
        """
        clauses = self.clauses_of(p)
        weights: Floats = self.matches.shares[row, clauses] + 1e-6
        return float(weights @ self.faults[clauses] / weights.sum())

    def clauses_of(self, p: int) -> slice:
        """Return the numbers of a passage's clauses."""
        start = int(self.matches.starts[p])
        return slice(start, start + len(self.passages[p].clauses))

    def make_evidence(self, row: int, p: int) -> Evidence:
        """Return a passage as evidence, with the clause that answers best."""
        passage, shares = self.passages[p], self.matches.shares[row, self.clauses_of(p)]
        quote = passage.clauses[int(shares.argmax())]
        return Evidence(passage.paragraph, quote, float(self.matches.scores[row, p]))


def find_best(scores: Floats) -> list[list[int]]:
    """Return for each row of scores (r, p) the passages with the highest, those best first."""
    best: list[list[int]] = np.argsort(-scores, axis=1, kind="stable")[:, :MAX_EVIDENCE].tolist()
    return best
