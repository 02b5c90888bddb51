"""The words that a collection prints, as a query asks for them: whether, and with which hyphens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array
from index.segments.numeric import run_bounds
from index.segments.reader import SegmentReader
from index.snapshot import Snapshot

MAX_HYPHENS = 3  # of a compound: more are a list, or a name
PAIR_BITS, SECOND_OF_PAIR = np.uint64(32), np.uint64(2**32 - 1)
MAX_CACHED_STEMS = 1 << 13  # about a megabyte


class SnapshotWords:
    """The words of a `snapshot` as its living paragraphs print them. Safe in threads.

    `frequency` returns the number of paragraphs that contain a stem: every query asks for those of
    its words, and of the forms that these may have.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.frequency = lru_cache(MAX_CACHED_STEMS)(partial(snapshot.frequency, "text"))

    def is_printed(self, words: Sequence[str]) -> bool:
        """Return whether a paragraph has words as written, one after another."""
        if not self._words.issuperset(words):
            return False
        if len(words) > 1:
            return len(self.snapshot.phrase("exact", words)[0]) > 0
        return self.snapshot.alive is None or self.snapshot.frequency("exact", words[0]) > 0

    @lazy_property
    def _words(self) -> frozenset[str]:
        """Every word as written, also of deleted paragraphs."""
        return frozenset().union(*(reader.words.all() for reader in self.snapshot.readers))

    def hyphenated(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Return the words that hyphens join to `first` in any paragraph, sorted."""
        return self._after.get(first, ())

    @lazy_property
    def _after(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        after = defaultdict(set)
        offsets = self.snapshot.offsets
        for reader, offset in zip(self.snapshot.readers, offsets, strict=False):
            for first, *others in hyphenated_words(self.snapshot, reader, offset):
                after[first].add(tuple(others))
        return {first: tuple(sorted(others)) for first, others in after.items()}


def hyphenated_words(
    snapshot: Snapshot, reader: SegmentReader, offset: int
) -> Iterator[tuple[str, ...]]:
    """Yield the words of each compound with hyphens that a segment's living paragraphs print."""
    for hyphens in range(1, MAX_HYPHENS + 1):
        rows, places = reader.hyphenated(hyphens)
        if snapshot.alive is not None:
            rows = rows[snapshot.alive[reader.docs_of(places) + offset]]
        compounds = unique_rows(rows)
        words = iter(reader.words.get_many(compounds.reshape(-1).tolist()))
        yield from zip(*[words] * compounds.shape[1], strict=True)


def unique_rows(rows: Array) -> Array:
    """Return the different rows of a table of unsigned numbers below 2**32 (n, k), k above 0.

    As `numpy.unique` along an axis does, in a fraction of the time: two columns, as nearly all
    tables have, are sorted as one number.
    """
    if rows.shape[1] == 2:
        pairs = np.sort(rows[:, 0].astype(np.uint64) << PAIR_BITS | rows[:, 1])
        pairs = pairs[run_bounds(pairs)[:-1]]
        return np.stack((pairs >> PAIR_BITS, pairs & SECOND_OF_PAIR), axis=1)
    keys = rows[:, 0].astype(np.int64)
    for column in rows.T[1:]:
        _, keys = np.unique(keys, return_inverse=True)
        keys = keys.reshape(-1) * (int(column.max(initial=0)) + 1) + column
    table: Array = rows[np.unique(keys, return_index=True)[1]]
    return table
