"""The postings of one term as Whoosh walks them: the oracle of the tests goes this way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.matching import LeafMatcher
from whoosh.matching.mcore import ReadTooFar

from index.segments.arrays import Array
from index.segments.reader import SegmentReader


class ArrayMatcher(LeafMatcher):
    """Whoosh's walk over the postings of one term."""

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
        self.docs, self.weights, self.at = docs, weights, 0
        self.format, self.scorer = format_, scorer

    def is_active(self) -> bool:
        """Returns whether there is a posting here."""
        return self.at < len(self.docs)

    def reset(self) -> None:
        """Goes back to the first posting."""
        self.at = 0

    def copy(self) -> ArrayMatcher:
        """Returns a second walk that stands at the same posting."""
        field, text = self._term
        twin = ArrayMatcher(
            self.reader, field, text, self.docs, self.weights, self.format, self.scorer
        )
        twin.at = self.at
        return twin

    def id(self) -> int:
        """Returns the paragraph here."""
        if not self.is_active():
            raise ReadTooFar
        return int(self.docs[self.at])

    def next(self) -> bool:
        """Goes on by one posting; there is one block, so a new one is never reached."""
        if not self.is_active():
            raise ReadTooFar
        self.at += 1
        return False

    def skip_to(self, id: int) -> bool:
        """Goes on to the first posting that is not before paragraph `id`."""
        self.at += int(np.searchsorted(self.docs[self.at :], id))
        return False

    def skip_to_quality(self, minquality: float) -> int:
        """Goes behind the only block, unless its quality passes `minquality`."""
        if self.block_quality() <= minquality:
            self.at = len(self.docs)
        return 0

    def all_ids(self) -> Iterator[int]:
        """Yields the paragraphs from here on."""
        return iter(self.docs[self.at :].tolist())

    def weight(self) -> float:
        """Returns how often the term stands in the paragraph here."""
        return float(self.weights[self.at])

    def value(self) -> bytes:
        """Returns nothing: postings have no encoded value, see `value_as`."""
        return b""

    def value_as(self, astype: str) -> Any:
        """Returns the weight, or the positions of the term in the paragraph here."""
        if astype in ("weight", "frequency"):
            return self.weight()
        field, text = self._term
        row = self.reader.lexicon(field).find(text.decode("utf-8", "surrogatepass"))
        start, end = self.reader.token_first[self.id() : self.id() + 2].tolist()
        tokens = self.reader.tokens[start:end]
        rows = tokens if field == "exact" else self.reader.arrays["stem.of"][tokens]
        return np.flatnonzero(rows == row).tolist()

    def block_min_length(self) -> int:
        """Returns the length of the shortest paragraph of these postings."""
        return int(self.reader.lengths[self.docs].min(initial=0))

    def block_max_length(self) -> int:
        """Returns the length of the longest paragraph of these postings."""
        return int(self.reader.lengths[self.docs].max(initial=0))

    def block_max_weight(self) -> float:
        """Returns the largest weight of these postings."""
        return float(self.weights.max(initial=0))
