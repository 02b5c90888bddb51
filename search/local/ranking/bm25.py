"""BM25 as array expressions: the weight of each word, and its contribution to every score.

A word's impacts are its whole contribution to the score of each paragraph:

    idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average))
    idf = ln(1 + (n - df + 0.5) / (df + 0.5))

(Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; the idf is Lucene's, which
is never negative.) `n`, `df` and `average` are those of the paragraphs of the whole snapshot that
are neither deleted nor of a withdrawn report, so that a score depends neither on the segment that a
paragraph lies in nor on what is left out of searches.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log1p

import numpy as np

from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.local.cache import ArrayCache
from search.local.matches import Matches

K1, B = 1.2, 0.75
# Bytes of impacts and masks kept per paragraph of the snapshot, within limits. A few hundred
# different words fill it; three times as much is hardly faster where all queries are new.
CACHE_BYTES_PER_PARAGRAPH = 640
MIN_CACHE_BYTES, MAX_CACHE_BYTES = 1 << 20, 192 << 20
DENSE_SHARE = 64  # a word in more than one of so many paragraphs also gets a score for every one


class Bm25:
    """The weights of a snapshot's words, and the arrays computed from them.

    `n` counts the living paragraphs of reports that stand, which have `average` words;
    `length_norms`, float32 (size), is the length's part of the formula for each paragraph. It keeps
    `cache_share` of the bytes that may be kept.
    """

    def __init__(self, snapshot: Snapshot, cache_share: float = 1.0) -> None:
        per_paragraph = CACHE_BYTES_PER_PARAGRAPH * snapshot.size
        max_bytes = int(cache_share * min(MAX_CACHE_BYTES, max(MIN_CACHE_BYTES, per_paragraph)))
        self.snapshot, self.cache = snapshot, ArrayCache(max_bytes)
        # Synonyms and phrases apart: they are small beside words, and take far longer to compute.
        self.synonyms = ArrayCache(max_bytes // 4)
        self.phrases = ArrayCache(max_bytes // 8)
        self._stands = standing_paragraphs(snapshot)
        lengths = snapshot.lengths
        counted = lengths if self._stands is None else lengths[self._stands]
        self.n = len(counted)
        self.average = float(counted.mean()) if counted.any() else 1.0
        self.length_norms = (K1 * (1 - B + B / self.average * lengths)).astype(np.float32)

    def idf(self, df: int) -> float:
        """Return the weight of a word that `df` of the `n` paragraphs contain."""
        return log1p((self.n - df + 0.5) / (df + 0.5))

    def count(self, docs: Array) -> int:
        """Return how many of the living paragraphs `docs` are among the `n`."""
        return len(docs) if self._stands is None else int(np.count_nonzero(self._stands[docs]))

    def frequency(self, field: str, word: str) -> int:
        """Return how many of the `n` paragraphs contain a word."""
        return self.count(self.term(field, word).docs)

    def term(self, field: str, word: str) -> Matches:
        """Return the paragraphs that contain a word of `text` or `exact`, with its impacts."""
        key = field, word
        matches: Matches | None = self.cache.find(key)
        return self.cache.put(key, self._term(field, word)) if matches is None else matches

    def _term(self, field: str, word: str) -> Matches:
        docs, tf = self.snapshot.postings(field, word)
        matches = self.matches(docs, tf)
        if len(docs) * DENSE_SHARE <= self.snapshot.size:
            return matches
        dense = np.zeros(self.snapshot.size, np.float32)
        dense[docs] = matches.scores
        return Matches(docs, matches.scores, dense)

    def sum_of_idfs(self, field: str, words: Iterable[str]) -> float:
        """Return the weight of a phrase: that of all its words."""
        return sum(self.idf(self.frequency(field, word)) for word in words)

    def matches(self, docs: Array, tf: Array) -> Matches:
        """Return the paragraphs `docs`, in each of which one word occurs `tf` times, or what counts
        as one, with its impacts.
        """
        return Matches(docs, self.impacts(docs, tf, self.idf(self.count(docs))))

    def impacts(self, docs: Array, tf: Array, idf: float) -> Array:
        """Return the impacts of a word that occurs `tf` times in each of `docs`, float32."""
        tf = tf.astype(np.float32)
        impacts: Array = np.float32(idf * (K1 + 1)) * tf / (tf + self.length_norms[docs])
        return impacts


def standing_paragraphs(snapshot: Snapshot) -> Array | None:
    """Return the living paragraphs of reports that stand, bool (size); None where all are such."""
    stands = snapshot.columns.stands
    if stands is None:
        return snapshot.alive
    return stands if snapshot.alive is None else stands & snapshot.alive
