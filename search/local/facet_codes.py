"""Where the values of facets are counted: a bin for each, those of all facets numbered through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

from corpus.lazy import lazy_property
from index.columns import PARAGRAPH_KEYS, REPORT_KEYS
from index.segments.numeric import to_narrowest
from index.snapshot import Snapshot
from search.local.matches import Array

LANES = 8  # bytes that are added up as one number


class Bins:
    """The bins of a snapshot's facets, and which of them its reports and paragraphs have.

    `runs` gives the bins of each facet, one a code, code 0 first: those of PARAGRAPH_FACETS, then
    those of REPORT_FACETS. Of `count` bins in all, a multiple of LANES, the last is no facet's.
    `combo` (size) gives the combination of each paragraph.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.columns = snapshot.columns
        self.combo = self.columns.combo
        keys = (*PARAGRAPH_KEYS, *REPORT_KEYS)
        sizes = [len(self.columns.names[key]) for key in keys]
        ends = accumulate(sizes, initial=0)
        self.runs = {key: slice(*run) for key, run in zip(keys, pairwise(ends), strict=True)}
        self.count = sum(sizes) + 1 + -(sum(sizes) + 1) % LANES

    @lazy_property
    def of_report(self) -> Array:
        """The bins of each report, intp (REPORT_FACETS, reports)."""
        codes = self.columns.report_codes
        return np.array([codes[key].astype(np.intp) + self.runs[key].start for key in REPORT_KEYS])

    @lazy_property
    def of_combo(self) -> Array:
        """Which bins each combination has: 0 or 1 (combinations, those of paragraphs).

        As floats, so that counting is a product that numpy hands to BLAS; in the smaller of them
        that holds every number up to the size of the snapshot.
        """
        parts = []
        for column, key in enumerate(PARAGRAPH_KEYS):
            codes = self.columns.combos[:, column : column + 1]
            known = np.arange(len(self.columns.names[key]))
            masked = codes >> np.maximum(known - 1, 0) & (known > 0)
            parts.append(masked if key == "theme" else codes == known)
        exact = np.float32 if self.combo.size < 1 << 24 else np.float64
        return np.concatenate(parts, axis=1).astype(exact)

    @lazy_property
    def words(self) -> tuple[Array, ...]:
        """The same as bits, 32 bins a word: one array of uint32 (combinations) a word."""
        packed = np.packbits(self.of_combo.astype(bool), axis=1, bitorder="little")
        padded = np.pad(packed, ((0, 0), (0, -packed.shape[1] % 4)))
        words = np.ascontiguousarray(padded).view(np.uint32)
        return tuple(np.ascontiguousarray(words[:, word]) for word in range(words.shape[1]))

    @lazy_property
    def of_paragraph(self) -> Array:
        """The bins of each paragraph, unsigned (size, most bins a paragraph has).

        The last bin of all stands where a paragraph has fewer.
        """
        held = self.of_combo > 0
        most = int(held.sum(axis=1).max(initial=0))
        combos = np.full((len(held), most), self.count - 1)
        rows, bins = held.nonzero()
        places = np.arange(len(rows)) - np.searchsorted(rows, rows)
        combos[rows, places] = bins
        reports = to_narrowest(self.of_report.T, self.count)
        found: Sequence[Array] = (
            to_narrowest(combos, self.count)[self.combo],
            reports[self.columns.report_of],
        )
        return np.concatenate(found, axis=1)


def bins(snapshot: Snapshot) -> Bins:
    """Returns the Bins of a snapshot, the same for all threads, dropped with the snapshot."""
    found: Bins = snapshot.compute_once("bins", Bins)
    return found
