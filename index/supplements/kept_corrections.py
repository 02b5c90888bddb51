"""The file of corrections beside the commits of an index, which people may edit too."""

from __future__ import annotations

from pathlib import Path

from corpus.corrections.file import Corrections, parse_corrections
from index.directory import CORRECTIONS_FILE as CORRECTIONS_FILE
from index.directory import replace_file
from index.errors import disk


def load_corrections(data: Path) -> Corrections:
    """Return the corrections kept with the index at `data`; often none. Raise DiskFailed."""
    return parse_corrections(CORRECTIONS_FILE, read_corrections_text(data))


def read_corrections_text(data: Path) -> str:
    """Return the text of the file of corrections, empty where there is none. Raise DiskFailed.

    What is no UTF-8 is replaced, so that its line alone is a mistake.
    """
    path = data / CORRECTIONS_FILE
    with disk(path):
        return path.read_text("utf-8", errors="replace") if path.exists() else ""


def write_corrections_text(data: Path, text: str) -> None:
    """Write the file of corrections; it is on the disk, whole, when this returns."""
    replace_file(data / CORRECTIONS_FILE, text.encode())
