"""Boundaries of phrases: how often one begins or ends where a reader would begin or end it.

That is at an edge of its paragraph or beside a function word: `the virtual school and`. A fragment
has words of content beside it instead: `social workers make good`. So frequent phrases are told
from frequent runs of words, without a grammar of the language.
"""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from search.local.wording.corpus import WordingCorpus
from search.local.wording.phrases import PhraseList


def count_boundaries(corpus: WordingCorpus, phrases: PhraseList) -> tuple[Array, Array]:
    """Return how many of the uses of each phrase inside the result begin at a boundary, and how
    many end at one, both int64.
    """
    places, size = phrases.inside, len(phrases)
    after = places.at + phrases.sizes.take(places.rows)
    begins = is_boundary(corpus, places.at - 1, places.at == corpus.first.take(places.docs))
    ends = is_boundary(corpus, after, after == corpus.first.take(places.docs + 1))
    return (
        np.bincount(places.rows[begins], minlength=size),
        np.bincount(places.rows[ends], minlength=size),
    )


def is_boundary(corpus: WordingCorpus, beside: Array, is_edge: Array) -> Array:
    """Return which places beside phrases are boundaries: those that are beyond the edge of the
    paragraph, and those of a function word.
    """
    words = corpus.tokens.take(np.where(is_edge, 0, beside))
    boundary: Array = is_edge | corpus.is_function_word.take(words)
    return boundary
