"""The original file of a report, for as long as it is where it was and unchanged."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack, suppress
from io import BytesIO
from pathlib import PurePath, PureWindowsPath
from tempfile import TemporaryFile
from typing import IO

from corpus.model import Report
from corpus.regular_files import open_regular, read_blocks
from web.pages.files.downloads import MAX_BYTES_IN_MEMORY, safe_name

PDF_SIGNATURE = b"%PDF-"
MAX_SUFFIX = 20  # characters; what is longer is no suffix


def exists(report: Report) -> bool:
    """Return whether a file is still where the report was read from."""
    path = report.source.file
    return PurePath(path).is_absolute() and os.path.isfile(path)


def open_original(report: Report) -> IO[bytes] | None:
    """Return a copy of the file as it was indexed; None where it is gone or has changed.

    It is a copy, since the file may change while it is sent.
    """
    digest = hashlib.sha256()
    with suppress(OSError), ExitStack() as close_on_error:
        source = close_on_error.enter_context(open_regular(report.source.file))
        size = os.fstat(source.fileno()).st_size
        copy = close_on_error.enter_context(empty_file(size))
        for block in read_blocks(source):  # no report that was indexed is larger
            digest.update(block)
            copy.write(block)
        if digest.hexdigest() == report.source.sha256:
            close_on_error.pop_all()
            source.close()
            copy.seek(0)
            return copy
    return None


def empty_file(size: int) -> IO[bytes]:
    """Return a file for so many bytes: in memory where they are few, else on the disk."""
    return BytesIO() if size <= MAX_BYTES_IN_MEMORY else TemporaryFile()


def is_pdf(file: IO[bytes]) -> bool:
    """Return whether an open file is a PDF."""
    start = file.read(len(PDF_SIGNATURE))
    file.seek(0)
    return start == PDF_SIGNATURE


def size_of(file: IO[bytes]) -> int:
    """Return the length of an open file in bytes."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size


def base_name(report: Report) -> str:
    """Return the name of the report's file without its folders, whichever system it was read on."""
    return PureWindowsPath(report.source.file).name


def download_name(report: Report) -> str:
    """Return a name to save the file under: the report's id with the suffix of the file."""
    suffix = PurePath(base_name(report)).suffix
    return safe_name(report.id + (suffix if len(suffix) <= MAX_SUFFIX else ""))
