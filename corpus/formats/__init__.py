"""A file's lines, whatever its format: recognised by what the file holds, never by its name."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import Refused
from corpus.formats import pdf, text
from corpus.lines import Document

PDF_HEAD = 1024  # readers accept a PDF whose header stands within its first KiB


def lines(path: Path) -> Document:
    """Returns the lines of the file at `path`. Raises Refused where it holds none to read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(str(path), f"cannot be read ({error.strerror})", "check it") from error
    if not data.strip():
        raise Refused(str(path), "is empty", "fetch it again")
    if b"%PDF-" in data[:PDF_HEAD]:
        return pdf.lines(path, data)
    return text.lines(path, data)
