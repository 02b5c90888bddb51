"""Doubts about pages: what could not be read, was left out, or was lost before the blocks."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from corpus.formats.document import ANNOTATION, HIDDEN_TEXT, UNREAD_TEXT, WATERMARK, Document
from corpus.formats.recognised import DOUBTFUL, UNREADABLE
from corpus.layout.blocks import Block
from corpus.layout.completeness import (
    MIN_LETTERS,
    find_lost_text,
    find_pages_without_text,
    letters_of,
)
from corpus.model import Doubt

MAX_QUOTE_CHARACTERS = 120
"""Letters of a text that a doubt quotes: enough to find it by."""

MAX_LEFT_OUT_DOUBTS = 50
"""Texts that were left out, of one report, that are named."""

TEXT_LOST = UNREAD_TEXT
"""The kind of a doubt that some text is in no paragraph."""

LEFT_OUT_MESSAGES = {
    HIDDEN_TEXT: "text that no reader sees was left out",
    WATERMARK: "a watermark was left out",
    ANNOTATION: "a note or a ticked box was not read",
    UNREAD_TEXT: "text beside the report, in a picture or in a list to choose from was not read",
}


def find_page_doubts(document: Document, blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Yield the doubts about a document's pages, given the blocks that were made of its lines."""
    yield from find_unreadable_pages(document)
    yield from find_doubtful_recognition(document)
    for page, text in find_lost_text(document, blocks).items():
        yield Doubt(TEXT_LOST, lost_text_message(page, text), page)
    yield from find_left_out(document)


def find_unreadable_pages(document: Document) -> Iterator[Doubt]:
    """Yield a doubt for each page that gave no text, or hardly any although it shows more."""
    bare_pages = find_pages_without_text(document)
    for page in document.pages:
        if page.unreadable:
            yield Doubt(UNREADABLE, f"page {page.number} {page.unreadable}", page.number)
        elif page.number in bare_pages:
            message = f"page {page.number} has a running head or foot and no other text"
            yield Doubt(UNREADABLE, message, page.number)
        elif page.is_picture:
            message = f"page {page.number} shows more than its few words (a picture of a page?)"
            yield Doubt(UNREADABLE, message, page.number)


def find_doubtful_recognition(document: Document) -> Iterator[Doubt]:
    """Yield a doubt for each page of which words were recognised that may be others, or left out
    as none.
    """
    for page in document.pages:
        recognition = page.recognition
        if recognition is None or not (recognition.doubtful or recognition.left_out):
            continue
        doubtful = len(recognition.doubtful)
        parts = [
            f"doubtful words {doubtful} of {recognition.words}"
            f" ({quoted(' '.join(recognition.doubtful))})" * bool(doubtful),
            f"left out as no words {recognition.left_out}" * bool(recognition.left_out),
        ]
        faults = ", ".join(filter(None, parts))
        message = f"page {page.number} was recognised from a picture: {faults}"
        yield Doubt(DOUBTFUL, message, page.number)


def find_left_out(document: Document) -> Iterator[Doubt]:
    """Yield a doubt for each text that was left out, the first of many, whatever pages have it."""
    pages: defaultdict[tuple[str, str], list[int | None]] = defaultdict(list)
    texts = [(page.number, left_out) for page in document.pages for left_out in page.left_out]
    for number, left_out in [*texts, *((None, left_out) for left_out in document.left_out)]:
        if left_out.kind == ANNOTATION or len(letters_of(left_out.text)) >= MIN_LETTERS:
            pages[left_out.kind, left_out.text].append(number)
    for (kind, text), numbers in islice(pages.items(), MAX_LEFT_OUT_DOUBTS):
        message = f"{place_of(numbers)}{LEFT_OUT_MESSAGES[kind]}: {quoted(text)}"
        yield Doubt(kind, message, numbers[0])


def place_of(numbers: Sequence[int | None]) -> str:
    """Return the pages of a text as its doubt begins with them, "" for a file without pages."""
    if numbers[0] is None:
        return ""
    more = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
    return f"on page {numbers[0]}{more} "


def lost_text_message(page: int | None, text: str) -> str:
    """Return the message of a doubt that a text of a page, or of a file without, was lost."""
    place = "the file" if page is None else f"page {page}"
    return f"{place} prints what was not read: {quoted(text)}"


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it grows long."""
    return f"“{textwrap.shorten(text, MAX_QUOTE_CHARACTERS, placeholder=' …')}”"
