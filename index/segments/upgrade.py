"""Segments of format 1, whose words an older analysis found: their words are found anew."""

from __future__ import annotations

from pathlib import Path

from index.segments.arrays import Array, Arrays, read_arrays
from index.segments.invert import invert
from index.segments.strings import Strings
from index.segments.words import WordColumns

NEW_IN_FORMAT_2 = "hyphens"


def read_segment(path: Path) -> dict[str, Array]:
    """Return the arrays of a segment as in today's format. Raise what `read_arrays` raises."""
    arrays = read_arrays(path)
    return arrays if has_current_words(arrays) else invert(with_current_words(arrays))


def has_current_words(arrays: Arrays) -> bool:
    """Return whether the words of a segment are those that today's analysis finds."""
    return NEW_IN_FORMAT_2 in arrays


def with_current_words(stored: Arrays) -> dict[str, Array]:
    """Return stored columns with the words that today's analysis finds in the texts."""
    if has_current_words(stored):
        return dict(stored)
    words = WordColumns()
    for text in Strings.from_arrays(stored, "doc.text").all():
        words.add(text)
    return {**stored, **words.columns()}
