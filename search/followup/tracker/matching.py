"""How well the passages of a report answer recommendations, all at once in arrays.

r  a recommendation
u  a concept of any of the recommendations
c  a clause of the report
p  a passage of the report
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np

from search.followup.tracker.concept_table import ConceptTable, Floats, Ints, scale_to_one
from search.followup.tracker.occurrences import ConceptOccurrences
from search.followup.tracker.passage_arrays import PassageArrays, which_groups
from search.followup.tracker.passages import Passage
from search.followup.tracker.recommendations import Recommendation
from search.followup.tracker.weights import PASSAGE_FEATURES, Weights

LEAST_TOTAL = 5.0
"""A clause of less weight than this is taken to have so much: a few words tell little."""


@dataclass(frozen=True, slots=True)
class PassageMatches:
    """How passages match recommendations: `features` (PASSAGE_FEATURES, r, p), the log-odds that
    each answers, `scores` (r, p), how well each clause does, `shares` (r, c), and whether each
    passage is about other children alone, `is_other` (r, p). `starts` (p,) are first clauses.
    """

    features: Floats
    scores: Floats
    shares: Floats
    is_other: Floats
    starts: Ints


class Matcher:
    """Match the passages of reports with some recommendations, of which there is at least one."""

    def __init__(
        self, recommendations: Sequence[Recommendation], table: ConceptTable, weights: Weights
    ) -> None:
        names = sorted({name for one in recommendations for name in one.concepts})
        column = {name: u for u, name in enumerate(names)}
        self.recommendations, self.table, self.weights = recommendations, table, weights
        self.columns = np.full(len(table.names), -1, np.int64)
        self.columns[table.numbers(names)] = np.arange(len(names))
        self.asked = np.zeros((len(recommendations), len(names)), np.float32)
        for row, one in zip(self.asked, recommendations, strict=True):
            row[[column[name] for name in one.concepts]] = list(one.concepts.values())
        counted = int(weights.concepts["counted"])
        self.full = np.sort(self.asked, axis=1)[:, -counted:].sum(axis=1).clip(1e-6)
        numbers = table.numbers(names)
        self.idf = (self.asked > 0) * table.totals[numbers]
        self.vectors = scale_to_one(multiply(self.asked, scale_to_one(table.vectors[numbers]).T))
        self.groups = which_groups([one.groups for one in recommendations])

    def first(self, count: int) -> Matcher:
        """Return the matcher of the first `count` recommendations."""
        matcher = copy(self)
        matcher.recommendations = self.recommendations[:count]
        for name in ("asked", "full", "idf", "vectors", "groups"):
            setattr(matcher, name, getattr(self, name)[:count])
        return matcher

    def match(self, passages: Sequence[Passage]) -> PassageMatches:
        """Return how each of the passages, of which there is at least one, matches."""
        arrays = PassageArrays(passages, self.table)
        features, shares = self.measure(arrays)
        model = self.weights.passage
        weights = np.array(model.weights, np.float32)
        scores = np.float32(model.base) + np.einsum("f,frp->rp", weights, features)
        is_other = features[PASSAGE_FEATURES.index("other_group")]
        return PassageMatches(features, scores, shares, is_other, arrays.starts)

    def measure(self, arrays: PassageArrays) -> tuple[Floats, Floats]:
        """Return the features (PASSAGE_FEATURES, r, p) of passages, and the share of each
        recommendation that each clause has (r, c).
        """
        clauses, passages = (
            one.renumber(self.columns) for one in (arrays.clauses, arrays.passages)
        )
        shares = self._shares(clauses)
        best = best_places(shares, arrays.starts)
        clause = np.take_along_axis(shares, best, axis=1)
        paragraph = self._shares(passages)
        same = multiply(self.groups, arrays.groups) > 0
        is_told = arrays.groups.max(axis=1) * self.groups.max(axis=1)[:, None] > 0
        precision = clauses.add_up(self.idf) / np.maximum(arrays.totals, LEAST_TOTAL)
        features = {
            "clause": clause,
            "paragraph": paragraph,
            "recommendation": np.broadcast_to(arrays.is_recommendation, clause.shape),
            "same_group": same,
            "other_group": is_told & ~same,
            "amount": np.log1p(clause * self.full[:, None]),
            **self._nearness(arrays, clause, paragraph),
            "precision": np.take_along_axis(precision, best, axis=1),
        }
        stacked = np.stack([features[name] for name in PASSAGE_FEATURES]).astype(np.float32)
        return stacked, shares

    def _shares(self, texts: ConceptOccurrences) -> Floats:
        """Return what share of a full match each of n texts is, (r, n)."""
        shares: Floats = np.minimum(texts.add_up(self.asked) / self.full[:, None], 1)
        return shares

    def _nearness(
        self, arrays: PassageArrays, clause: Floats, paragraph: Floats
    ) -> dict[str, Floats]:
        """Return the cosines of word vectors with passages and with their nearest clauses, (r, p).
        Where the collection has no vectors, the shares of concepts stand for them.
        """
        if not self.vectors.shape[1]:
            return {"near_paragraph": paragraph, "near_clause": clause}
        of_pairs = multiply(self.vectors, arrays.pair_vectors)
        return {
            "near_paragraph": multiply(self.vectors, arrays.passage_vectors),
            "near_clause": np.maximum.reduceat(of_pairs, arrays.starts, axis=1),
        }


def multiply(rows: Floats, others: Floats) -> Floats:
    """Return (n, m): the products of `rows` (n, d) with `others` (m, d). At these sizes the threads
    of BLAS cost more than they save.
    """
    products: Floats = np.einsum("nd,md->nm", rows, others)
    return products


def best_places(shares: Floats, starts: Ints) -> Ints:
    """Return (r, p): of each passage's clauses the number of that with the highest share (r, c)."""
    ends = [*starts[1:].tolist(), shares.shape[1]]
    columns = [
        shares[:, start:end].argmax(axis=1) + start
        for start, end in zip(starts.tolist(), ends, strict=True)
    ]
    return np.stack(columns, axis=1)
