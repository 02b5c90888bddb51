"""What a later report says of a recommendation: asked again, moved on, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tagging.tones import measure_tones
from search.followup.passages import Passage
from search.followup.recommendations import Recommendation
from search.followup.records import ASKED_AGAIN, MOVED_ON, SILENT, Evidence, FollowUp
from search.followup.weights import Weights
from search.model import ReportFacts

MAX_EVIDENCE = 5
SHOWN_WITHIN = 2.5
"""How far the log-odds of further paragraphs may be below the best one's."""

FULL_INSPECTIONS = frozenset(("ilacs", "sif"))


class StatusReader:
    """Tell what one later report says of recommendations, from how well its passages match."""

    def __init__(self, later: ReportFacts, passages: Sequence[Passage], weights: Weights) -> None:
        self.later, self.passages, self.weights = later, passages, weights
        texts = [text for passage in passages for text in passage.texts]
        tones = iter(measure_tones(texts).tolist())
        self.faults = [[net_fault(*next(tones)) for _ in one.clauses] for one in passages]

    def read(self, asked: Recommendation, scores: list[float], clauses: list[int]) -> FollowUp:
        """Return what the report says of a recommendation, of which `scores` has the log-odds that
        each passage answers it and `clauses` the number of the clause that does.
        """
        best = sorted(range(len(scores)), key=lambda p: -scores[p])[:MAX_EVIDENCE]
        if not best or self.is_silent(asked, [scores[p] for p in best]):
            return FollowUp(self.later, SILENT, ())
        shown = [p for p in best if scores[p] >= scores[best[0]] - SHOWN_WITHIN]
        evidence = tuple(self.evidence(p, scores[p], clauses[p]) for p in shown)
        features = self.status_features(shown, scores, clauses)
        status = ASKED_AGAIN if self.weights.status.score(features) > 0 else MOVED_ON
        return FollowUp(self.later, status, evidence)

    def is_silent(self, asked: Recommendation, best: Sequence[float]) -> bool:
        """Return whether the report says nothing, from the log-odds of its best passages."""
        return self.weights.report.score(self.report_features(asked, best)) <= 0

    def report_features(self, asked: Recommendation, best: Sequence[float]) -> tuple[float, ...]:
        """Return REPORT_FEATURES, from the log-odds of the best passages."""
        framework, earlier = self.later.framework, asked.report.framework
        return (
            best[0],
            best[min(1, len(best) - 1)],
            framework in FULL_INSPECTIONS,
            framework == "area-send" != earlier,
            earlier == "area-send" != framework,
            framework == "jtai",
        )

    def status_features(
        self, shown: Sequence[int], scores: Sequence[float], clauses: Sequence[int]
    ) -> tuple[float, ...]:
        """Return STATUS_FEATURES, from the passages that are shown."""
        asked = [scores[p] for p in shown if self.is_recommendation(p)]
        faults = [self.faults[p][clauses[p]] for p in shown if not self.is_recommendation(p)]
        return (
            max(asked, default=-4.0),
            bool(asked),
            faults[0] if faults else 0.0,
            sum(faults) / len(faults) if faults else 0.0,
        )

    def is_recommendation(self, p: int) -> bool:
        """Return whether a passage asks for an action."""
        return self.passages[p].paragraph.kind == "recommendation"

    def evidence(self, p: int, score: float, clause: int) -> Evidence:
        """Return a passage as evidence, with the clause that answers."""
        return Evidence(self.passages[p].paragraph, self.passages[p].clauses[clause], score)


def net_fault(praise: float, fault: float) -> float:
    """Return how much more a clause finds fault than it praises, from -1 to 1."""
    return fault - praise
