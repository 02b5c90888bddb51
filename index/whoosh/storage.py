"""What we use of Whoosh's storage: its write lock, and random names for new segments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.util import random_name

INDEX_NAME = "MAIN"
LOCK = f"{INDEX_NAME}_WRITELOCK"


def write_lock(data: Path) -> Any:
    """Return Whoosh's lock of the index at `data`, not yet acquired: the one that any Whoosh
    program takes before it writes.
    """
    return FileStorage(str(data)).lock(LOCK)


def segment_name() -> str:
    """Return a new random name for a segment."""
    return f"{INDEX_NAME}_{random_name()}"
