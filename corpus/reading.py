"""Files to reports: finds the files, reads each once, and goes on when one cannot be read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus import formats
from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.model import Doubt, Report, Source
from corpus.understanding.report import understand
from corpus.workers import Lost, cores, each

# The version of the reader. Raised when the same file would give another report, so that an
# index knows which of its reports to read again.
READER = 1

# The longest real report takes under a second; what takes a minute is stuck or made to be.
SECONDS_PER_FILE = 60.0

# What file managers and word processors leave in folders; names that begin with a dot are too.
LITTER = {"thumbs.db", "desktop.ini"}


def read(path: Path) -> Report:
    """Returns the report in the file at `path`. Raises Refused where there is none."""
    data = formats.read_content(path)
    document = formats.read_document(path, data)
    source = Source(str(path), digest(data), len(document.pages) or None)
    report = understand(document, source)
    return replace(report, doubts=(*unreadable(document), *report.doubts))


def unreadable(document: Document) -> Iterator[Doubt]:
    """Yields a doubt for each page that could not be read."""
    for page in document.pages:
        if page.unreadable:
            yield Doubt("page-unreadable", f"page {page.number} {page.unreadable}", page.number)


def fingerprint(path: Path) -> str:
    """Returns the SHA-256 of a file, as its report's source has it. Raises Refused as `read`."""
    return digest(formats.read_content(path))


def digest(data: bytes) -> str:
    """Returns the SHA-256 of some bytes, in hex digits."""
    return hashlib.sha256(data).hexdigest()


def read_all(
    paths: Iterable[Path | Refused], workers: int | None = None
) -> Iterator[Report | Refused]:
    """Yields what `read` gives for each path, or why it gives nothing, in the order given.

    Reads over processes, as many as there are cores unless `workers` says otherwise; a file
    that kills or hangs its reader is refused. A Refused among the paths is passed through, so
    that `find` can be read from. Bounded in memory however many paths there are.
    """
    for path, result in each(attempt, paths, workers or cores(), SECONDS_PER_FILE):
        if isinstance(result, Lost):
            yield Refused(str(path), result.cause, "leave it out, or tell the developers")
        else:
            yield result


def attempt(path: Path | Refused) -> Report | Refused:
    """Returns the report in a file, or why there is none."""
    if isinstance(path, Refused):
        return path
    try:
        return read(path)
    except Refused as refused:
        return refused


def find(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    """Yields each path that is no folder, and each file in those that are, sorted in each folder.

    Yields Refused for a folder that is empty or cannot be opened, and for a link to a folder
    already walked. Whether a file can be read shows when it is read.
    """
    walked: dict[tuple[int, int], Path] = {}
    for path in paths:
        if os.path.isdir(path):  # unlike Path.is_dir, never an error
            yield from walk(path, walked)
        else:
            yield path


def walk(folder: Path, walked: dict[tuple[int, int], Path]) -> Iterator[Path | Refused]:
    """Yields the files under a folder; `walked` holds the folders that were gone through."""
    try:
        status = folder.stat()
        entries = sorted(entry for entry in folder.iterdir() if not litter(entry.name))
    except OSError as error:
        yield Refused(str(folder), f"cannot be opened ({error.strerror})", "check its permissions")
        return
    known = walked.setdefault((status.st_dev, status.st_ino), folder)
    if known != folder:
        yield Refused(str(folder), f"is the same folder as {known}", "remove the link")
    elif not entries:
        yield Refused(str(folder), "is an empty folder", "name the folder with the reports")
    else:
        for entry in entries:
            yield from walk(entry, walked) if os.path.isdir(entry) else (entry,)


def litter(name: str) -> bool:
    """Returns whether a file is no document by its name."""
    return name.startswith((".", "~$")) or name.lower() in LITTER
