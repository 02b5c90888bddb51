"""Watermarks: words printed across a page, at an angle, large over its text, or large and faint."""

from __future__ import annotations

from typing import Any

import numpy as np

from corpus.formats.document import PageInfo
from corpus.formats.pdf.visibility import Drawing
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import FAINT, SLANTED, PdfWord

MIN_SIZE_POINTS, MIN_SIZE_RATIO = 28.0, 2.2
"""Type of a watermark that stands upright: its size, at least, and how many times the words' it is
printed over."""

MIN_COVERED_WORDS = 2
"""Words of the text that an upright watermark is printed over, at least."""

MAX_LARGE_WORDS = 50
"""A page of more large words than this is a poster: they are its text."""

CORE_SHARE = 0.25
"""The share of a letter's height, above and below, that may overlap with other lines."""


def watermark_words(words: WordArrays) -> set[int]:
    """Return the indices of the words of a page that are a watermark."""
    slanted = set(np.flatnonzero(words.look == SLANTED).tolist())
    large = np.flatnonzero(words.size >= MIN_SIZE_POINTS).tolist()
    if len(large) > MAX_LARGE_WORDS:
        return slanted
    return slanted | {index for index in large if is_printed_over(words[index], words)}


def faint_marks(words: WordArrays, page: Any, info: PageInfo) -> set[int]:
    """Return the indices of words that are far larger than the text, and so faint on white paper.

    A title is not; pale words on a banner stand on a ground of their own.
    """
    is_faint = words.look == FAINT
    faint = np.flatnonzero(is_faint & (words.size >= MIN_SIZE_POINTS)).tolist()
    if not faint or len(faint) > MAX_LARGE_WORDS:
        return set()
    sizes = np.sort(words.size[~is_faint])
    if not len(sizes):
        return set()
    text_size = sizes[len(sizes) // 2]
    drawing = Drawing(page, info.width, info.height)
    return {
        index
        for index in faint
        if words.size[index] >= text_size * MIN_SIZE_RATIO and drawing.is_on_paper(words[index])
    }


def is_printed_over(mark: PdfWord, words: WordArrays) -> bool:
    """Return whether an upright word stands over, or under, words that are much smaller."""
    core = (mark.bottom - mark.top) * CORE_SHARE
    middle, centre = (words.top + words.bottom) / 2, (words.left + words.right) / 2
    is_covered = (mark.top + core < middle) & (middle < mark.bottom - core)
    is_covered &= (mark.left < centre) & (centre < mark.right)
    is_covered &= words.size * MIN_SIZE_RATIO <= mark.size
    return int(np.count_nonzero(is_covered)) >= MIN_COVERED_WORDS
