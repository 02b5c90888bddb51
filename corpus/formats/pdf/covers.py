"""Covers: opaque shapes that a PDF draws over text, such as the boxes of a poor redaction."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import islice, repeat

import pypdfium2.raw as pdfium

from corpus.formats.pdf.calls import (
    FloatBuffer,
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

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top in PDF coordinates."""


class Covers:
    """Which text objects of a page, given its address, may lie under a shape drawn later."""

    def __init__(self, page: int) -> None:
        count = min(count_objects(page), MAX_OBJECTS)
        self.objects = list(map(get_object, repeat(page), range(count)))
        self.edges = FloatBuffer()

    @lazy_property
    def shapes(self) -> list[tuple[int, Bounds]]:
        """The opaque shapes drawn after the page's first text: index and bounds of each."""
        types = list(map(get_object_type, self.objects))
        texts = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)
        first = next((at for at, kind in enumerate(types) if kind in texts), len(types))
        paths = (
            (at, self.bounds_of(self.objects[at]))
            for at in range(first, len(types))
            if types[at] == pdfium.FPDF_PAGEOBJ_PATH and is_opaque(self.objects[at])
        )
        return list(islice(filter(lambda path: is_large(path[1]), paths), MAX_COVERS))

    @lazy_property
    def order(self) -> dict[int, int]:
        """The index of each object of the page, and for objects of a form that of the form."""
        order: dict[int, int] = {}
        for at, item in enumerate(self.objects):
            order[item] = at
            if get_object_type(item) == pdfium.FPDF_PAGEOBJ_FORM:
                order.update(dict.fromkeys(objects_of_form(item), at))
        return order

    def may_hide(self, text_objects: Iterable[int]) -> set[int]:
        """Return those of some text objects that a shape drawn later may hide."""
        if not self.shapes:
            return set()
        return {item for item in text_objects if item in self.order and self.is_under(item)}

    def is_under(self, text_object: int) -> bool:
        """Return whether a shape that is drawn after a text object stands where that stands."""
        at = self.order[text_object]
        left, bottom, right, top = self.bounds_of(self.objects[at])  # those of its form, if any
        return any(
            index > at
            and left < shape[2]
            and right > shape[0]
            and bottom < shape[3]
            and top > shape[1]
            for index, shape in self.shapes
        )

    def bounds_of(self, item: int) -> Bounds:
        """Return the bounds of an object, those of a point where it has none."""
        if not get_bounds(item, *self.edges.addresses):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self.edges.values
        return left, bottom, right, top


def objects_of_form(form: int) -> Iterator[int]:
    """Yield the objects that stand directly in a form object."""
    for index in range(min(count_form_objects(form), MAX_OBJECTS)):
        yield get_form_object(form, index)


def is_opaque(path: int) -> bool:
    """Return whether a path is filled, and nothing shows through it."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    get_draw_mode(path, ctypes.addressof(mode), ctypes.addressof(stroke))
    return mode.value != pdfium.FPDF_FILLMODE_NONE and not has_transparency(path)


def is_large(bounds: Bounds) -> bool:
    """Return whether a shape of some bounds may hide a letter."""
    left, bottom, right, top = bounds
    return right - left >= MIN_COVER_POINTS and top - bottom >= MIN_COVER_POINTS
