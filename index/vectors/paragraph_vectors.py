"""A vector for each paragraph of a segment: the direction of the weighted sum of its word vectors.

Each is scaled to length 127 and rounded to bytes (scalar quantization): 64 dimensions are one
cache line.
"""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.segments.reader import SegmentReader

QUANTIZED_LENGTH = 127


class ParagraphVectors:
    """The vectors of a segment's `size` paragraphs, computed on first use and kept.

    `rows` gives for each word of the segment its row of `vectors`, float32 (v, d), which are as
    long as the word is weighty. Safe in any number of threads: two that compute the same vector
    write the same bytes, and none is marked as computed before it is written. The segment's reader
    is passed in and not kept, so that it can be freed while this is cached.
    """

    def __init__(self, size: int, rows: Array, vectors: Array) -> None:
        self.rows, self.vectors = rows, vectors
        self._bytes = np.zeros((size, vectors.shape[1]), np.int8)
        self._is_computed = np.zeros(size, bool)

    def of(self, reader: SegmentReader, docs: Array) -> Array:
        """Return the vectors of paragraphs, int8 (n, d); 0 for those without known words."""
        is_computed = self._is_computed[docs]
        if np.count_nonzero(is_computed) < len(docs):
            new = docs[~is_computed]
            self._bytes[new] = self._compute(reader, new)
            self._is_computed[new] = True
        return self._bytes.take(docs, axis=0)

    def _compute(self, reader: SegmentReader, docs: Array) -> Array:
        sizes = reader.lengths[docs]
        words = self.rows.take(reader.tokens_of(docs))
        ones, end = np.ones(sizes.max(), np.float32), 0
        sums = np.empty((len(docs), self.vectors.shape[1]), np.float32)
        for row, size in zip(sums, sizes.tolist(), strict=True):
            start, end = end, end + size
            # As a product: numpy's own sums by runs of rows take ten times as long.
            np.dot(ones[:size], self.vectors.take(words[start:end], axis=0), out=row)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        quantized: Array = np.rint(sums * (QUANTIZED_LENGTH / np.maximum(lengths, 1e-9))).astype(
            np.int8
        )
        return quantized
