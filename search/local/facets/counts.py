"""Count how many of the matches have each value of each facet, in paragraphs and in reports."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.columns import PARAGRAPH_KEYS, REPORT_KEYS
from index.segments.arrays import Array
from search.local.by_report import ByReport
from search.local.facets.codes import FacetBins

MAX_BYTE = 255
FEW_MATCHES = MAX_BYTE  # up to so many matches, reports are counted in bytes
REPORT_UNIT = 1 << 32  # one report, above its paragraphs in one float64: exact up to 2 million

CodeCounts = tuple[Array, Array]
"""Paragraphs and reports of each code of a facet, int64; code 0 is no value."""


def count_facets(bins: FacetBins, matches: ByReport, keys: Sequence[str]) -> dict[str, CodeCounts]:
    """Return for each facet of `keys` how many of the matches have each of its codes."""
    if len(matches.docs) <= FEW_MATCHES:
        return by_facet(bins, keys, count_few(bins, matches))
    counts: dict[str, CodeCounts] = {}
    if of_paragraphs := [key for key in keys if key in PARAGRAPH_KEYS]:
        counts |= by_facet(bins, of_paragraphs, count_paragraph_bins(bins, matches))
    if of_reports := [key for key in keys if key in REPORT_KEYS]:
        counts |= by_facet(bins, of_reports, count_report_bins(bins, matches, of_reports))
    return counts


def by_facet(bins: FacetBins, keys: Sequence[str], counts: CodeCounts) -> dict[str, CodeCounts]:
    """Return the counts of each facet, cut out of those of all bins."""
    paragraphs, reports = counts
    return {key: (paragraphs[bins.slices[key]], reports[bins.slices[key]]) for key in keys}


def count_few(bins: FacetBins, matches: ByReport) -> CodeCounts:
    """Return the counts of all bins, from the bins of each match.

    Each report marks its bins in a row of bytes; eight bytes at once are added up as one number.
    Where every match belongs to another report, both counts are the same.
    """
    match_bins = bins.of_paragraphs.take(matches.docs, axis=0)
    paragraphs = np.bincount(match_bins.reshape(-1), minlength=bins.count)
    if len(matches.reports) == len(matches.docs):
        return paragraphs, paragraphs
    marks = np.zeros((len(matches.reports), bins.count), np.uint8)
    marks[np.arange(len(marks)).repeat(matches.sizes)[:, None], match_bins] = 1
    return paragraphs, np.add.reduce(marks.view(np.uint64)).view(np.uint8).astype(np.int64)


def count_report_bins(bins: FacetBins, matches: ByReport, keys: Sequence[str]) -> CodeCounts:
    """Return the counts of the bins of some facets of reports: paragraphs and reports added up as
    one number. The other bins stay empty.
    """
    rows = bins.of_reports[[REPORT_KEYS.index(key) for key in keys]]
    report_bins = rows.take(matches.reports, axis=1)
    weights = np.empty(report_bins.shape)
    weights[:] = matches.sizes + REPORT_UNIT
    both = np.bincount(report_bins.reshape(-1), weights.reshape(-1), bins.count).astype(np.int64)
    return both & (REPORT_UNIT - 1), both >> 32


def count_paragraph_bins(bins: FacetBins, matches: ByReport) -> CodeCounts:
    """Return the counts of the bins of paragraphs, of one match or more.

    Paragraphs come from one count of their combinations; reports from the union of the bits of
    each report's combinations.
    """
    combos = bins.combo[matches.docs].astype(np.intp)
    by_combo = np.bincount(combos, minlength=len(bins.of_combos)).astype(bins.of_combos.dtype)
    unions = [np.bitwise_or.reduceat(word[combos], matches.starts) for word in bins.combo_bits]
    reports = [count_bits(words) for words in unions]
    paragraphs = (by_combo @ bins.of_combos).astype(np.int64)
    return paragraphs, reports[0] if len(reports) == 1 else np.concatenate(reports)


def count_bits(words: Array) -> Array:
    """Return for each of 32 bits how many of `words`, uint32, have it, int64 (32)."""
    bits = np.unpackbits(words.view(np.uint8), bitorder="little")
    lanes = bits.reshape(len(words), 32).view(np.uint64)
    totals = np.add.reduceat(lanes, np.arange(0, len(words), MAX_BYTE))
    counts: Array = totals.view(np.uint8).sum(axis=0, dtype=np.int64)
    return counts
