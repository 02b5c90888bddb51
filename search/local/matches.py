"""Which paragraphs answer, and how well: rising numbers with a score each, and their algebra."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

CROWD = 16  # more than one in so many of all paragraphs are put together in an array of all
FEW = 512  # so few candidates are looked for in all lists before any is dropped


class Matches(msgspec.Struct, frozen=True, eq=False):
    """Paragraphs `docs`, intp rising, and their `scores`, float32.

    numpy takes other integers than intp for rows at a third of the speed. `dense`, where it is
    kept, holds the same scores for every paragraph of the snapshot, 0 where it is no match: only
    for scores that are all above 0.
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
        """Returns which of `docs` are matches, bool, and scores: of those that are none, any."""
        if self.dense is not None:
            values = self.dense[docs]
            return values > 0, values
        if not len(self.docs):
            return np.zeros(len(docs), bool), np.zeros(len(docs), np.float32)
        rows = self.docs.searchsorted(docs)
        return self.docs.take(rows, mode="clip") == docs, self.scores.take(rows, mode="clip")


NOTHING = Matches(np.zeros(0, np.intp), np.zeros(0, np.float32))


def constant(docs: Array, score: float = 1.0) -> Matches:
    """Returns `docs` with one score for all."""
    return Matches(docs, np.full(len(docs), score, np.float32))


def both(parts: Sequence[Matches]) -> Matches:
    """Returns what all parts match, scores added; the rarest part leads."""
    found, *others = sorted(parts, key=len)
    docs, scores, kept = found.docs, found.scores, None
    for other in others:
        if kept is not None and len(docs) > FEW:
            rows = kept.nonzero()[0]
            docs, scores, kept = docs[rows], scores[rows], None
        here, more = other.among(docs)
        kept = here if kept is None else kept & here
        scores = scores + more
    return found if kept is None else Matches(docs, scores).take(kept.nonzero()[0])


def required(found: Matches, other: Matches) -> Matches:
    """Returns those of `found` that `other` matches too, with the scores of `found`."""
    return found.take(other.among(found.docs)[0].nonzero()[0])


def helped(found: Matches, other: Matches) -> Matches:
    """Returns `found`, the scores of `other` added where it matches."""
    here, more = other.among(found.docs)
    return Matches(found.docs, found.scores + (more if other.dense is not None else here * more))


def without(found: Matches, other: Matches) -> Matches:
    """Returns those of `found` that `other` does not match."""
    here, _ = other.among(found.docs)
    return found.take((~here).nonzero()[0])


def either(parts: Sequence[Matches], size: int) -> Matches:
    """Returns what any part matches, scores added; `size` paragraphs are in the snapshot."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    if crowded(parts, size):
        return scored(added(parts, size))
    docs = united(parts)
    scores = np.zeros(len(docs), np.float32)
    for part in parts:
        if part.dense is not None:
            scores += part.dense[docs]
        else:
            scores[docs.searchsorted(part.docs)] += part.scores
    return Matches(docs, scores)


def best(parts: Sequence[Matches], size: int) -> Matches:
    """Returns what any part matches, with the highest of its scores."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    if crowded(parts, size):
        return scored(highest(parts, size))
    docs = united(parts)
    scores = np.full(len(docs), -np.inf, np.float32)
    for part in parts:
        rows = docs.searchsorted(part.docs)
        scores[rows] = np.maximum(scores[rows], part.scores)
    return Matches(docs, scores)


def crowded(parts: Sequence[Matches], size: int) -> bool:
    """Returns whether parts are better put together in an array of all paragraphs, where a score
    of 0 says that there is no match.
    """
    if sum(map(len, parts)) * CROWD <= size:
        return False
    return all(part.dense is not None or part.scores.min() > 0 for part in parts)


def united(parts: Sequence[Matches]) -> Array:
    """Returns the paragraphs of all parts, intp rising, each once."""
    # numpy sorts int32 three times as fast as intp.
    docs = np.sort(np.concatenate([part.docs for part in parts]).astype(np.int32))
    new = np.ones(len(docs), bool)
    np.not_equal(docs[1:], docs[:-1], out=new[1:])
    return docs[new.nonzero()[0]].astype(np.intp)


def scored(dense: Array) -> Matches:
    """Returns the matches of a score for every paragraph, float32 (size), 0 where it is none."""
    docs = (dense > 0).nonzero()[0]
    return Matches(docs, dense[docs], dense)


def added(parts: Sequence[Matches], size: int) -> Array:
    """Returns the scores of all parts added up, float32 (size)."""
    dense = [part.dense for part in parts if part.dense is not None]
    if len(dense) > 1:
        total = dense[0] + dense[1]
        for more in dense[2:]:
            total += more
    else:
        total = dense[0].copy() if dense else np.zeros(size, np.float32)
    for part in parts:
        if part.dense is None:
            total[part.docs] += part.scores
    return total


def highest(parts: Sequence[Matches], size: int) -> Array:
    """Returns the highest score of any part, float32 (size), where all are above 0."""
    total = np.zeros(size, np.float32)
    for part in parts:
        if part.dense is not None:
            np.maximum(total, part.dense, out=total)
        else:
            total[part.docs] = np.maximum(total[part.docs], part.scores)
    return total
