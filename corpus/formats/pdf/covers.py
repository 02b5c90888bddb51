"""Covers: opaque shapes that a PDF draws over text, such as the boxes of a poor redaction."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from corpus.formats.pdf.calls import (
    ask_each,
    count_form_objects,
    count_objects,
    get_bounds,
    get_draw_mode,
    get_form_object,
    get_object,
    get_object_type,
    has_transparency,
)
from corpus.lazy import lazy_property

MAX_OBJECTS, MAX_COVERS = 20_000, 500
"""Objects of a page that are looked at, and shapes of it that may lie over text."""

MIN_COVER_POINTS = 4.0
"""The height and width of a shape that hides a letter, at least; rules of tables are thinner."""

Bounds = NDArray[np.float32]
"""(objects, 4): left, bottom, right and top of each in PDF coordinates."""


class Covers:
    """Which text objects of a page, given its address, may lie under a shape drawn later."""

    def __init__(self, page: int) -> None:
        count = min(count_objects(page), MAX_OBJECTS)
        self.objects = list(map(get_object, repeat(page), range(count)))

    @lazy_property
    def types(self) -> NDArray[np.intp]:
        """The type of each object of the page."""
        return np.array(list(map(get_object_type, self.objects)), np.intp)

    @lazy_property
    def shapes(self) -> tuple[NDArray[np.intp], Bounds]:
        """The opaque shapes drawn after the page's first text: indices and bounds."""
        is_path = self.types == pdfium.FPDF_PAGEOBJ_PATH
        is_text = self.types == pdfium.FPDF_PAGEOBJ_TEXT
        is_text |= self.types == pdfium.FPDF_PAGEOBJ_FORM
        at = np.flatnonzero(is_path & np.logical_or.accumulate(is_text))
        bounds = bounds_of([self.objects[index] for index in at.tolist()])
        large = np.flatnonzero(are_large(bounds)).tolist()
        opaque = (row for row in large if is_opaque(self.objects[at[row]]))
        rows = list(islice(opaque, MAX_COVERS))
        return at[rows], bounds[rows]

    @lazy_property
    def order(self) -> dict[int, int]:
        """The index of each object of the page, and for objects of a form that of the form."""
        order = dict(zip(self.objects, range(len(self.objects)), strict=True))
        for at in np.flatnonzero(self.types == pdfium.FPDF_PAGEOBJ_FORM).tolist():
            order.update(dict.fromkeys(objects_of_form(self.objects[at]), at))
        return order

    def may_hide(self, text_objects: Iterable[int]) -> set[int]:
        """Return those of some text objects that a shape drawn later may hide."""
        indices, shapes = self.shapes
        if not len(indices):
            return set()
        texts = [item for item in text_objects if item in self.order]
        at = [self.order[item] for item in texts]
        bounds = bounds_of([self.objects[index] for index in at])  # those of its form, if any
        hidden = np.zeros(len(texts), bool)
        for index, (left, bottom, right, top) in zip(indices.tolist(), shapes, strict=True):
            is_under = (bounds[:, 0] < right) & (bounds[:, 2] > left)
            is_under &= (bounds[:, 1] < top) & (bounds[:, 3] > bottom)
            hidden |= is_under & (np.array(at, np.intp) < index)
        return {texts[row] for row in np.flatnonzero(hidden).tolist()}


def bounds_of(items: Sequence[int]) -> Bounds:
    """Return the bounds of some objects, those of a point where one has none."""
    return ask_each(get_bounds, np.zeros((len(items), 4), np.float32), items, outputs=4)


def objects_of_form(form: int) -> Iterator[int]:
    """Yield the objects that stand directly in a form object."""
    for index in range(min(count_form_objects(form), MAX_OBJECTS)):
        yield get_form_object(form, index)


def is_opaque(path: int) -> bool:
    """Return whether a path is filled, and nothing shows through it."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    get_draw_mode(path, ctypes.addressof(mode), ctypes.addressof(stroke))
    return mode.value != pdfium.FPDF_FILLMODE_NONE and not has_transparency(path)


def are_large(bounds: Bounds) -> NDArray[np.bool_]:
    """Return whether each shape of some bounds may hide a letter."""
    extents = bounds[:, 2:] - bounds[:, :2].astype(np.float64)
    large: NDArray[np.bool_] = extents.min(axis=1, initial=np.inf) >= MIN_COVER_POINTS
    return large
