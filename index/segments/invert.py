"""Stored columns to an inverted index: where each word stands, and the postings of each stem.

The arrays that are added to the stored columns:

    word.first    int64 (words + 1): a word's first place
    places        positions in `tokens`, word by word, each word's in order
    stems         strings, sorted
    stem.of       the row in `stems` of each word
    stem.first    int64 (stems + 1): a stem's first posting
    docs, tf      postings, stem by stem: paragraph, and how often the stem stands in it
"""

from __future__ import annotations

import numpy as np

from index.analysis import stem
from index.segments.arrays import Array, Arrays
from index.segments.numeric import radix_argsort, to_narrowest
from index.segments.strings import Strings


def invert(stored: Arrays) -> dict[str, Array]:
    """Return the arrays of a segment: the stored columns with their inverted index."""
    words = Strings.from_arrays(stored, "words").all()
    stems, rows = np.unique(np.array([stem(word) for word in words], object), return_inverse=True)
    stem_of = to_narrowest(rows.reshape(-1), len(stems))
    return {
        **stored,
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
