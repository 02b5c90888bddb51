"""Format detection: recognise a file by its content, never by its name, and run its reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import Refused
from corpus.formats.characters import printed_document
from corpus.formats.document import Document
from corpus.formats.encoding import decode
from corpus.formats.html import is_html, read_html
from corpus.formats.other_formats import describe_file
from corpus.formats.pdf.file import is_pdf, read_pdf
from corpus.formats.recognised import RecognisedPage
from corpus.formats.text import read_text
from corpus.formats.word import is_zip, read_word

# A report's text has under half a million characters; a web page may hold pictures besides.
MAX_TEXT_FILE_BYTES = 16 << 20
MAX_DOCUMENT_CHARACTERS = 2_000_000
MAX_DOCUMENT_LINES = 40_000


def read_document(path: Path, data: bytes, recognised: Sequence[RecognisedPage] = ()) -> Document:
    """Return the Document in a file's content. Raise Refused where it has no text or too much.

    `path` only names the file in the refusal. `recognised` are pages of a PDF that are pictures.
    """
    if not data.strip():
        raise Refused(str(path), "is empty", "fetch it again")
    document = printed_document(read_format(path, data, recognised))
    if not document.lines:
        raise Refused(str(path), "has no text", "fetch it again")
    if sum(len(line.text) for line in document.lines) > MAX_DOCUMENT_CHARACTERS:
        cause = f"holds over {MAX_DOCUMENT_CHARACTERS:,} characters of text, which no report does"
        raise Refused(str(path), cause, "leave it out")
    if len(document.lines) > MAX_DOCUMENT_LINES:
        cause = f"holds over {MAX_DOCUMENT_LINES:,} lines of text, which no report does"
        raise Refused(str(path), cause, "leave it out")
    return document


def read_format(path: Path, data: bytes, recognised: Sequence[RecognisedPage]) -> Document:
    """Return the Document in a file's content as its format states it. Raise Refused."""
    if is_pdf(data):
        return read_pdf(path, data, recognised)
    if is_zip(data):
        return read_word(path, data)
    if (other := describe_file(data)) is not None:
        raise Refused(str(path), *other)
    if len(data) > MAX_TEXT_FILE_BYTES:
        cause = f"is a text of over {MAX_TEXT_FILE_BYTES >> 20} MB, which no report is"
        raise Refused(str(path), cause, "leave it out")
    text = decode(data)
    return read_html(path, text) if is_html(text) else read_text(path, text)
