"""Stored columns to an inverted index: where each word stands, and the postings of each stem.

The arrays that are added to the stored columns:

    word.first    int64 (words + 1): a word's first place
    places        positions in `tokens`, word by word, each word's in order
    stems         strings, sorted
    stem.of       the row in `stems` of each word
    stem.first    int64 (stems + 1): a stem's first posting
    docs, tf      postings, stem by stem: paragraph, and how often the stem stands in it

    leads.paragraphs   int32: the paragraphs that have a lead
    leads.*            the same arrays, and `words` and `tokens`, of these paragraphs alone, each
                       with the words of its lead before its own: `index.segments.leads`
"""

from __future__ import annotations

import numpy as np

from index.analysis import stem, with_lead
from index.segments.arrays import Array, Arrays
from index.segments.numeric import radix_argsort, to_narrowest
from index.segments.strings import Strings
from index.segments.words import WordColumns

LEADS = "leads."
LEADS_OF = f"{LEADS}paragraphs"


def invert(stored: Arrays) -> dict[str, Array]:
    """Return the arrays of a segment: the stored columns with their inverted indexes."""
    return {**stored, **invert_words(stored), **invert_leads(stored)}


def invert_leads(stored: Arrays) -> dict[str, Array]:
    """Return the arrays of the paragraphs that have a lead."""
    docs = np.flatnonzero(stored["doc.lead"]).astype(np.int32)
    texts = Strings.from_arrays(stored, "doc.text").get_many(docs.tolist())
    leads = Strings.from_arrays(stored, "names.lead").all()
    columns = WordColumns()
    for text, code in zip(texts, stored["doc.lead"][docs].tolist(), strict=True):
        columns.add(with_lead(leads[code - 1], text))
    words = columns.columns()
    inverted = {**words, **invert_words(words)}
    return {LEADS_OF: docs, **{f"{LEADS}{name}": array for name, array in inverted.items()}}


def invert_words(stored: Arrays) -> dict[str, Array]:
    """Return the inverted index of `words` and `tokens`."""
    words = Strings.from_arrays(stored, "words").all()
    stems, rows = np.unique(np.array([stem(word) for word in words], object), return_inverse=True)
    stem_of = to_narrowest(rows.reshape(-1), len(stems))
    return {
        **word_places(stored["tokens"], len(words)),
        **Strings.of(stems.tolist()).to_arrays("stems"),
        "stem.of": stem_of,
        **stem_postings(stored, stem_of, len(stems)),
    }


def word_places(tokens: Array, word_count: int) -> dict[str, Array]:
    """Return `word.first` and `places`: the positions of tokens, sorted by word, then by place."""
    first = np.zeros(word_count + 1, np.int64)
    np.cumsum(np.bincount(tokens, minlength=word_count), out=first[1:])
    return {"word.first": first, "places": to_narrowest(radix_argsort(tokens), len(tokens))}


def stem_postings(stored: Arrays, stem_of: Array, stem_count: int) -> dict[str, Array]:
    """Return `stem.first`, `docs` and `tf`: each stem's paragraphs, rising, with frequencies."""
    stems = stem_of[stored["tokens"]]
    sizes = np.diff(stored["token.first"])
    order = radix_argsort(stems)
    stems = stems[order]
    docs = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[order]
    begins = np.ones(len(stems), bool)
    np.logical_or(stems[1:] != stems[:-1], docs[1:] != docs[:-1], out=begins[1:])
    starts = np.flatnonzero(begins)
    tf = np.diff(starts, append=len(stems))
    first = np.searchsorted(stems[starts], np.arange(stem_count + 1)).astype(np.int64)
    return {
        "stem.first": first,
        "docs": docs[starts],
        "tf": to_narrowest(tf, int(tf.max(initial=1))),
    }
