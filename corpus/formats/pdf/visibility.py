"""Words that no reader sees: off the page, as small as dust, or leaving no ink where they stand.

White or transparent text may stand on a dark banner, and invisible text over the picture of a
scanned page. So where a word's look leaves it in doubt, the page is drawn and its place looked at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from corpus.formats.pdf.words import DOUBTFUL, PdfWord

MIN_LETTER_POINTS = 1.0
"""Letters lower than this are no print: newspapers' smallest is six points."""

PIXELS_PER_POINT, MAX_PIXELS = 2.0, 4_000
"""How finely a page is drawn, and the most pixels of its longer side."""

MIN_CONTRAST = 20
"""Levels of grey, of 256, between the darkest and the lightest pixel where a word leaves ink."""

CORE_SHARE = 0.2
"""The share of a word's height, above and below, that may hold the rule of a table."""


def hidden_words(words: Sequence[PdfWord], page: Any, width: float, height: float) -> set[int]:
    """Return the indices of the words that no reader sees of a pdfium page of that size."""
    hidden = set()
    drawing: Drawing | None = None
    for index, word in enumerate(words):
        if is_off_page(word, width, height) or word.bottom - word.top < MIN_LETTER_POINTS:
            hidden.add(index)
        elif word.look == DOUBTFUL:
            drawing = drawing or Drawing(page, width, height)
            if not drawing.has_ink(word):
                hidden.add(index)
    return hidden


def is_off_page(word: PdfWord, width: float, height: float) -> bool:
    """Return whether nothing of a word stands on a page of that size."""
    return word.right < 0 or word.left > width or word.bottom < 0 or word.top > height


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
        margin = (word.bottom - word.top) * CORE_SHARE
        left, right = self.pixel(word.left, self.columns), self.pixel(word.right, self.columns)
        top = self.pixel(word.top + margin, self.rows)
        bottom = self.pixel(word.bottom - margin, self.rows)
        rows = [
            self.pixels[row * self.stride + left : row * self.stride + right + 1]
            for row in range(top, bottom + 1)
        ]
        return max(map(max, rows)) - min(map(min, rows)) >= MIN_CONTRAST

    def pixel(self, points: float, count: int) -> int:
        """Return the index of the pixel at a distance from the page's edge, of `count` in a row."""
        return min(max(int(points * self.scale), 0), count - 1)
