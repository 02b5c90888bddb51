"""Pages that are pictures: scans, and pages of which the letters are drawn as shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from corpus.formats.document import PageInfo, TextLine

FEW_LETTERS = 200
"""A page of fewer letters may be a picture with a running foot."""

MIN_PICTURE_SHARE = 0.5
"""The share of a page that one picture covers, at least."""

MIN_SHAPES = 300
"""Shapes, such as letters drawn as outlines, that a page of few letters may hold, at most."""

MAX_OBJECTS = 2_000
"""Objects of a page that are looked at."""


def is_picture(page: Any, info: PageInfo, lines: Iterable[TextLine]) -> bool:
    """Return whether a pdfium page with those lines shows much that is not among them."""
    if sum(len(line.text) for line in lines) >= FEW_LETTERS:
        return False
    objects = list(page_objects(page))
    shapes = sum(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH for item in objects)
    pictures = (
        item
        for item in objects
        if pdfium.FPDFPageObj_GetType(item) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    )
    area = info.width * info.height * MIN_PICTURE_SHARE
    return shapes > MIN_SHAPES or any(area_of(item) > area for item in pictures)


def page_objects(page: Any) -> Iterator[Any]:
    """Yield the objects of a pdfium page, as far as they are looked at."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        yield pdfium.FPDFPage_GetObject(page, index)


def area_of(item: Any) -> float:
    """Return the area of a page object, in square points."""
    left, bottom, right, top = edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    return (right.value - left.value) * (top.value - bottom.value)
