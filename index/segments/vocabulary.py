"""The words of several segments as one sorted vocabulary, and paragraphs as rows of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from index.segments.arrays import Array
from index.segments.reader import SegmentReader


class MergedVocabulary:
    """Every word as written in any of `readers`, sorted: `words`."""

    def __init__(self, readers: Sequence[SegmentReader]) -> None:
        by_segment = [reader.words.all() for reader in readers]
        words = by_segment[0] if len(by_segment) == 1 else sorted(set().union(*by_segment))
        row_of = {word: row for row, word in enumerate(words)}
        self.words = tuple(words)
        self._readers = readers
        self._offsets = tuple(accumulate((reader.size for reader in readers), initial=0))
        # For each segment, the row here of each of its words.
        self._rows = [
            np.array([row_of[word] for word in segment_words], np.int64)
            for segment_words in by_segment
        ]

    def tokens(self, docs: Array) -> Array:
        """Return the words of paragraphs, one after another, as rows of `words`, int64.

        `docs` count through the paragraphs of all segments.
        """
        segment_of = np.searchsorted(self._offsets, docs, "right") - 1
        sizes = np.zeros(len(docs), np.int64)
        parts = []
        for number, reader in enumerate(self._readers):
            here = segment_of == number
            local_docs = docs[here] - self._offsets[number]
            sizes[here] = reader.lengths[local_docs]
            parts.append(self._rows[number][reader.tokens_of(local_docs)])
        segment_of_token = np.repeat(segment_of, sizes)
        tokens = np.zeros(len(segment_of_token), np.int64)
        for number, part in enumerate(parts):
            tokens[segment_of_token == number] = part
        return tokens
