"""Ranking by company: paragraphs whose words keep company with those of the query come first.

A query becomes a direction: its words as typed added up by weight, all other wordings of the
vocabulary together as one more. So does each paragraph, its gist. How near the two are is the
context of a paragraph: it is worked out for the best matches alone, and added to their score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from whoosh import query

from index.analysis import stem
from index.arrays import Array
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
    best = foremost(snapshot, parsed, found)
    if best is found or len(best) == len(found):
        return best
    scores = found.scores.copy()
    scores[found.docs.searchsorted(best.docs)] = best.scores
    return Matches(found.docs, scores)


def foremost(snapshot: Snapshot, parsed: Parsed, found: Matches) -> Matches:
    """Return the best of the matches alone, their context added to their scores: BEST of them, or
    all where no word of the query was learnt.
    """
    asked = direction(parsed, snapshot.learnt)
    if asked is None or len(found) < 2:
        return found
    highest = float(found.scores.max())
    if len(found) > BEST:
        found = found.take(np.sort(chosen(found.scores, found.docs, BEST)))
    near = np.maximum(gists(snapshot, found.docs) @ asked, 0)
    nearest = float(near.max())
    if nearest > 0:
        found = Matches(found.docs, found.scores + near * (SHARE * highest / nearest))
    return found


def direction(parsed: Parsed, learnt: Learnt) -> Array | None:
    """Return the direction of a query, float32 (d); None where no word of it was learnt."""
    clauses = [
        one for one in parsed.clauses if one.kind in ("word", "phrase", "either") and not one.helps
    ]
    total = summed((word for one in clauses for word in sorted(set(typed(one.query)))), learnt)
    for one in clauses:
        if one.also:
            others = summed(sorted({word for form in one.also for word in stems_of(form)}), learnt)
            total += others * (OTHERS / max(float(np.linalg.norm(others)), 1e-9))
    return total if total.any() else None


def summed(stems: Iterable[str], learnt: Learnt) -> Array:
    """Return the vectors of stems added up by weight, float32 (d)."""
    rows = [learnt.row[one] for one in stems if one in learnt.row]
    found: Array = np.add.reduce(learnt.weighted.take(np.array(rows, np.intp), axis=0))
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
