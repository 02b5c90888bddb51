"""Keep the recognised pages of files beside an index, by their content: recognised once.

It is a cache: what is lost is recognised again. It goes with its report, and as a whole stays below
a bound; the files that were read longest ago go first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from corpus.formats.recognised import RecognisedPage
from index.directory import make_directory, replace_file
from index.errors import disk

DIRECTORY = "MAIN_recognised"
FORMAT = 1
MAX_BYTES = 512 << 20
"""Of all files: 50,000 pages."""


class KeptPages(msgspec.Struct, frozen=True):
    """All that a file holds; `format` is that of the file."""

    format: int
    pages: tuple[RecognisedPage, ...]


@dataclass(frozen=True, slots=True)
class RecognitionStore:
    """The recognised pages that are kept with the index at `data`."""

    data: Path

    def load(self, sha256: str) -> tuple[RecognisedPage, ...]:
        """Return the pages that are kept of a content; none where the file is not as it was
        written. Raise DiskFailed.
        """
        path = self.path(sha256)
        try:
            with disk(path):
                if not path.exists():
                    return ()
                path.touch()
                content = path.read_bytes()
            kept = msgspec.json.decode(content, type=KeptPages)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return ()
        return kept.pages if kept.format == FORMAT else ()

    def keep(self, sha256: str, pages: Sequence[RecognisedPage]) -> None:
        """Keep the pages of a content, on the disk when this returns. Raise DiskFailed."""
        path = self.path(sha256)
        with disk(path):
            make_directory(path.parent)
        replace_file(path, msgspec.json.encode(KeptPages(FORMAT, tuple(pages))))
        with disk(path):
            self.drop_oldest()

    def drop_oldest(self) -> None:
        """Remove the files that were read longest ago, as far as all are over the bound."""
        files = [(path, path.stat()) for path in (self.data / DIRECTORY).iterdir()]
        files.sort(key=lambda item: item[1].st_mtime_ns)
        excess = sum(status.st_size for _, status in files) - MAX_BYTES
        for path, status in files:
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= status.st_size

    def forget(self, contents: Iterable[str]) -> None:
        """Remove the pages of some contents. Raise DiskFailed."""
        for sha256 in contents:
            path = self.path(sha256)
            with disk(path):
                path.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Return the file of a content."""
        return self.data / DIRECTORY / f"{sha256}.json"
