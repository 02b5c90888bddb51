"""How well the passages of a report answer recommendations, all at once in arrays.

r  a recommendation
u  a concept of any of the recommendations
c  a clause of the report
p  a passage of the report
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.followup.concepts import ASPECT, GROUP
from search.followup.passages import Passage
from search.followup.recommendations import Recommendation
from search.followup.weights import Weights

Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PassageMatches:
    """How well passages answer recommendations: the log-odds that each does, (r, p), and the
    number of the clause of each that answers best, (r, p).
    """

    scores: Floats
    clauses: NDArray[np.int64]


class Matcher:
    """Match the passages of reports with some recommendations."""

    def __init__(self, recommendations: Sequence[Recommendation], weights: Weights) -> None:
        names = sorted({name for one in recommendations for name in one.concepts})
        self.recommendations, self.weights = recommendations, weights
        self.number = {name: u for u, name in enumerate(names)}
        self.of_concepts = np.zeros((len(recommendations), len(names)), np.float32)
        for row, one in zip(self.of_concepts, recommendations, strict=True):
            row[[self.number[name] for name in one.concepts]] = list(one.concepts.values())
        ordered = -np.sort(-self.of_concepts, axis=1)
        self.full = ordered[:, : int(weights.concepts["counted"])].sum(axis=1).clip(1e-6)
        self.telling = self._most_telling(int(weights.concepts["telling"]))
        self.groups = np.array([name[0] == GROUP for name in names], bool)
        self.aspects = np.array([name[0] == ASPECT for name in names], bool)
        self.areas = [one.paragraph.area for one in recommendations]

    def _most_telling(self, count: int) -> Floats:
        """Return (r, u): 1 for the `count` weightiest concepts of each recommendation."""
        telling = np.zeros_like(self.of_concepts)
        best = np.argsort(-self.of_concepts, axis=1, kind="stable")[:, :count]
        np.put_along_axis(telling, best, 1, axis=1)
        return telling * (self.of_concepts > 0)

    def match(self, passages: Sequence[Passage]) -> PassageMatches:
        """Return how well each of the passages answers."""
        if not passages:
            nothing = np.zeros((len(self.recommendations), 0))
            return PassageMatches(nothing.astype(np.float32), nothing.astype(np.int64))
        of_clauses, starts = self._clause_concepts(passages)
        following = np.vstack((of_clauses[1:], np.zeros_like(of_clauses[:1])))
        following[starts[1:] - 1] = 0
        pairs = np.maximum(of_clauses, following)
        of_passages = np.maximum.reduceat(of_clauses, starts)
        shares = self._shares(of_clauses)
        best = best_places(shares, starts)
        clause = np.take_along_axis(shares, best, axis=1)
        group, other = self._groups(of_passages, passages)
        features = (
            clause,
            np.maximum.reduceat(self._shares(pairs), starts, axis=1),
            self._shares(of_passages),
            self.telling @ of_passages.T / self.weights.concepts["telling"],
            self._is_recommendation(passages),
            group,
            other,
            np.take_along_axis(self._aspects(pairs), best, axis=1),
            self._same_area(passages),
            np.log1p(clause * self.full[:, None]),
        )
        model = self.weights.passage
        scores = np.full(clause.shape, model.base, np.float32)
        for weight, feature in zip(model.weights, features, strict=True):
            scores += np.float32(weight) * feature
        return PassageMatches(scores, best - starts)

    def _clause_concepts(self, passages: Sequence[Passage]) -> tuple[Floats, NDArray[np.int64]]:
        """Return (c, u), 1 where a clause has a concept, and the first clause of each passage."""
        sizes = np.array([len(one.concepts) for one in passages])
        of_clauses = np.zeros((int(sizes.sum()), len(self.number)), np.float32)
        clauses = (concepts for one in passages for concepts in one.concepts)
        for row, concepts in zip(of_clauses, clauses, strict=True):
            row[[self.number[name] for name in concepts if name in self.number]] = 1
        return of_clauses, np.cumsum(sizes) - sizes

    def _shares(self, concepts: Floats) -> Floats:
        """Return what share of a full match each of some sets of concepts (n, u) is, (r, n)."""
        shares: Floats = np.minimum(self.of_concepts @ concepts.T / self.full[:, None], 1)
        return shares

    def _aspects(self, concepts: Floats) -> Floats:
        """Return the share of the aspects asked about that sets of concepts (n, u) have, (r, n);
        a half where a recommendation names none.
        """
        asked = ((self.of_concepts > 0) & self.aspects).astype(np.float32)
        counts = asked.sum(axis=1, keepdims=True)
        shares: Floats = np.where(counts > 0, asked @ concepts.T / counts.clip(1), 0.5)
        return shares.astype(np.float32)

    def _groups(self, concepts: Floats, passages: Sequence[Passage]) -> tuple[Floats, Floats]:
        """Return (r, p): whether a passage is about the children asked about, and whether it is
        about others alone.
        """
        asked = ((self.of_concepts > 0) & self.groups).astype(np.float32)
        has_groups = np.array(
            [any(name[0] == GROUP for names in one.concepts for name in names) for one in passages]
        )
        same = asked @ concepts.T > 0
        other = asked.any(axis=1)[:, None] & has_groups[None, :] & ~same
        return same.astype(np.float32), other.astype(np.float32)

    def _is_recommendation(self, passages: Sequence[Passage]) -> Floats:
        return np.array([one.paragraph.kind == "recommendation" for one in passages], np.float32)

    def _same_area(self, passages: Sequence[Passage]) -> Floats:
        """Return (r, p): whether a passage stands in the area of the recommendation."""
        areas = [one.paragraph.area for one in passages]
        return np.array(
            [[area == other and area != "overall" for other in areas] for area in self.areas],
            np.float32,
        )


def best_places(shares: Floats, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (r, p): of each passage's clauses the number of that with the highest share (r, c)."""
    ends = [*starts[1:].tolist(), shares.shape[1]]
    columns = [
        shares[:, start:end].argmax(axis=1) + start
        for start, end in zip(starts.tolist(), ends, strict=True)
    ]
    return np.stack(columns, axis=1)
