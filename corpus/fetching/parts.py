"""A file that is being downloaded: its bytes so far, and by what the server knows its content."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells one content of an address from another; None for what it gave not."""

    etag: str | None = None
    last_modified: str | None = None

    def headers_if_changed(self) -> dict[str, str]:
        """Return the headers that ask for the content only where it is another by now."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}

    @property
    def for_range(self) -> str | None:
        """What a request for the rest of a content names it by; a weak ETag does not do."""
        is_weak = self.etag is not None and self.etag.startswith("W/")
        return self.last_modified if self.etag is None or is_weak else self.etag


class PartFile:
    """The bytes of a download so far, in a hidden file, with their validators beside it.

    Hidden files are never taken for reports.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / f".{name}.part"
        self._about = folder / f".{name}.part.json"

    def resume_headers(self) -> dict[str, str]:
        """Return the headers that ask for the rest; none where it must begin anew."""
        named_by = self.read_validators().for_range
        size = self.size
        return {"Range": f"bytes={size}-", "If-Range": named_by} if size and named_by else {}

    @property
    def size(self) -> int:
        """The bytes that are there."""
        return self.path.stat().st_size if self.path.exists() else 0

    def read_validators(self) -> Validators:
        """Return the validators of the bytes that are there; empty ones where none are known."""
        try:
            about = json.loads(self._about.read_bytes())
            return Validators(about["etag"], about["last_modified"])
        except (OSError, ValueError, TypeError, KeyError):
            return Validators()

    @contextmanager
    def writing(self, validators: Validators, resume: bool) -> Iterator[BinaryIO]:
        """Yield the file, to be written to from its end or anew; synced when it is left whole."""
        if not resume:
            self.path.unlink(missing_ok=True)
            self._about.write_text(json.dumps(asdict(validators)), encoding="utf-8")
        with self.path.open("ab") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    def keep_as(self, target: Path) -> None:
        """Give the whole file its name, in place of one that has it."""
        self.path.replace(target)
        self._about.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove what is there."""
        self.path.unlink(missing_ok=True)
        self._about.unlink(missing_ok=True)
