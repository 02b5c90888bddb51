"""Words that no reader sees: off the page, as small as dust, or leaving no ink where they stand.

White or transparent text may stand on a dark banner, and invisible text over the picture of a
scanned page. So where a word's look leaves it in doubt, the page is drawn and its place looked at.
"""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import DOUBTFUL, PdfWord

MIN_LETTER_POINTS = 1.0
"""Letters lower than this are no print: newspapers' smallest is six points."""

PIXELS_PER_POINT, MAX_PIXELS = 2.0, 4_000
"""How finely a page is drawn, and the most pixels of its longer side."""

MIN_CONTRAST = 20
"""Levels of grey, of 256, between the darkest and the lightest pixel where a word leaves ink."""

MIN_PAPER = 245
"""The level of grey of white paper, at least."""

MAX_LOOKS, MAX_LOOK_ROWS = 5_000, 64
"""Words of a page that are looked at, and rows of pixels of each: the rest is taken as seen."""

CORE_SHARE = 0.2
"""The share of a word's height, above and below, that may hold the rule of a table."""


def hidden_words(words: WordArrays, page: Any, width: float, height: float) -> set[int]:
    """Return the indices of the words that no reader sees of a pdfium page of that size."""
    is_on_page = (words.right >= 0) & (words.bottom >= 0)
    is_on_page &= (words.left <= width) & (words.top <= height)
    is_dust = words.bottom - words.top < MIN_LETTER_POINTS
    unseen = set(np.flatnonzero(~is_on_page | is_dust).tolist())
    doubtful = np.flatnonzero(words.look == DOUBTFUL)[:MAX_LOOKS].tolist()
    if doubtful:
        drawing = Drawing(page, width, height)
        looks = (index for index in doubtful if index not in unseen)
        unseen.update([index for index in looks if not drawing.has_ink(words[index])])
    return unseen


class Drawing:
    """A page drawn in levels of grey, as it is shown."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        self.scale = min(PIXELS_PER_POINT, MAX_PIXELS / max(width, height, 1.0))
        self.columns = max(1, round(width * self.scale))
        self.rows = max(1, round(height * self.scale))
        bitmap = pdfium.FPDFBitmap_CreateEx(
            self.columns, self.rows, pdfium.FPDFBitmap_Gray, None, 0
        )
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.columns, self.rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page, 0, 0, self.columns, self.rows, 0, pdfium.FPDF_GRAYSCALE
        )
        self.stride: int = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        self.pixels = ctypes.string_at(buffer, self.stride * self.rows)
        pdfium.FPDFBitmap_Destroy(bitmap)

    def has_ink(self, word: PdfWord) -> bool:
        """Return whether anything stands out from the ground where a word stands."""
        rows = self.rows_of(word)
        return max(map(max, rows)) - min(map(min, rows)) >= MIN_CONTRAST

    def is_on_paper(self, word: PdfWord) -> bool:
        """Return whether the ground that a word stands on is white."""
        rows = self.rows_of(word)
        return max(map(max, rows)) >= MIN_PAPER

    def rows_of(self, word: PdfWord) -> list[bytes]:
        """Return rows of pixels where a word stands, without its upper and lower edge."""
        margin = (word.bottom - word.top) * CORE_SHARE
        left, right = self.pixel(word.left, self.columns), self.pixel(word.right, self.columns)
        top = self.pixel(word.top + margin, self.rows)
        bottom = self.pixel(word.bottom - margin, self.rows)
        return [
            self.pixels[row * self.stride + left : row * self.stride + right + 1]
            for row in range(top, bottom + 1, 1 + (bottom - top) // MAX_LOOK_ROWS)
        ]

    def pixel(self, points: float, count: int) -> int:
        """Return the index of the pixel at a distance from the page's edge, of `count` in a row."""
        return min(max(int(points * self.scale), 0), count - 1)
