"""The context of paragraphs: how near the company of their words is to that of a query's.

A query becomes a direction: its words as typed added up by weight, all other wordings of the
vocabulary together as one more. So does each paragraph, its gist. How near the two are is the
context of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from whoosh import query

from index.analysis import stem
from index.arrays import Array
from index.learning import Learnt
from index.snapshot import Snapshot
from search.nodes import Pooled
from search.parsed import Parsed
from search.vocabulary import stems_of

OTHERS = 3.0  # the weight of all other wordings of a clause, beside about 6 for a rare word


def contexts(snapshot: Snapshot, asked: Array, docs: Array) -> Array | None:
    """Return how near paragraphs are to a direction, float32 (n) from 0 to the nearest one's 1;
    None where all are far.
    """
    near: Array = np.maximum(gists(snapshot, docs) @ asked, 0)
    nearest = np.maximum.reduce(near, initial=0)
    return near / nearest if nearest > 0 else None


def direction(parsed: Parsed, learnt: Learnt) -> Array | None:
    """Return the direction of a query, float32 (d); None where no word of it was learnt."""
    clauses = [
        one for one in parsed.clauses if one.kind in ("word", "phrase", "either") and not one.helps
    ]
    total = summed((word for one in clauses for word in dict.fromkeys(typed(one.query))), learnt)
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
