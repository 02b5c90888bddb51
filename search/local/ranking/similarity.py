"""Similarity of paragraphs to a query: the cosine of their vectors, from word vectors.

A query becomes a vector: its words as typed added up by weight, and all other wordings of the
vocabulary together as one word more. So does each paragraph (`index.vectors.paragraph_vectors`).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.analysis import stem
from index.segments.arrays import Array
from index.snapshot import Snapshot
from index.vectors.word_model import WordModel
from search.language.forms.as_printed import as_indexed
from search.language.nodes import And, AndMaybe, DisjunctionMax, Or, Phrase, Query, Synonyms, Term
from search.language.parsed_query import ParsedQuery
from search.language.vocabulary import stems_of

TOPIC_CLAUSES = ("word", "phrase", "either")  # the clauses whose words say what a query is about
OTHER_WORDINGS_WEIGHT = 3.0  # of all other wordings of a clause; a rare word has about 6


def similarities(
    snapshot: Snapshot, vector: Array, docs: Array, highest: float = 1.0
) -> Array | None:
    """Return how similar paragraphs are to a vector, float32 (n), scaled from 0 to `highest` for
    the most similar; None where none is.
    """
    cosines: Array = paragraph_vectors(snapshot, docs).dot(vector)
    largest = float(np.maximum.reduce(cosines)) if len(docs) else 0.0
    if largest <= 0:
        return None
    np.maximum(cosines, 0, out=cosines)
    cosines *= np.float32(highest / largest)
    return cosines


def query_vector(parsed: ParsedQuery, model: WordModel) -> Array | None:
    """Return the vector of a query, float32 (d); None where the model knows none of its words."""
    clauses = [
        clause for clause in parsed.clauses if clause.kind in TOPIC_CLAUSES and not clause.helps
    ]
    stems = [word for clause in clauses for word in dict.fromkeys(typed_stems(clause.query))]
    total = sum_vectors(stems, model)
    for clause in clauses:
        if clause.also:
            wordings = sorted({word for wording in clause.also for word in stems_of(wording)})
            others = sum_vectors(wordings, model)
            if others is not None:
                length = max(float(np.linalg.norm(others)), 1e-9)
                others = others * (OTHER_WORDINGS_WEIGHT / length)
                total = others if total is None else total + others
    return total


def sum_vectors(stems: Iterable[str], model: WordModel) -> Array | None:
    """Return the weighted sum of the vectors of stems, float32 (d); None where all are unknown."""
    total: Array | None = None
    for word in stems:
        row = model.row.get(word)
        if row is not None:
            vector = model.weighted_vectors[row]
            total = vector if total is None else total + vector
    return total


def paragraph_vectors(snapshot: Snapshot, docs: Array) -> Array:
    """Return the vectors of paragraphs, float32 (n, d), all of one length."""
    model = snapshot.model
    if len(snapshot.readers) == 1:
        (reader,) = snapshot.readers
        return model.paragraph_vectors(reader).of(reader, docs).astype(np.float32)
    vectors = np.zeros((len(docs), model.vectors.shape[1]), np.float32)
    segments = np.searchsorted(snapshot.offsets, docs, "right") - 1
    for segment, reader in enumerate(snapshot.readers):
        rows = np.flatnonzero(segments == segment)
        if len(rows):
            local_docs = docs[rows] - snapshot.offsets[segment]
            vectors[rows] = model.paragraph_vectors(reader).of(reader, local_docs)
    return vectors


def typed_stems(node: Query) -> list[str]:
    """Return the stems of the words as typed that a node asks for."""
    if isinstance(node, (Term, Phrase)):
        words = [node.text] if isinstance(node, Term) else node.words
        bare = [as_indexed(word, node.fieldname) for word in words]
        return bare if node.fieldname == "text" else list(map(stem, bare))
    if isinstance(node, AndMaybe):
        return typed_stems(node.a)
    if type(node) is Synonyms:
        return typed_stems(node.subqueries[0])  # the first form is as typed
    if isinstance(node, (And, Or, DisjunctionMax)):
        return [
            word for child in node if not isinstance(child, Synonyms) for word in typed_stems(child)
        ]
    return []
