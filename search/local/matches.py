"""Matches: paragraph numbers in ascending order with a score each, and set operations on them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from index.segments.arrays import Array

DENSE_UNION_SHARE = 16  # more than one in so many paragraphs are united in an array of all
FEW_CANDIDATES = 512  # up to so many are looked up in every list before any is dropped


class Matches(msgspec.Struct, frozen=True, eq=False):
    """Paragraphs `docs`, intp rising, and their `scores`, float32.

    `dense`, where there is one, is float32 (size): the same scores for every paragraph of the
    snapshot, 0 for one that does not match. Only scores that are all above 0 can be dense. Numbers
    are intp because numpy indexes with other integers at a third of the speed.
    """

    docs: Array
    scores: Array
    dense: Array | None = None

    def __len__(self) -> int:
        return len(self.docs)

    def boosted(self, boost: float) -> Matches:
        """Return the same paragraphs with `boost` times their scores."""
        return self if boost == 1 else Matches(self.docs, self.scores * np.float32(boost))

    def take(self, rows: Array) -> Matches:
        """Return the matches at `rows`."""
        return Matches(self.docs[rows], self.scores[rows])

    def among(self, docs: Array) -> tuple[Array, Array]:
        """Return which of `docs` match, bool, and their scores; any score for the others."""
        if self.dense is not None:
            values = self.dense[docs]
            return values > 0, values
        if not len(self.docs):
            return np.zeros(len(docs), bool), np.zeros(len(docs), np.float32)
        rows = self.docs.searchsorted(docs)
        return self.docs.take(rows, mode="clip") == docs, self.scores.take(rows, mode="clip")


NO_MATCHES = Matches(np.zeros(0, np.intp), np.zeros(0, np.float32))


def constant_score(docs: Array, score: float = 1.0) -> Matches:
    """Return `docs` with one score for all."""
    return Matches(docs, np.full(len(docs), score, np.float32))


def common_docs(docs: Array, others: Array) -> Array:
    """Return the paragraphs that are in both of two rising arrays: the fewer are looked up among
    the more.
    """
    if len(docs) > len(others):
        docs, others = others, docs
    if not len(docs):
        return docs
    in_others = others.take(others.searchsorted(docs), mode="clip") == docs
    common: Array = docs[in_others.nonzero()[0]]
    return common


def intersect(parts: Sequence[Matches]) -> Matches:
    """Return what all parts match, with the sum of their scores; the rarest part leads."""
    rarest, *others = sorted(parts, key=len)
    docs, scores, in_all = rarest.docs, rarest.scores, None
    for part in others:
        if in_all is not None and len(docs) > FEW_CANDIDATES:
            rows = in_all.nonzero()[0]
            docs, scores, in_all = docs[rows], scores[rows], None
        in_part, part_scores = part.among(docs)
        in_all = in_part if in_all is None else in_all & in_part
        scores = scores + part_scores
    return rarest if in_all is None else Matches(docs, scores).take(in_all.nonzero()[0])


def require(matches: Matches, other: Matches) -> Matches:
    """Return those of `matches` that `other` matches too, with their own scores."""
    return matches.take(other.among(matches.docs)[0].nonzero()[0])


def add_optional(matches: Matches, other: Matches) -> Matches:
    """Return `matches`, with the score of `other` added where it matches too."""
    in_other, scores = other.among(matches.docs)
    added = scores if other.dense is not None else in_other * scores
    return Matches(matches.docs, matches.scores + added)


def exclude(matches: Matches, others: Sequence[Matches], size: int) -> Matches:
    """Return those of `matches` that none of the others match, of `size` paragraphs in all."""
    if len(others) == 1:
        in_other, _ = others[0].among(matches.docs)
        return matches.take((~in_other).nonzero()[0])
    is_excluded = np.zeros(size, bool)
    for other in others:
        is_excluded[other.docs] = True
    return matches.take((~is_excluded[matches.docs]).nonzero()[0])


def union_sum(parts: Sequence[Matches], size: int) -> Matches:
    """Return what any part matches, with the sum of its scores, of `size` paragraphs in all."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCHES
    if is_dense_union(parts, size):
        return from_dense(sum_dense(parts, size))
    docs = union_docs(parts)
    scores = np.zeros(len(docs), np.float32)
    for part in parts:
        if part.dense is not None:
            scores += part.dense[docs]
        else:
            scores[docs.searchsorted(part.docs)] += part.scores
    return Matches(docs, scores)


def union_best(parts: Sequence[Matches], size: int) -> Matches:
    """Return what any part matches, with the highest of its scores."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCHES
    if is_dense_union(parts, size):
        return from_dense(max_dense(parts, size))
    docs = union_docs(parts)
    scores = np.full(len(docs), -np.inf, np.float32)
    for part in parts:
        rows = docs.searchsorted(part.docs)
        scores[rows] = np.maximum(scores[rows], part.scores)
    return Matches(docs, scores)


def is_dense_union(parts: Sequence[Matches], size: int) -> bool:
    """Return whether parts are so large that they are united faster in an array of all paragraphs,
    where 0 means no match, and all scores allow that.
    """
    if sum(map(len, parts)) * DENSE_UNION_SHARE <= size:
        return False
    return all(part.dense is not None or part.scores.min() > 0 for part in parts)


def union_docs(parts: Sequence[Matches]) -> Array:
    """Return the paragraphs of all parts, intp rising, each once."""
    # numpy sorts int32 three times as fast as intp.
    docs = np.sort(np.concatenate([part.docs for part in parts]).astype(np.int32))
    is_first = np.ones(len(docs), bool)
    np.not_equal(docs[1:], docs[:-1], out=is_first[1:])
    return docs[is_first.nonzero()[0]].astype(np.intp)


def from_dense(dense: Array) -> Matches:
    """Return the matches of dense scores, float32 (size), 0 where a paragraph does not match."""
    docs = (dense > 0).nonzero()[0]
    return Matches(docs, dense[docs], dense)


def sum_dense(parts: Sequence[Matches], size: int) -> Array:
    """Return the dense sums of the scores of all parts, float32 (size)."""
    dense = [part.dense for part in parts if part.dense is not None]
    if len(dense) > 1:
        total = dense[0] + dense[1]
        for scores in dense[2:]:
            total += scores
    else:
        total = dense[0].copy() if dense else np.zeros(size, np.float32)
    for part in parts:
        if part.dense is None:
            total[part.docs] += part.scores
    return total


def max_dense(parts: Sequence[Matches], size: int) -> Array:
    """Return the dense maxima of the scores of all parts, float32 (size); all are above 0."""
    highest = np.zeros(size, np.float32)
    for part in parts:
        if part.dense is not None:
            np.maximum(highest, part.dense, out=highest)
        else:
            highest[part.docs] = np.maximum(highest[part.docs], part.scores)
    return highest
