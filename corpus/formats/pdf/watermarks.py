"""Watermarks: words printed across a page, at an angle or large over its lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.formats.pdf.words import SLANTED, PdfWord

MIN_SIZE_POINTS, MIN_SIZE_RATIO = 28.0, 2.2
"""Type of a watermark that stands upright: its size, at least, and how many times the words' it is
printed over."""

MIN_COVERED_WORDS = 2
"""Words of the text that an upright watermark is printed over, at least."""

CORE_SHARE = 0.25
"""The share of a letter's height, above and below, that may overlap with other lines."""


def watermark_words(words: Sequence[PdfWord]) -> set[int]:
    """Return the indices of the words of a page that are a watermark."""
    return {
        index
        for index, word in enumerate(words)
        if word.look == SLANTED or (word.size >= MIN_SIZE_POINTS and is_printed_over(word, words))
    }


def is_printed_over(mark: PdfWord, words: Sequence[PdfWord]) -> bool:
    """Return whether an upright word stands over, or under, words that are much smaller."""
    core = (mark.bottom - mark.top) * CORE_SHARE
    top, bottom = mark.top + core, mark.bottom - core
    covered = sum(
        top < (word.top + word.bottom) / 2 < bottom
        and mark.left < (word.left + word.right) / 2 < mark.right
        and word.size * MIN_SIZE_RATIO <= mark.size
        for word in words
    )
    return covered >= MIN_COVERED_WORDS
