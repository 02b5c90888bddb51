"""Segments of earlier programs: words of format 1 are found anew, facets they lack are empty."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.facets import REPORT_FACETS
from index.segments.arrays import Array, Arrays, read_arrays
from index.segments.invert import invert
from index.segments.strings import Strings
from index.segments.words import WordColumns

NEW_IN_FORMAT_2 = "hyphens"


def read_segment(path: Path) -> dict[str, Array]:
    """Return the arrays of a segment as in today's format. Raise what `read_arrays` raises."""
    arrays = with_all_facets(read_arrays(path))
    return arrays if has_current_words(arrays) else invert(with_current_words(arrays))


def has_current_words(arrays: Arrays) -> bool:
    """Return whether the words of a segment are those that today's analysis finds."""
    return NEW_IN_FORMAT_2 in arrays


def with_all_facets(stored: Arrays) -> dict[str, Array]:
    """Return stored columns with a column for each facet of reports: one that is newer than they
    has no value, until the reports are read again.
    """
    columns = dict(stored)
    for facet in REPORT_FACETS:
        if f"report.{facet.key}" not in stored:
            columns[f"report.{facet.key}"] = np.zeros_like(stored["report.date"])
            columns |= Strings.of(()).to_arrays(f"names.{facet.key}")
    return columns


def with_current_words(stored: Arrays) -> dict[str, Array]:
    """Return stored columns with all facets, and the words that today's analysis finds in the
    texts.
    """
    stored = with_all_facets(stored)
    if has_current_words(stored):
        return stored
    words = WordColumns()
    for text in Strings.from_arrays(stored, "doc.text").all():
        words.add(text)
    return {**stored, **words.columns()}
