"""How many of the matches have each value of each facet, in paragraphs and in reports."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.columns import REPORT_KEYS, Columns
from search.matches import Array

Counts = tuple[Array, Array]
"""Paragraphs and reports of each code of a facet, int64; code 0 is no value."""


def counts(columns: Columns, docs: Array, keys: Iterable[str]) -> dict[str, Counts]:
    """Returns for each facet of `keys` how many of rising `docs` have each of its codes.

    One count of reports serves all facets of reports; one count of combinations, and one union
    of their bits a report, serve all facets of paragraphs.
    """
    by_report = np.bincount(columns.report_of[docs], minlength=len(columns.dates))
    held = np.flatnonzero(by_report)
    sizes = by_report[held]
    found = {key: of_reports(columns, key, held, sizes) for key in keys if key in REPORT_KEYS}
    others = [key for key in keys if key not in REPORT_KEYS]
    if others:
        combos = columns.combo[docs]
        by_combo = np.bincount(combos, minlength=len(columns.combos))
        paragraphs = (by_combo.astype(np.float64) @ columns.combo_bits).astype(np.int64)
        reports = bits_of_reports(columns, combos, sizes)
        for key in others:
            run = columns.bits[key]
            found[key] = paragraphs[run], reports[run]
    return found


def of_reports(columns: Columns, key: str, held: Array, sizes: Array) -> Counts:
    """Returns the counts of a facet that reports have, from the `sizes` of the matches of the
    reports `held`.
    """
    codes, count = columns.report_codes[key][held], len(columns.names[key])
    paragraphs = np.bincount(codes, sizes, count).astype(np.int64)
    return paragraphs, np.bincount(codes, minlength=count)


def bits_of_reports(columns: Columns, combos: Array, sizes: Array) -> Array:
    """Returns for each bit of `columns.combo_bits` how many reports have a match with it, int64.

    The `sizes` matches of each report stand together: one `reduceat` a word unites their bits.
    """
    if not len(sizes):
        return np.zeros(columns.combo_bits.shape[1], np.int64)
    starts = np.cumsum(sizes) - sizes
    words = [np.bitwise_or.reduceat(word[combos], starts) for word in columns.combo_words]
    counts = [summed(united) for united in words]
    return np.concatenate(counts)[: columns.combo_bits.shape[1]]


def summed(words: Array) -> Array:
    """Returns for each of 64 bits how many of `words`, uint64, have it, int64.

    Added up as a product of float32, which is exact up to 16 million and far faster.
    """
    bits = np.unpackbits(words.view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    return (np.ones(len(bits), np.float32) @ bits.astype(np.float32)).astype(np.int64)
