"""What was fetched into a folder: for each address its file, and by what its server knows it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.fetching.parts import Validators

MANIFEST_NAME = ".evidence-fetch.jsonl"


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """The file that an address gave, by its name in the folder."""

    url: str
    file: str
    validators: Validators


class Manifest:
    """The files that were fetched into a folder, a line of JSON each, of one address the last.

    A line that was cut short by a crash is left out: its file is then known by its name.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self._path = folder, folder / MANIFEST_NAME
        self._by_url: dict[str, FetchedFile] = {}
        self._url_by_file: dict[str, str] = {}
        lines = self._path.read_bytes().splitlines() if self._path.exists() else []
        for line in lines:
            try:
                data = json.loads(line)
                known = Validators(data["validators"]["etag"], data["validators"]["last_modified"])
                self._remember(FetchedFile(data["url"], Path(data["file"]).name, known))
            except (ValueError, TypeError, KeyError):
                continue

    def _remember(self, fetched: FetchedFile) -> None:
        self._by_url[fetched.url] = fetched
        self._url_by_file[fetched.file.casefold()] = fetched.url

    def find(self, url: str) -> FetchedFile | None:
        """Return the file of an address where it is still in the folder."""
        fetched = self._by_url.get(url)
        return fetched if fetched and (self.folder / fetched.file).is_file() else None

    def owner(self, file: str) -> str | None:
        """Return the address that a file came from; None where it is not known."""
        return self._url_by_file.get(file.casefold())

    def add(self, fetched: FetchedFile) -> None:
        """Remember a file, on the disk."""
        with self._path.open("ab") as out:
            begins_line = out.tell() == 0 or self._ends_whole()
            line = json.dumps(asdict(fetched)).encode()
            out.write((b"" if begins_line else b"\n") + line + b"\n")
            out.flush()
            os.fsync(out.fileno())
        self._remember(fetched)

    def _ends_whole(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"
