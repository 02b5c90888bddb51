"""A Whoosh matcher over the postings of one term, which Whoosh's searcher walks one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.matching import LeafMatcher
from whoosh.matching.mcore import ReadTooFar

from index.segments.arrays import Array
from index.segments.numeric import least
from index.segments.reader import SegmentReader


class ArrayMatcher(LeafMatcher):
    """A position in the postings of one term; to Whoosh all of them are one block."""

    def __init__(
        self,
        reader: SegmentReader,
        field: str,
        text: bytes,
        docs: Array,
        weights: Array,
        format_: Any,
        scorer: Any,
    ) -> None:
        self.reader, self._term = reader, (field, text)
        self.docs, self.weights, self.position = docs, weights, 0
        self.format, self.scorer = format_, scorer

    def is_active(self) -> bool:
        """Return whether there is a posting here."""
        return self.position < len(self.docs)

    def reset(self) -> None:
        """Go back to the first posting."""
        self.position = 0

    def copy(self) -> ArrayMatcher:
        """Return another matcher at the same posting."""
        field, text = self._term
        twin = ArrayMatcher(
            self.reader, field, text, self.docs, self.weights, self.format, self.scorer
        )
        twin.position = self.position
        return twin

    def id(self) -> int:
        """Return the paragraph here. Raise ReadTooFar after the last."""
        if not self.is_active():
            raise ReadTooFar
        return int(self.docs[self.position])

    def next(self) -> bool:
        """Go to the next posting; return whether a new block begins there: never."""
        if not self.is_active():
            raise ReadTooFar
        self.position += 1
        return False

    def skip_to(self, id: int) -> bool:
        """Go to the first posting that is not before paragraph `id`; return as `next` does."""
        self.position += int(np.searchsorted(self.docs[self.position :], id))
        return False

    def skip_to_quality(self, minquality: float) -> int:
        """Go past the only block unless its quality exceeds `minquality`."""
        if self.block_quality() <= minquality:
            self.position = len(self.docs)
        return 0

    def all_ids(self) -> Iterator[int]:
        """Return an iterator over the paragraphs from here on."""
        return iter(self.docs[self.position :].tolist())

    def weight(self) -> float:
        """Return how often the term stands in the paragraph here."""
        return float(self.weights[self.position])

    def value(self) -> bytes:
        """Return nothing: postings have no encoded value, see `value_as`."""
        return b""

    def value_as(self, astype: str) -> Any:
        """Return the weight, or the positions of the term in the paragraph here."""
        if astype in ("weight", "frequency"):
            return self.weight()
        field, text = self._term
        row = self.reader.lexicon(field).find(text.decode("utf-8", "surrogatepass"))
        start, end = self.reader.token_first[self.id() : self.id() + 2].tolist()
        tokens = self.reader.tokens[start:end]
        rows = tokens if field == "exact" else self.reader.arrays["stem.of"][tokens]
        return np.flatnonzero(rows == row).tolist()

    def block_min_length(self) -> int:
        """Return the length of the shortest paragraph of these postings."""
        return least(self.reader.lengths[self.docs])

    def block_max_length(self) -> int:
        """Return the length of the longest paragraph of these postings."""
        return int(self.reader.lengths[self.docs].max(initial=0))

    def block_max_weight(self) -> float:
        """Return the largest weight of these postings."""
        return float(self.weights.max(initial=0))
