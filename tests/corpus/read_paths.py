"""Read the reports in some files, as tests, tools and the benchmark do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import Refused
from corpus.model import Report
from corpus.reading import load_files, read_loaded_files


def read_paths(
    paths: Iterable[Path | Refused], workers: int | None = None
) -> Iterator[Report | Refused]:
    """Yield the report in each file, or why there is none, as `read_loaded_files` does."""
    return read_loaded_files(load_files(paths), workers)
