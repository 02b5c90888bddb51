"""What searching adds to the raw columns of a segment: for each word and stem, where it stands.

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
from index.segments.arrays import Array, Arrays, smallest
from index.segments.strings import Strings


def inverted(raw: Arrays) -> dict[str, Array]:
    """Returns `raw` with the arrays that searching needs."""
    words = Strings.within(raw, "words").all()
    stems, stem_of = np.unique(
        np.array([stem(word) for word in words], object), return_inverse=True
    )
    return {
        **raw,
        **places(raw["tokens"], len(words)),
        **Strings.of(stems.tolist()).named("stems"),
        "stem.of": smallest(stem_of.reshape(-1), len(stems)),
        **postings(raw, smallest(stem_of.reshape(-1), len(stems)), len(stems)),
    }


def places(tokens: Array, words: int) -> dict[str, Array]:
    """Returns `word.first` and `places`: the tokens sorted by word, then by place."""
    first = np.zeros(words + 1, np.int64)
    np.cumsum(np.bincount(tokens, minlength=words), out=first[1:])
    return {"word.first": first, "places": smallest(order(tokens), len(tokens))}


def order(codes: Array) -> Array:
    """Returns the stable order of unsigned `codes`, int64: a radix sort of 16 bits at a time."""
    rows = np.argsort(codes.astype(np.uint16), kind="stable")
    if codes.dtype.itemsize > 2:
        rows = rows[np.argsort((codes >> 16).astype(np.uint16)[rows], kind="stable")]
    return rows


def postings(raw: Arrays, stem_of: Array, stems: int) -> dict[str, Array]:
    """Returns `stem.first`, `docs` and `tf` of the tokens of `raw`."""
    codes = stem_of[raw["tokens"]]
    sizes = np.diff(raw["token.first"])
    rows = order(codes)
    codes, docs = codes[rows], np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[rows]
    new = np.ones(len(codes), bool)
    np.logical_or(codes[1:] != codes[:-1], docs[1:] != docs[:-1], out=new[1:])
    starts = np.flatnonzero(new)
    tf = np.diff(starts, append=len(codes))
    first = np.searchsorted(codes[starts], np.arange(stems + 1)).astype(np.int64)
    return {"stem.first": first, "docs": docs[starts], "tf": smallest(tf, int(tf.max(initial=1)))}
