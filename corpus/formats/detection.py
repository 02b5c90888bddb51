"""Format detection: recognise a file by its content, never by its name, and run its reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.formats.docx import is_docx, read_docx
from corpus.formats.html import is_html, read_html
from corpus.formats.pdf.file import is_pdf, read_pdf
from corpus.formats.text import read_text

# A report's text has under half a million characters; a web page may hold pictures besides.
MAX_TEXT_FILE_BYTES = 16 << 20
MAX_DOCUMENT_CHARACTERS = 2_000_000

# The first bytes of formats that are often found among reports but are not read here.
REFUSED_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a ZIP archive without a Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)


def read_document(path: Path, data: bytes) -> Document:
    """Return the Document in a file's content. Raise Refused where it has no text or too much.

    `path` only names the file in the refusal.
    """
    if not data.strip():
        raise Refused(str(path), "is empty", "fetch it again")
    document = find_reader(path, data)(path, data)
    if not document.lines:
        raise Refused(str(path), "has no text", "fetch it again")
    if sum(len(line.text) for line in document.lines) > MAX_DOCUMENT_CHARACTERS:
        cause = f"holds over {MAX_DOCUMENT_CHARACTERS:,} characters of text, which no report does"
        raise Refused(str(path), cause, "leave it out")
    return document


def find_reader(path: Path, data: bytes) -> Callable[[Path, bytes], Document]:
    """Return the function that reads a file's format. Raise Refused where there is none."""
    if is_pdf(data):
        return read_pdf
    if is_docx(data):
        return read_docx
    for first_bytes, format_name in REFUSED_FORMATS:
        if data.startswith(first_bytes):
            raise Refused(str(path), f"is {format_name}", "save it as PDF or DOCX")
    if len(data) > MAX_TEXT_FILE_BYTES:
        cause = f"is a text of over {MAX_TEXT_FILE_BYTES >> 20} MB, which no report is"
        raise Refused(str(path), cause, "leave it out")
    return read_html if is_html(data) else read_text
