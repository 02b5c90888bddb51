"""Read one file as a report: what workers load, with all that reads and understands formats."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import Refused
from corpus.formats.detection import read_document
from corpus.model import Report, Source
from corpus.reading import LoadedFile, load_file
from corpus.understanding.report import assemble_report


def read_report(file: LoadedFile) -> Report:
    """Return the report that a file holds. Raise Refused where it holds none."""
    document = read_document(file.path, file.content)
    source = Source(str(file.path), file.sha256, len(document.pages) or None)
    return assemble_report(document, source)


def read_file(path: Path) -> Report:
    """Return the report in the file at `path`, in this process. Raise Refused where it has none."""
    return read_report(load_file(path))


def read_report_or_refuse(file: LoadedFile) -> Report | Refused:
    """Return the report that a file holds, or why there is none."""
    try:
        return read_report(file)
    except Refused as refusal:
        return refusal
