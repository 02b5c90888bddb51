"""How many of the matches have each value of each facet, in paragraphs and in reports."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.columns import PARAGRAPH_KEYS, REPORT_KEYS
from index.snapshot import Snapshot
from search.local.by_report import ByReport
from search.local.facet_codes import Bins, bins
from search.local.matches import Array

BYTE = 255  # what a byte can count
FEW = BYTE  # matches whose reports are counted by bytes
REPORT = 1 << 32  # a report beside its paragraphs in one number; float64 holds 2 million of them

Counts = tuple[Array, Array]
"""Paragraphs and reports of each code of a facet, int64; code 0 is no value."""


def counts(snapshot: Snapshot, spread: ByReport, keys: Sequence[str]) -> dict[str, Counts]:
    """Returns for each facet of `keys` how many of the matches have each of its codes."""
    table = bins(snapshot)
    if len(spread.docs) <= FEW:
        return parted(table, keys, of_few(table, spread))
    found: dict[str, Counts] = {}
    for count, known in ((of_paragraphs, PARAGRAPH_KEYS), (of_reports, REPORT_KEYS)):
        if wanted := [key for key in keys if key in known]:
            found |= parted(table, wanted, count(table, spread))
    return found


def parted(table: Bins, keys: Sequence[str], found: Counts) -> dict[str, Counts]:
    """Returns the counts of each facet from those of its bins."""
    paragraphs, reports = found
    return {key: (paragraphs[table.runs[key]], reports[table.runs[key]]) for key in keys}


def of_few(table: Bins, spread: ByReport) -> Counts:
    """Returns the counts of all bins, from the bins that each match has.

    Each report marks its bins as bytes; eight of them at once are added up as one number. Where
    every match is of another report, there is nothing to mark.
    """
    held = table.of_paragraph.take(spread.docs, axis=0)
    paragraphs = np.bincount(held.reshape(-1), minlength=table.count)
    if len(spread.reports) == len(spread.docs):
        return paragraphs, paragraphs
    marks = np.zeros((len(spread.reports), table.count), np.uint8)
    marks[np.arange(len(marks)).repeat(spread.sizes)[:, None], held] = 1
    return paragraphs, np.add.reduce(marks.view(np.uint64)).view(np.uint8).astype(np.int64)


def of_reports(table: Bins, spread: ByReport) -> Counts:
    """Returns the counts of the bins that reports have: both are added up as one number."""
    held = table.of_report.take(spread.reports, axis=1)
    each = np.empty(held.shape)
    each[:] = spread.sizes + REPORT
    both = np.bincount(held.reshape(-1), each.reshape(-1), table.count).astype(np.int64)
    return both & (REPORT - 1), both >> 32


def of_paragraphs(table: Bins, spread: ByReport) -> Counts:
    """Returns the counts of the bins that paragraphs have, of any number of matches but none:
    from one count of their combinations, and one union of the bits of each report.
    """
    combos = table.combo[spread.docs].astype(np.intp)
    by_combo = np.bincount(combos, minlength=len(table.of_combo)).astype(table.of_combo.dtype)
    united = [np.bitwise_or.reduceat(word[combos], spread.starts) for word in table.words]
    reports = [summed(words) for words in united]
    paragraphs = (by_combo @ table.of_combo).astype(np.int64)
    return paragraphs, reports[0] if len(reports) == 1 else np.concatenate(reports)


def summed(words: Array) -> Array:
    """Returns for each of 32 bits how many of `words`, uint32, have it, int64."""
    bits = np.unpackbits(words.view(np.uint8), bitorder="little")
    lanes = bits.reshape(len(words), 32).view(np.uint64)
    totals = np.add.reduceat(lanes, np.arange(0, len(words), BYTE))
    found: Array = totals.view(np.uint8).sum(axis=0, dtype=np.int64)
    return found
