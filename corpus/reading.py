"""Read files as reports: each is loaded and hashed once, and read in a worker process."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from corpus.cores import available_cores
from corpus.errors import Refused
from corpus.formats.content import read_content
from corpus.formats.recognised import RecognisedPage
from corpus.model import Report
from corpus.reading_pool import LoadedInWorker, Task, TaskFailure, run_in_order
from corpus.registry import registry

Passed = TypeVar("Passed")

# Returns the report that a LoadedFile holds, or why there is none. What reads files takes half a
# second to import, and only workers need it.
read_report_or_refuse: LoadedInWorker[Report | Refused] = LoadedInWorker(
    "corpus.report_reader", "read_report_or_refuse"
)

# Raised when the same file would give another report, so that an index knows which of its
# reports to read again.
READER_VERSION = 5

# The longest real report takes under a second; what takes a minute is stuck or made to be. So is
# what takes so much processor time for each megabyte begun, on a machine that is not busy.
TIMEOUT_SECONDS = 60.0
CPU_SECONDS_PER_MEGABYTE = 5.0


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file's path, its content, and the SHA-256 of the content in hex digits.

    `recognised` are pages that are pictures, of which the text was recognised. `frameworks` are
    those that a curator named, by the ids of reports, the one in this file perhaps among them.
    """

    path: Path
    content: bytes = field(repr=False)
    sha256: str
    recognised: tuple[RecognisedPage, ...] = field(default=(), repr=False)
    frameworks: Mapping[str, str] = field(default_factory=dict, repr=False)


def load_file(path: Path) -> LoadedFile:
    """Return the file at `path`, opened and hashed once. Raise Refused where it cannot be read."""
    content = read_content(path)
    return LoadedFile(path, content, hashlib.sha256(content).hexdigest())


def load_files(paths: Iterable[Path | Refused]) -> Iterator[LoadedFile | Refused]:
    """Yield each file as `load_file` does, one at a time, or why it is refused.

    A Refused among `paths` is passed through, so that `find_files` can be loaded from.
    """
    for path in paths:
        try:
            yield path if isinstance(path, Refused) else load_file(path)
        except Refused as refusal:
            yield refusal


def read_loaded_files(
    files: Iterable[LoadedFile | Passed], workers: int | None = None
) -> Iterator[Report | Refused | Passed]:
    """Yield the report in each file, or why there is none, in the order given.

    Files are read in `workers` processes, by default as many as there are cores, started when
    the first file comes. A file that crashes its process, hangs or fills the memory is refused,
    and the rest is read. What is not a LoadedFile is passed through in its place. However many
    files there are, only a few are held at a time. Raise DataError for a mistake in a framework.
    """
    registry()  # so that a mistake in a framework is told once, and not of every file
    tasks: Iterator[Task[LoadedFile] | Passed] = (
        Task(str(file.path), file, cpu_limit(file)) if isinstance(file, LoadedFile) else file
        for file in files
    )
    outcomes = run_in_order(
        read_report_or_refuse, tasks, workers or available_cores(), TIMEOUT_SECONDS
    )
    for outcome in outcomes:
        if isinstance(outcome, TaskFailure):
            yield Refused(outcome.name, outcome.cause, "leave it out, or tell the developers")
        else:
            yield outcome


def cpu_limit(file: LoadedFile) -> float:
    """Return the seconds of processor time that reading a file may take, by its size."""
    return CPU_SECONDS_PER_MEGABYTE * max(1, math.ceil(len(file.content) / (1 << 20)))
