"""The part of a PDF page that is shown, and places on it as a reader sees them."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Place = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner of the page as shown."""


class CropBox(NamedTuple):
    """The part of a page that is shown, in PDF coordinates, and its quarter turns clockwise."""

    left: float
    top: float
    right: float
    bottom: float
    quarter_turns: int

    def place(self, left: float, top: float, right: float, bottom: float) -> Place:
        """Return the place, as shown, of a box in PDF coordinates."""
        if self.quarter_turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter_turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter_turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def crop_box(page: Any) -> CropBox:
    """Return the CropBox of a pdfium page."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return CropBox(box.left, box.top, box.right, box.bottom, pdfium.FPDFPage_GetRotation(page))
