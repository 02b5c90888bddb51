"""What text recognition (OCR) reads of pages that are pictures, and which pages those are."""

from __future__ import annotations

import msgspec

from corpus.model import Report

SURE = 60.0
"""The confidence of a word from which on it is hardly ever wrong."""

UNREADABLE = "page-unreadable"
DOUBTFUL = "recognition-doubtful"
FAILED = "recognition-failed"
MISSING = "recognition-missing"
"""Kinds of doubts: a page gave no text; words that were recognised on it may be others; it could
not be recognised; Tesseract is not installed.
"""


class RecognisedWord(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word, with its edges in points from the page's left, and how sure it is, 0 to 100."""

    text: str
    left: float
    right: float
    confidence: float


class RecognisedLine(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A line of words, its edges in points from the page's top, its size from ascender to
    descender.
    """

    top: float
    bottom: float
    size: float
    words: tuple[RecognisedWord, ...]


class RecognisedPage(msgspec.Struct, frozen=True, gc=False):
    """The lines of page `number`, as it stands upright, `width` by `height` points.

    `is_turned`: its picture lies on its side or its head, so that places are not those of the
    page in its file. `failure` says why it could not be recognised, "" where it was.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    lines: tuple[RecognisedLine, ...] = ()
    is_turned: bool = False
    failure: str = ""


def list_unread_pages(report: Report) -> set[int]:
    """Return the numbers of pages that may be pictures and were not read."""
    return {doubt.page for doubt in report.doubts if doubt.kind == UNREADABLE and doubt.page}


def list_recognised(report: Report) -> tuple[object, ...]:
    """Return all that is known of a report's recognition, to compare two readings of one file."""
    kinds = (UNREADABLE, DOUBTFUL, FAILED, MISSING)
    doubts = tuple(doubt for doubt in report.doubts if doubt.kind in kinds)
    return (report.recognised_pages, *doubts)
