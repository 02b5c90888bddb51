"""The paragraphs of a segment that have a lead, found by its words as well as by their own.

A lead is printed once, in the paragraph before its list. So these few paragraphs have an inverted
index of their own, whose postings are added to theirs where paragraphs are searched; wording is
counted without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array, Arrays
from index.segments.invert import LEADS, LEADS_OF
from index.segments.inverted import InvertedIndex, Postings
from index.segments.strings import Strings

LEAD_WEIGHT = 0.25
"""What a word of a lead counts, where one of the text counts 1: how often it occurs, and in the
length (BM25F: Robertson, Zaragoza and Taylor 2004). What a list has in common tells one item of it
less than its own words do.
"""


class LeadIndex(InvertedIndex):
    """An inverted index of the `paragraphs` of a segment that have a lead, rising."""

    def __init__(self, arrays: Arrays) -> None:
        super().__init__(
            {name.removeprefix(LEADS): a for name, a in arrays.items() if name.startswith(LEADS)}
        )
        self.paragraphs = arrays[LEADS_OF]
        # Few words, which each query looks up beside those of the segment.
        self._find = {
            field: {word: row for row, word in enumerate(self.lexicon(field).all())}.get
            for field in ("text", "exact")
        }
        self._segment = {field: Strings.from_arrays(arrays, field) for field in ("words", "stems")}
        self._own_lengths = np.diff(arrays["token.first"])[self.paragraphs].astype(np.int32)

    @classmethod
    def of(cls, arrays: Arrays) -> LeadIndex | None:
        """Return that of a segment, None where no paragraph has a lead."""
        return cls(arrays) if len(arrays[LEADS_OF]) else None

    @property
    def lead_sizes(self) -> Array:
        """The number of words of the lead of each of `paragraphs`, int32."""
        sizes: Array = self.lengths - self._own_lengths
        return sizes

    def add(self, postings: Postings, whole: Postings) -> Postings:
        """Return postings of the segment with those of leads: `whole` are those here, of leads and
        texts as one. A word counts LEAD_WEIGHT in a lead; so does a phrase that is not all in a
        text.
        """
        if not len(whole[0]):
            return postings
        docs, counts = postings[0], postings[1].astype(np.float32)
        added = self.paragraphs[whole[0]].astype(docs.dtype, copy=False)
        weights = np.float32(LEAD_WEIGHT) * whole[1].astype(np.float32)
        places = np.searchsorted(docs, added)
        is_own = (
            docs.take(places, mode="clip") == added if len(docs) else np.zeros(len(added), bool)
        )
        own = places[is_own]
        counts[own] += weights[is_own] - np.float32(LEAD_WEIGHT) * counts[own]
        others = ~is_own
        return (
            np.insert(docs, places[others], added[others]),
            np.insert(counts, places[others], weights[others]),
        )

    def rows_of(self, field: str, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows here of words that are `rows` of the segment."""
        chosen: list[int] = np.flatnonzero(np.isin(self._segment_rows[field], rows)).tolist()
        return chosen

    @lazy_property
    def _segment_rows(self) -> dict[str, Array]:
        """The row in the segment of each word here, by field, -1 for a word of leads alone."""
        return {
            field: np.array([-1 if row is None else row for row in map(strings.find, own.all())])
            for field, strings, own in (
                ("text", self._segment["stems"], self.stems),
                ("exact", self._segment["words"], self.words),
            )
        }
