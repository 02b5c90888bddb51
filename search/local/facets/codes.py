"""Number the values of all facets consecutively, so that all are counted at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

from corpus.lazy import lazy_property
from index.columns import PARAGRAPH_KEYS, REPORT_KEYS, Columns
from index.facets import EITHER, THEME
from index.segments.arrays import Array
from index.segments.numeric import to_narrowest

BYTES_PER_WORD = 8  # byte counters that are added up as one 64-bit number


class FacetBins:
    """The bins of a snapshot's facets, and which of them its reports and paragraphs fall into.

    `slices` gives the bins of each facet, one per code, code 0 (no value) first: the facets of
    paragraphs, then those of reports. `count` is the number of bins, a multiple of BYTES_PER_WORD;
    the last is a spare one of no facet. `combo` (size) is the combination of each paragraph.
    Themes are those by `theme_by`, a key of THEME_COLUMNS.
    """

    def __init__(self, columns: Columns, theme_by: str = EITHER) -> None:
        self.columns, self.theme_by = columns, theme_by
        self.combo = columns.combo
        keys = (*PARAGRAPH_KEYS, *REPORT_KEYS)
        sizes = [len(columns.names[key]) for key in keys]
        ends = accumulate(sizes, initial=0)
        slices = (slice(*bounds) for bounds in pairwise(ends))
        self.slices = dict(zip(keys, slices, strict=True))
        self.count = sum(sizes) + 1 + -(sum(sizes) + 1) % BYTES_PER_WORD

    @lazy_property
    def of_reports(self) -> Array:
        """The bins of each report, intp (facets of reports, reports)."""
        codes = self.columns.report_codes
        return np.array(
            [codes[key].astype(np.intp) + self.slices[key].start for key in REPORT_KEYS]
        )

    @lazy_property
    def of_combos(self) -> Array:
        """Which bins each combination falls into: 0 or 1, float (combinations, paragraph bins).

        Floats, so that counting is a product that numpy hands to BLAS; of the smaller type that
        represents every number up to the size of the snapshot.
        """
        parts = []
        for key in PARAGRAPH_KEYS:
            codes = self.columns.combo_codes(key, self.theme_by)[:, None]
            all_codes = np.arange(len(self.columns.names[key]))
            has_theme = codes >> np.maximum(all_codes - 1, 0) & (all_codes > 0)
            parts.append(has_theme if key == THEME else codes == all_codes)
        exact = np.float32 if self.combo.size < 1 << 24 else np.float64
        return np.concatenate(parts, axis=1).astype(exact)

    @lazy_property
    def combo_bits(self) -> tuple[Array, ...]:
        """The same as bits, 32 bins per word: for each word an array uint32 (combinations)."""
        packed = np.packbits(self.of_combos.astype(bool), axis=1, bitorder="little")
        padded = np.pad(packed, ((0, 0), (0, -packed.shape[1] % 4)))
        words = np.ascontiguousarray(padded).view(np.uint32)
        return tuple(np.ascontiguousarray(words[:, word]) for word in range(words.shape[1]))

    @lazy_property
    def of_paragraphs(self) -> Array:
        """The bins of each paragraph, unsigned (size, most bins of one paragraph).

        The spare bin fills the rows of paragraphs that fall into fewer.
        """
        in_bin = self.of_combos > 0
        most = int(in_bin.sum(axis=1).max(initial=0))
        combos = np.full((len(in_bin), most), self.count - 1)
        rows, bins = in_bin.nonzero()
        places = np.arange(len(rows)) - np.searchsorted(rows, rows)
        combos[rows, places] = bins
        reports = to_narrowest(self.of_reports.T, self.count)
        parts: Sequence[Array] = (
            to_narrowest(combos, self.count)[self.combo],
            reports[self.columns.report_of],
        )
        return np.concatenate(parts, axis=1)


def living_codes(columns: Columns, key: str) -> list[int]:
    """Return the codes of a facet but 0, ascending, that a living report or paragraph has.

    `columns.names` has more: segments also name the values of reports that were deleted.
    """
    if key in REPORT_KEYS:
        codes = columns.report_codes[key][columns.report_alive]
    else:
        codes = columns.combo_codes(key)[columns.living_combos]
    if key == THEME:
        mask = int(np.bitwise_or.reduce(codes, initial=0))
        return [code for code in range(1, len(columns.names[key])) if mask >> (code - 1) & 1]
    return [code for code in np.flatnonzero(np.bincount(codes)).tolist() if code]
