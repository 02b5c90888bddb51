"""Characters that print nothing, kept out of all text: the last step of reading any format."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.characters import UNKNOWN
from corpus.formats.document import Document, LeftOut, PageInfo, TextLine

BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"  # would turn round what is printed after them
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
UNPRINTABLE = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}{BIDI_CONTROLS}]")
WHITE_SPACE = "\t\n\v\f\r\x1c\x1d\x1e\x1f"


def windows_characters() -> dict[int, str]:
    """Return what windows-1252 has at each code from 0x80 to 0x9F, if anything.

    Text that has one of these control characters was written for Windows and declared as
    iso-8859-1: WHATWG's Encoding and HTML standards read it so.
    """
    decoded = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    return {code: character for code, character in decoded.items() if character}


C1_TO_WINDOWS = windows_characters()


def printed_document(document: Document) -> Document:
    """Return a document without characters that print nothing, and without lines of them only."""
    lines = tuple(line for line in map(printed_line, document.lines) if line.text)
    title = document.title and printed_text(document.title)
    pages = tuple(map(printed_page, document.pages))
    left_out = printed_parts(document.left_out)
    return replace(document, lines=lines, pages=pages, title=title or None, left_out=left_out)


def printed_page(page: PageInfo) -> PageInfo:
    """Return a page whose text outside its lines has no characters that print nothing."""
    if not page.left_out:
        return page
    return replace(page, left_out=printed_parts(page.left_out))


def printed_parts(parts: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """Return what was left out, without characters that print nothing."""
    return tuple(replace(part, text=printed_text(part.text)) for part in parts)


def printed_line(line: TextLine) -> TextLine:
    """Return a line without characters that print nothing."""
    if all(map(is_printed_whole, (line.text, *line.cells))):
        return line
    cells = tuple(map(printed_text, line.cells))
    return replace_fields(line, text=printed_text(line.text), cells=cells)


def is_printed_whole(text: str) -> bool:
    """Return whether a text has no characters that print nothing."""
    # What `isprintable` lets pass is none of them, and it takes a tenth of the time.
    return text.isprintable() or not UNPRINTABLE.search(text)


def printed_text(text: str) -> str:
    """Return a text as it is printed, control characters as UNKNOWN.

    Soft hyphens and zero-width characters stay: they belong to how words are set.
    """
    return UNPRINTABLE.sub(printed_character, text).strip()


def printed_character(match: re.Match[str]) -> str:
    """Return what is printed of an unprintable character."""
    character = match[0]
    if character in WHITE_SPACE:
        return " "
    if re.match(f"[{BIDI_CONTROLS}]", character):
        return ""
    return C1_TO_WINDOWS.get(ord(character), UNKNOWN)
