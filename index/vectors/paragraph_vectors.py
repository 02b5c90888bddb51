"""What each paragraph of a segment is about, as a direction among the words that keep company."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.segments.reader import SegmentReader

SCALE = 127  # a byte a dimension: 64 of a paragraph are one line of the processor's cache


class ParagraphVectors:
    """The gists of a segment's `size` paragraphs, each worked out when first asked for, and kept.

    `rows` gives for each word of the segment its row of `vectors`, float32 (v, d), which are as
    long as the word is weighty. Safe in any number of threads: two that work out the same gist
    write the same bytes, and no gist is known before it is written. It does not hold the segment,
    so that it can be kept as long as that is held elsewhere.
    """

    def __init__(self, size: int, rows: Array, vectors: Array) -> None:
        self.rows, self.vectors = rows, vectors
        self._held = np.zeros((size, vectors.shape[1]), np.int8)
        self._known = np.zeros(size, bool)

    def of(self, reader: SegmentReader, docs: Array) -> Array:
        """Return the gists of paragraphs, int8 (n, d): of length SCALE, or 0 without such words."""
        known = self._known[docs]
        if np.count_nonzero(known) < len(docs):
            new = docs[~known]
            self._held[new] = self._made(reader, new)
            self._known[new] = True
        return self._held.take(docs, axis=0)

    def _made(self, reader: SegmentReader, docs: Array) -> Array:
        """Return the directions of the sums of the vectors of the words of paragraphs."""
        sizes = reader.lengths[docs]
        words = self.rows.take(reader.tokens_of(docs))
        ones, end = np.ones(sizes.max(), np.float32), 0
        total = np.empty((len(docs), self.vectors.shape[1]), np.float32)
        for row, size in zip(total, sizes.tolist(), strict=True):
            start, end = end, end + size
            # As a product: numpy's own sums by runs of rows take ten times as long.
            np.dot(ones[:size], self.vectors.take(words[start:end], axis=0), out=row)
        lengths = np.linalg.norm(total, axis=1, keepdims=True)
        found: Array = np.rint(total * (SCALE / np.maximum(lengths, 1e-9))).astype(np.int8)
        return found
