"""Recognise the text of one page of a PDF, in a worker: render it, and turn it where it lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.pdf.recognition import tesseract
from corpus.formats.pdf.recognition.hocr import read_hocr
from corpus.formats.pdf.recognition.task import PageTask
from corpus.formats.pdf.recognition.tesseract import DPI, RecognitionFailed
from corpus.formats.recognised import SURE, RecognisedLine, RecognisedPage

POINTS_PER_INCH = 72
MAX_PIXELS = 25_000_000
"""Of a picture: an A3 page has 17 million at 300 dots per inch."""

MIN_LETTERS = 80
MIN_SURE_SHARE = 0.6
"""A page of fewer letters, or of a smaller share of sure ones, may lie on its side or its head."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture (PGM), and the points that a dot of it stands for."""

    pgm: bytes = field(repr=False)
    width: int
    height: int
    points: float


def recognise_page(task: PageTask) -> RecognisedPage:
    """Return what was recognised on a page, or why nothing was."""
    document = pypdfium2.PdfDocument(task.content)
    try:
        return recognise(document[task.number - 1], task.number)
    except (RecognitionFailed, pypdfium2.PdfiumError) as error:
        return RecognisedPage(task.number, failure=str(error))
    finally:
        document.close()


def recognise(page: Any, number: int) -> RecognisedPage:
    """Return what is recognised on a page of pypdfium2. Raise RecognitionFailed."""
    if not pdfium.FPDFPage_CountObjects(page.raw):
        return RecognisedPage(number)
    picture = render(page, turn=0)
    lines = read_picture(picture)
    if not is_upright(lines) and (turn := tesseract.find_turn(picture.pgm)):
        turned = render(page, turn)
        turned_lines = read_picture(turned)
        if count_letters(turned_lines, SURE) > count_letters(lines, SURE):
            return page_of(number, turned, turned_lines, is_turned=True)
    return page_of(number, picture, lines, is_turned=False)


def page_of(
    number: int, picture: Picture, lines: tuple[RecognisedLine, ...], is_turned: bool
) -> RecognisedPage:
    """Return the page of a picture with those lines."""
    width, height = picture.width * picture.points, picture.height * picture.points
    return RecognisedPage(number, width, height, lines, is_turned)


def read_picture(picture: Picture) -> tuple[RecognisedLine, ...]:
    """Return the lines of a picture. Raise RecognitionFailed."""
    return read_hocr(tesseract.recognise(picture.pgm), picture.points)


def render(page: Any, turn: int) -> Picture:
    """Return a page in shades of grey, turned by so many degrees clockwise."""
    width, height = page.get_size()
    pixels = max(1.0, width * height * (DPI / POINTS_PER_INCH) ** 2)
    scale = DPI / POINTS_PER_INCH * min(1.0, math.sqrt(MAX_PIXELS / pixels))
    bitmap = page.render(scale=scale, rotation=turn, grayscale=True, may_draw_forms=False)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        lines = (
            bytes(rows[start : start + bitmap.width])
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        pgm = b"P5 %d %d 255\n%b" % (bitmap.width, bitmap.height, b"".join(lines))
        return Picture(pgm, bitmap.width, bitmap.height, 1 / scale)
    finally:
        bitmap.close()


def is_upright(lines: tuple[RecognisedLine, ...]) -> bool:
    """Return whether lines have so many sure words that their page cannot lie on its side."""
    sure = count_letters(lines, SURE)
    return sure >= max(MIN_LETTERS, MIN_SURE_SHARE * count_letters(lines))


def count_letters(lines: tuple[RecognisedLine, ...], confidence: float = 0.0) -> int:
    """Return how many characters the words have of at least that confidence."""
    words = (word for line in lines for word in line.words)
    return sum(len(word.text) for word in words if word.confidence >= confidence)
