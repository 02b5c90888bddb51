"""The pdfium functions that are asked of each word, called by plain addresses, many at once.

A report asks them a hundred thousand times, and most of a call's time would go into making Python
objects for pdfium's pointers, into releasing Python's lock for less than a microsecond, and into
the loop around it.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable
from ctypes import c_int, c_void_p
from typing import Any

import pypdfium2.raw as pdfium
from numpy.typing import NDArray


def by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a pdfium function that takes addresses, as whole numbers, where it takes pointers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


def address_of(pointer: Any) -> int:
    """Return the address that a pdfium pointer holds, 0 for NULL."""
    return ctypes.cast(pointer, c_void_p).value or 0


get_character_box = by_address(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
get_text_object = by_address(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
get_character_matrix = by_address(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
get_font_size = by_address(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
get_font = by_address(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
get_render_mode = by_address(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
get_fill_colour = by_address(pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5)
get_bounds = by_address(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
count_objects = by_address(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
get_object = by_address(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
get_object_type = by_address(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
count_form_objects = by_address(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
get_form_object = by_address(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
get_draw_mode = by_address(pdfium.FPDFPath_GetDrawMode, c_int, *[c_void_p] * 3)
has_transparency = by_address(pdfium.FPDFPageObj_HasTransparency, c_int, c_void_p)
get_clip_path = by_address(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_clip_paths = by_address(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
count_segments = by_address(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
get_segment = by_address(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
get_segment_end = by_address(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)


def ask_each(
    function: Any, written: NDArray[Any], *arguments: Iterable[Any], outputs: int = 1
) -> NDArray[Any]:
    """Return `written`, with a row that a function by address wrote for each set of arguments.

    It writes to as many addresses, its last arguments, as it has `outputs`, each an equal part of
    the row. A row stays as it is where the function writes nothing.
    """
    size, first = written.itemsize * written.shape[1], written.__array_interface__["data"][0]
    end = first + written.nbytes
    parts = (range(first + at, end, size) for at in range(0, size, size // outputs))
    deque(map(function, *arguments, *parts), maxlen=0)
    return written


class FloatBuffer:
    """Four floats that pdfium fills, with their addresses."""

    def __init__(self) -> None:
        self.values = (ctypes.c_float * 4)()
        first = ctypes.addressof(self.values)
        self.addresses = (first, first + 4, first + 8, first + 12)
