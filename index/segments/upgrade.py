"""Segments of older formats: words are found anew (format 1), new columns are empty (1 to 3)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.facets import COMBO_COLUMNS
from index.segments.arrays import Array, Arrays, read_arrays
from index.segments.invert import LEADS_OF, invert, invert_leads
from index.segments.strings import Strings
from index.segments.words import WordColumns

NEW_IN_FORMAT_2 = "hyphens"
NEW_IN_FORMAT_3 = {
    "doc.path": "doc.number",
    "doc.lead": "doc.number",
    "report.scale": "report.date",
}
"""Columns of codes, of values that older readers did not read; a column that is as long."""

NEW_IN_FORMAT_4 = len(COMBO_COLUMNS)
"""The columns that `combo.rows` has, the last of which are themes by section."""

MARKS = (NEW_IN_FORMAT_2, *NEW_IN_FORMAT_3, "combo.rows")
"""What tells stored columns of today's format from older ones."""


def read_segment(path: Path) -> dict[str, Array]:
    """Return the arrays of a segment as in today's format. Raise what `read_arrays` raises."""
    arrays = with_all_columns(read_arrays(path))
    if not has_current_words(arrays):
        return invert(with_current_words(arrays))
    return arrays if LEADS_OF in arrays else {**arrays, **invert_leads(arrays)}


def is_current(arrays: Arrays) -> bool:
    """Return whether stored columns, with those named in MARKS, are in today's format."""
    has_all = all(name in arrays for name in MARKS)
    return has_all and arrays["combo.rows"].shape[1] == NEW_IN_FORMAT_4


def has_current_words(arrays: Arrays) -> bool:
    """Return whether the words of a segment are those that today's analysis finds."""
    return NEW_IN_FORMAT_2 in arrays


def in_current_format(stored: Arrays) -> dict[str, Array]:
    """Return stored columns of any format as in today's."""
    return with_current_words(with_all_columns(stored))


def with_all_columns(stored: Arrays) -> dict[str, Array]:
    """Return stored columns with those that are new since, without a value anywhere."""
    columns = dict(stored)
    for name, as_long in NEW_IN_FORMAT_3.items():
        if name not in columns:
            columns[name] = np.zeros(len(stored[as_long]), np.int32)
            columns |= Strings.of(()).to_arrays(f"names.{name.partition('.')[2]}")
    rows = stored["combo.rows"]
    if missing := NEW_IN_FORMAT_4 - rows.shape[1]:
        columns["combo.rows"] = np.pad(rows, ((0, 0), (0, missing)))
    return columns


def with_current_words(stored: Arrays) -> dict[str, Array]:
    """Return stored columns with the words that today's analysis finds in the texts."""
    if has_current_words(stored):
        return dict(stored)
    words = WordColumns()
    for text in Strings.from_arrays(stored, "doc.text").all():
        words.add(text)
    return {**stored, **words.columns()}
