"""Which paragraphs answer, and how well: rising numbers with a score each, and their algebra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

CROWD = 8  # an Or of more than one in so many of all paragraphs is added up in a full array


@dataclass(frozen=True, slots=True)
class Matches:
    """Paragraphs `docs`, int32 rising, and their `scores`, float32.

    `dense`, where it is kept, holds the same scores for every paragraph of the snapshot, 0 where
    it is no match: only for scores that are all above 0.
    """

    docs: Array
    scores: Array
    dense: Array | None = None

    def __len__(self) -> int:
        return len(self.docs)

    def boosted(self, boost: float) -> Matches:
        """Returns the same paragraphs with `boost` times the score."""
        return self if boost == 1 else Matches(self.docs, self.scores * np.float32(boost))

    def take(self, rows: Array) -> Matches:
        """Returns the matches at `rows`."""
        return Matches(self.docs[rows], self.scores[rows])

    def among(self, docs: Array) -> tuple[Array, Array]:
        """Returns which rows of rising `docs` are matches, rising, and their scores here."""
        if self.dense is not None:
            values = self.dense[docs]
            rows = np.flatnonzero(values > 0)
            return rows, values[rows]
        if not len(self.docs):
            return EMPTY, self.scores
        if len(self.docs) < len(docs) // CROWD:
            return swapped(common(self.docs, docs), self.scores)
        rows, here = common(docs, self.docs)
        return rows, self.scores[here]


EMPTY = np.zeros(0, np.int64)
NOTHING = Matches(np.zeros(0, np.int32), np.zeros(0, np.float32))


def common(few: Array, many: Array) -> tuple[Array, Array]:
    """Returns the rows of `few` that `many` has too, and their rows there; both are rising."""
    if not len(many):
        return EMPTY, EMPTY
    at = np.searchsorted(many, few)
    np.minimum(at, len(many) - 1, out=at)
    rows = np.flatnonzero(many[at] == few)
    return rows, at[rows]


def swapped(found: tuple[Array, Array], scores: Array) -> tuple[Array, Array]:
    """Returns the rows in the longer list, with the scores of those in the shorter."""
    here, rows = found
    return rows, scores[here]


def constant(docs: Array, score: float = 1.0) -> Matches:
    """Returns `docs` with one score for all."""
    return Matches(docs, np.full(len(docs), score, np.float32))


def both(parts: Sequence[Matches]) -> Matches:
    """Returns what all parts match, scores added; the rarest part leads."""
    return reduce(narrowed, sorted(parts, key=len))


def narrowed(found: Matches, other: Matches) -> Matches:
    """Returns those of `found` that `other` matches too, scores added."""
    rows, more = other.among(found.docs)
    return Matches(found.docs[rows], found.scores[rows] + more)


def required(found: Matches, other: Matches) -> Matches:
    """Returns those of `found` that `other` matches too, with the scores of `found`."""
    return found.take(other.among(found.docs)[0])


def helped(found: Matches, other: Matches) -> Matches:
    """Returns `found`, the scores of `other` added where it matches."""
    if other.dense is not None:
        return Matches(found.docs, found.scores + other.dense[found.docs])
    rows, more = other.among(found.docs)
    scores = found.scores.copy()
    scores[rows] += more
    return Matches(found.docs, scores)


def without(found: Matches, other: Matches) -> Matches:
    """Returns those of `found` that `other` does not match."""
    kept = np.ones(len(found), bool)
    kept[other.among(found.docs)[0]] = False
    return found.take(np.flatnonzero(kept))


def either(parts: Sequence[Matches], size: int) -> Matches:
    """Returns what any part matches, scores added; `size` paragraphs are in the snapshot."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    if sum(map(len, parts)) * CROWD > size:
        return crowd(parts, size)
    docs, scores = stacked(parts)
    starts = np.flatnonzero(np.append(True, docs[1:] != docs[:-1]))
    return Matches(docs[starts], np.add.reduceat(scores, starts))


def best(parts: Sequence[Matches]) -> Matches:
    """Returns what any part matches, with the highest of its scores."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    docs, scores = stacked(parts)
    starts = np.flatnonzero(np.append(True, docs[1:] != docs[:-1]))
    return Matches(docs[starts], np.maximum.reduceat(scores, starts))


def stacked(parts: Sequence[Matches]) -> tuple[Array, Array]:
    """Returns the paragraphs of all parts, rising, each as often as it comes, with its scores."""
    docs = np.concatenate([part.docs for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    order = np.argsort(docs, kind="stable")
    return docs[order], scores[order]


def crowd(parts: Sequence[Matches], size: int) -> Matches:
    """Returns what any part matches, scores added in an array of all paragraphs."""
    total = np.zeros(size, np.float32)
    for part in parts:
        if part.dense is not None:
            total += part.dense
        else:
            total[part.docs] += part.scores
    if all(part.dense is not None or part.scores.min() > 0 for part in parts):
        found = total > 0
    else:
        found = np.zeros(size, bool)
        found[np.concatenate([part.docs for part in parts])] = True
    docs = np.flatnonzero(found).astype(np.int32)
    return Matches(docs, total[docs])
