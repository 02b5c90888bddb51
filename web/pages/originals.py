"""The original file of a report, for as long as it is where it was and unchanged."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.model import Report

PDF_SIGNATURE = b"%PDF-"


def exists(report: Report) -> bool:
    """Return whether a file is still where the report was read from."""
    path = Path(report.source.file)
    return path.is_absolute() and path.is_file()


def read_original(report: Report) -> bytes | None:
    """Return the file's content; None where it is gone or has changed since it was indexed."""
    try:
        content = Path(report.source.file).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == report.source.sha256 else None


def download_name(report: Report) -> str:
    """Return a name to save the file under."""
    return report.id + Path(report.source.file).suffix
