"""Ranking by company: paragraphs whose words keep company with those of the query come first.

A query becomes a vector, the words as typed weighted by their rarity, all other wordings of the
vocabulary together as one more. A paragraph's context is how near its words are to that, on
average by weight. It is worked out for the best matches alone, and added to their score.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from whoosh import query

from index.analysis import stem
from index.arrays import Array
from index.leaf import Leaf
from index.learning import Learnt
from index.snapshot import Snapshot
from search.matches import Matches
from search.nodes import Pooled
from search.parse import Parsed
from search.score import chosen
from search.vocabulary import stems_of

BEST = 300  # so many matches are ranked again; a page and its neighbours lie well within
SHARE = 0.8  # of the highest score that a perfect context adds
OTHERS = 3.0  # the weight of all other wordings of a clause, beside about 6 for a rare word


def reranked(snapshot: Snapshot, parsed: Parsed, found: Matches) -> Matches:
    """Return the matches with the context of the best added to their scores.

    All scores stay above 0, and below those of the best stay the others.
    """
    asked = direction(parsed, snapshot.learnt)
    if asked is None or not len(found):
        return found
    rows = chosen(found.scores, found.docs, min(BEST, len(found)))
    near = contexts(snapshot, found.docs[rows], asked)
    highest = float(near.max())
    if highest <= 0:
        return found
    scores = found.scores.copy()
    scores[rows] += SHARE * float(scores.max()) / highest * near
    return Matches(found.docs, scores)


def direction(parsed: Parsed, learnt: Learnt) -> Array | None:
    """Return how near each stem learnt is to the query, float32 (v), 0 for those far from it.

    None where no word of the query was learnt.
    """
    total = np.zeros(learnt.vectors.shape[1], np.float32)
    for clause in parsed.clauses:
        if clause.kind in ("word", "phrase", "either") and not clause.helps:
            total += summed(set(typed(clause.query)), learnt)
            others = summed({part for one in clause.also for part in stems_of(one)}, learnt)
            total += OTHERS * others / max(float(np.linalg.norm(others)), 1e-9)
    length = float(np.linalg.norm(total))
    return np.maximum(learnt.vectors @ (total / length), 0) if length else None


def summed(stems: set[str], learnt: Learnt) -> Array:
    """Return the vectors of stems added up by weight, float32 (d)."""
    rows = [learnt.row[one] for one in sorted(stems) if one in learnt.row]
    found: Array = learnt.weights[rows] @ learnt.vectors[rows]
    return found


def contexts(snapshot: Snapshot, docs: Array, near: Array) -> Array:
    """Return the mean nearness of the words of each paragraph by weight, float32."""
    found = np.zeros(len(docs), np.float32)
    places = np.searchsorted(snapshot.offsets, docs, "right") - 1
    for at, leaf in enumerate(snapshot.leaves):
        here = np.flatnonzero(places == at)
        if len(here):
            found[here] = leaf_contexts(
                leaf, docs[here] - snapshot.offsets[at], snapshot.learnt, near
            )
    return found


def leaf_contexts(leaf: Leaf, docs: Array, learnt: Learnt, near: Array) -> Array:
    """Return the contexts of paragraphs of one segment."""
    weights = np.append(learnt.weights, np.float32(0))
    worth = np.append(learnt.weights * near, np.float32(0))
    rows = np.append(learnt.rows(leaf).take(leaf.tokens_of(docs)), len(near))
    sizes = leaf.lengths[docs].astype(np.int64)
    starts = np.cumsum(sizes) - sizes
    total = np.add.reduceat(weights.take(rows), starts)
    context: Array = np.add.reduceat(worth.take(rows), starts) / np.maximum(total, 1e-9)
    return np.where(sizes > 0, context, np.float32(0))


def typed(node: query.Query) -> Iterator[str]:
    """Yield the stems of the words as typed that a node asks for."""
    if isinstance(node, (query.Term, query.Phrase)):
        said = [node.text] if isinstance(node, query.Term) else node.words
        yield from said if node.fieldname == "text" else map(stem, said)
    elif isinstance(node, query.AndMaybe):
        yield from typed(node.a)
    elif isinstance(node, (query.And, query.Or, query.DisjunctionMax)):
        for child in node:
            if not isinstance(child, Pooled):
                yield from typed(child)
