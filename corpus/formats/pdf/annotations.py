"""Annotations and form fields: text that lies on a PDF's page and is no part of its content.

The values of fields are read where they stand. Comments, free text that was written over the page
and ticked boxes are no text of the report: they are left out and named.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from corpus.formats.document import ANNOTATION, LeftOut, TextLine
from corpus.formats.pdf.crop_box import CropBox, Place

TEXT_FIELDS = frozenset(
    {
        pdfium.FPDF_FORMFIELD_TEXTFIELD,
        pdfium.FPDF_FORMFIELD_COMBOBOX,
        pdfium.FPDF_FORMFIELD_LISTBOX,
    }
)
SILENT_TYPES = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
UNSEEN_FLAGS = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW

MAX_ANNOTATIONS = 1_000  # of a page, that are looked at
MAX_TEXT_BYTES = 40_000  # of one annotation
MAX_LINES = 1_000  # that a page's annotations are read as; what is over is named
DEFAULT_SIZE = 10.0  # points, of text on a page without any other
LINE_HEIGHT_EMS = 1.2


class Annotation(NamedTuple):
    """The text of an annotation or field, and its place where the page shows it, else None."""

    text: str
    place: Place | None


def read_annotations(page: Any, form: Any, box: CropBox) -> Iterator[Annotation]:
    """Yield the annotations with text of a pdfium page; `form` is pdfium's handle, None without."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            yield from read_annotation(annotation, form, box)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def read_annotation(annotation: Any, form: Any, box: CropBox) -> Iterator[Annotation]:
    """Yield an annotation where it has text."""
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind in SILENT_TYPES:
        return
    has_value = False
    if kind == pdfium.FPDF_ANNOT_WIDGET and form is not None:
        field = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
        has_value = field in TEXT_FIELDS
        text = field_text(annotation, form, has_value)
    else:
        text = text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if not text.strip():
        return
    is_seen = not pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN_FLAGS
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    place = box.place(rectangle.left, rectangle.top, rectangle.right, rectangle.bottom)
    yield Annotation(text, place if has_value and is_seen else None)


def field_text(annotation: Any, form: Any, has_value: bool) -> str:
    """Return the value of a form field, of a ticked box its name, of all others nothing."""
    if has_value:
        return text_of(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    if not pdfium.FPDFAnnot_IsChecked(form, annotation):
        return ""
    return f"ticked: {text_of(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)}"


def text_of(function: Any, *arguments: Any) -> str:
    """Return the text that a pdfium function writes in UTF-16 for some arguments."""
    length = min(function(*arguments, None, 0), MAX_TEXT_BYTES)
    buffer = ctypes.create_string_buffer(length + 2)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[:length].decode("utf-16-le", errors="replace").rstrip("\0")


def place_annotations(
    lines: list[TextLine], annotations: Iterable[Annotation], number: int
) -> tuple[list[TextLine], list[LeftOut]]:
    """Return a page's lines with its printed annotations among them, and what else they say."""
    left_out = []
    end = len(lines) + MAX_LINES
    for text, place in annotations:
        if place is None or len(lines) + len(text.splitlines()) > end:
            left_out.append(LeftOut(ANNOTATION, " ".join(text.split())))
            continue
        for line in lines_at(text, place, number, common_size(lines)):
            lines.insert(index_of(line, lines), line)
    return lines, left_out


def lines_at(text: str, place: Place, number: int, size: float) -> Iterator[TextLine]:
    """Yield the lines of a text from the top left corner of its place on."""
    left, top, right, _ = place
    for row in filter(None, map(str.strip, text.splitlines())):
        yield TextLine(row, number, left, right, top, top + size * LINE_HEIGHT_EMS, size)
        top += size * LINE_HEIGHT_EMS


def common_size(lines: Iterable[TextLine]) -> float:
    """Return the type size of most letters of a page, in points."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=letters.__getitem__, default=DEFAULT_SIZE)


def index_of(line: TextLine, lines: Iterable[TextLine]) -> int:
    """Return where a line belongs: after the last one above it, or left of it at its height."""
    middle = (line.top + line.bottom) / 2
    return max(
        (
            index
            for index, other in enumerate(lines, start=1)
            if other.bottom <= middle or (other.top < middle and other.left < line.left)
        ),
        default=0,
    )
