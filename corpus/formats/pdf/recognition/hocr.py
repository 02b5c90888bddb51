"""Read hOCR, the XHTML that Tesseract writes: lines and words with places and confidences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from corpus.formats.pdf.recognition.tesseract import RecognitionFailed
from corpus.formats.recognised import RecognisedLine, RecognisedWord

LINE_CLASSES = frozenset({"ocr_line", "ocr_caption", "ocr_header", "ocr_textfloat"})
WORD_CLASS = "ocrx_word"
NUMBER = r"(-?\d{1,9}(?:\.\d{1,9})?)"
BOX = re.compile(r"\bbbox " + r" ".join([NUMBER] * 4))
BASELINE = re.compile(rf"\bbaseline {NUMBER} {NUMBER}")
SIZE = re.compile(rf"\bx_size {NUMBER}")
DESCENDERS = re.compile(rf"\bx_descenders {NUMBER}")
CONFIDENCE = re.compile(rf"\bx_wconf {NUMBER}")
ANGLE = re.compile(rf"\btextangle {NUMBER}")

MAX_HEIGHT = 2.0
"""Sizes of its font that a line is high, at most: one that stands on its side is as high as long.
"""

MAX_WORDS = 10_000
"""Of a page: a page of the smallest print has a third of them."""


def read_hocr(content: bytes, points: float) -> tuple[RecognisedLine, ...]:
    """Return the lines of hOCR of which a dot is so many points. Raise RecognitionFailed.

    What stands at an angle is left out: the page as a whole is to be turned.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise RecognitionFailed(f"Tesseract gave no whole hOCR ({error})") from error
    if sum(1 for _ in of_class(root, {WORD_CLASS})) > MAX_WORDS:
        raise RecognitionFailed(f"Tesseract saw over {MAX_WORDS:,} words on it")
    lines = (read_line(line, points) for line in of_class(root, LINE_CLASSES))
    return tuple(line for line in lines if line is not None)


def of_class(root: Any, classes: frozenset[str] | set[str]) -> Iterator[Any]:
    """Yield the elements below one that have one of some classes."""
    return (one for one in root.iter(etree.Element) if one.get("class") in classes)


def read_line(element: Any, points: float) -> RecognisedLine | None:
    """Return a line, as high as its font; None where it stands at an angle or has no word."""
    title = element.get("title", "")
    box = BOX.search(title)
    words = tuple(filter(None, (read_word(one, points) for one in of_class(element, {WORD_CLASS}))))
    if box is None or not words or ANGLE.search(title):
        return None
    top, bottom = float(box[2]), float(box[4])
    baseline, size, descenders = (one.search(title) for one in (BASELINE, SIZE, DESCENDERS))
    if size and bottom - top > MAX_HEIGHT * float(size[1]):
        return None
    if baseline and size and descenders:
        bottom += float(baseline[2]) + float(descenders[1])
        top = bottom - float(size[1])
    return RecognisedLine(top * points, bottom * points, (bottom - top) * points, words)


def read_word(element: Any, points: float) -> RecognisedWord | None:
    """Return a word, None where it has no letters or no place."""
    title, text = element.get("title", ""), "".join(element.itertext()).strip()
    box, confidence = BOX.search(title), CONFIDENCE.search(title)
    if not text or box is None:
        return None
    left, right = float(box[1]) * points, float(box[3]) * points
    return RecognisedWord(text, left, right, float(confidence[1]) if confidence else 0.0)
