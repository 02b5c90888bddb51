"""A file's lines, whatever its format: recognised by what the file holds, never by its name."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from corpus.errors import Refused
from corpus.formats import docx, html, pdf, text
from corpus.formats.lines import Document

PDF_HEAD = 1024  # readers accept a PDF whose header stands within its first KiB

# Real reports have at most 5 MB, and two readers at once must fit into 500 MB.
LARGEST_FILE = 64 << 20

# A report's text has under half a million characters; a web page may hold pictures besides.
LARGEST_TEXT = 16 << 20
MOST_TEXT = 2_000_000


# Files that are met among reports and hold none that could be read, by how they begin.
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a ZIP archive without a Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)


def lines(path: Path) -> Document:
    """Returns the lines of the file at `path`. Raises Refused where it holds none to read."""
    return document(path, content(path))


def content(path: Path) -> bytes:
    """Returns the bytes of a file. Raises Refused where it cannot be read or is too large."""
    try:
        with open(path, "rb", opener=at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Refused(str(path), "is no file", "name a file")
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        cause = f"cannot be read ({error.strerror or error})"
        raise Refused(str(path), cause, "check the path and its permissions") from error
    if len(data) > LARGEST_FILE:
        cause = f"is larger than {LARGEST_FILE >> 20} MB, no report is"
        raise Refused(str(path), cause, "leave it out")
    return data


def at_once(path: str, flags: int) -> int:
    """Opens a file for reading without waiting: a pipe in the folder must not hold up the rest."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def document(path: Path, data: bytes) -> Document:
    """Returns the lines of a file's content. Raises Refused where there are none to read."""
    if not data.strip():
        raise Refused(str(path), "is empty", "fetch it again")
    found = reader(path, data)(path, data)
    if not found.lines:
        raise Refused(str(path), "has no text", "fetch it again")
    if sum(len(line.text) for line in found.lines) > MOST_TEXT:
        cause = f"holds over {MOST_TEXT:,} characters of text, no report does"
        raise Refused(str(path), cause, "leave it out")
    return found


def reader(path: Path, data: bytes) -> Callable[[Path, bytes], Document]:
    """Returns what reads a file's format. Raises Refused where nothing does."""
    if b"%PDF-" in data[:PDF_HEAD]:
        return pdf.lines
    if docx.is_docx(data):
        return docx.lines
    for head, what in OTHERS:
        if data.startswith(head):
            raise Refused(str(path), f"is {what}", "save it as PDF or DOCX")
    if len(data) > LARGEST_TEXT:
        cause = f"is a text of over {LARGEST_TEXT >> 20} MB, no report is"
        raise Refused(str(path), cause, "leave it out")
    return html.lines if html.is_html(data) else text.lines
