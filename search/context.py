"""Ranking by company: paragraphs whose words keep company with those of the query come first.

A query becomes a direction: its words as typed added up by weight, all other wordings of the
vocabulary together as one more. So does each paragraph, its gist. How near the two are is the
context of a paragraph: it is worked out for the best matches alone, and added to their score.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from whoosh import query

from index.analysis import stem
from index.arrays import Array
from index.learning import Learnt
from index.snapshot import Snapshot
from search.matches import Matches
from search.nodes import Pooled
from search.parse import Clause, Parsed
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
    near = np.maximum(gists(snapshot, found.docs[rows]) @ asked, 0)
    highest = float(near.max())
    if highest <= 0:
        return found
    scores = found.scores.copy()
    scores[rows] += near * (SHARE * float(scores.max()) / highest)
    return Matches(found.docs, scores)


def direction(parsed: Parsed, learnt: Learnt) -> Array | None:
    """Return the direction of a query, float32 (d); None where no word of it was learnt."""
    total = np.zeros(learnt.vectors.shape[1], np.float32)
    for clause in parsed.clauses:
        if clause.kind in ("word", "phrase", "either") and not clause.helps:
            total += asked(clause, learnt)
    return total if total.any() else None


def asked(clause: Clause, learnt: Learnt) -> Array:
    """Return the direction of a clause: its words as typed, and all its other wordings as one."""
    total = summed(set(typed(clause.query)), learnt)
    if not clause.also:
        return total
    others = summed({part for one in clause.also for part in stems_of(one)}, learnt)
    return total + OTHERS * others / max(float(np.linalg.norm(others)), 1e-9)


def summed(stems: set[str], learnt: Learnt) -> Array:
    """Return the vectors of stems added up by weight, float32 (d)."""
    rows = [learnt.row[one] for one in sorted(stems) if one in learnt.row]
    found: Array = learnt.weighted[rows].sum(axis=0)
    return found


def gists(snapshot: Snapshot, docs: Array) -> Array:
    """Return the gists of paragraphs, float32 (n, d), all as long as each other."""
    if len(snapshot.leaves) == 1:
        (leaf,) = snapshot.leaves
        return snapshot.learnt.gists(leaf).of(leaf, docs).astype(np.float32)
    found = np.zeros((len(docs), snapshot.learnt.vectors.shape[1]), np.float32)
    places = np.searchsorted(snapshot.offsets, docs, "right") - 1
    for at, leaf in enumerate(snapshot.leaves):
        here = np.flatnonzero(places == at)
        if len(here):
            found[here] = snapshot.learnt.gists(leaf).of(leaf, docs[here] - snapshot.offsets[at])
    return found


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
