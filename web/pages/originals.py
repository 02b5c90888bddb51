"""The file that a report was read from, for as long as it lies there unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.model import Report

PDF = b"%PDF-"


def is_held(report: Report) -> bool:
    """Returns whether the file is still where it was when it was indexed."""
    path = Path(report.source.file)
    return path.is_absolute() and path.is_file()


def content(report: Report) -> bytes | None:
    """Returns the file's bytes, None where it is gone or is not what was indexed any more."""
    try:
        data = Path(report.source.file).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == report.source.sha256 else None


def name(report: Report) -> str:
    """Returns a name to save the file under."""
    return report.id + Path(report.source.file).suffix
