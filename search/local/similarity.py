"""The context of paragraphs: how near the company of their words is to that of a query's.

A query becomes a direction: its words as typed added up by weight, all other wordings of the
vocabulary together as one more. So does each paragraph, its gist. How near the two are is the
context of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from whoosh import query

from index.analysis import stem
from index.segments.arrays import Array
from index.snapshot import Snapshot
from index.vectors.word_model import WordModel
from search.language.nodes import Synonyms
from search.language.parsed import Parsed
from search.language.vocabulary import stems_of

ASKING = ("word", "phrase", "either")  # the clauses whose words say what a query is about
OTHERS = 3.0  # the weight of all other wordings of a clause, beside about 6 for a rare word


def contexts(snapshot: Snapshot, asked: Array, docs: Array, most: float = 1.0) -> Array | None:
    """Return how near paragraphs are to a direction, float32 (n) from 0 to `most` for the nearest;
    None where all are far.
    """
    near: Array = gists(snapshot, docs).dot(asked)
    nearest = float(np.maximum.reduce(near)) if len(docs) else 0.0
    if nearest <= 0:
        return None
    np.maximum(near, 0, out=near)
    near *= np.float32(most / nearest)
    return near


def direction(parsed: Parsed, learnt: WordModel) -> Array | None:
    """Return the direction of a query, float32 (d); None where no word of it was learnt."""
    clauses = [one for one in parsed.clauses if one.kind in ASKING and not one.helps]
    total = summed([word for one in clauses for word in dict.fromkeys(typed(one.query))], learnt)
    for one in clauses:
        if one.also:
            forms = sorted({word for form in one.also for word in stems_of(form)})
            others = summed(forms, learnt)
            if others is not None:
                others = others * (OTHERS / max(float(np.linalg.norm(others)), 1e-9))
                total = others if total is None else total + others
    return total


def summed(stems: Iterable[str], learnt: WordModel) -> Array | None:
    """Return the vectors of stems added up by weight, float32 (d); None where none was learnt."""
    total: Array | None = None
    for one in stems:
        row = learnt.row.get(one)
        if row is not None:
            vector = learnt.weighted_vectors[row]
            total = vector if total is None else total + vector
    return total


def gists(snapshot: Snapshot, docs: Array) -> Array:
    """Return the gists of paragraphs, float32 (n, d), all as long as each other."""
    if len(snapshot.readers) == 1:
        (reader,) = snapshot.readers
        return snapshot.model.paragraph_vectors(reader).of(reader, docs).astype(np.float32)
    found = np.zeros((len(docs), snapshot.model.vectors.shape[1]), np.float32)
    places = np.searchsorted(snapshot.offsets, docs, "right") - 1
    for at, reader in enumerate(snapshot.readers):
        here = np.flatnonzero(places == at)
        if len(here):
            vectors = snapshot.model.paragraph_vectors(reader)
            found[here] = vectors.of(reader, docs[here] - snapshot.offsets[at])
    return found


def typed(node: query.Query) -> list[str]:
    """Return the stems of the words as typed that a node asks for."""
    if isinstance(node, (query.Term, query.Phrase)):
        said = [node.text] if isinstance(node, query.Term) else node.words
        return said if node.fieldname == "text" else list(map(stem, said))
    if isinstance(node, query.AndMaybe):
        return typed(node.a)
    if isinstance(node, (query.And, query.Or, query.DisjunctionMax)):
        return [word for child in node if not isinstance(child, Synonyms) for word in typed(child)]
    return []
