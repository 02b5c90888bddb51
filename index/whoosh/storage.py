"""What we use of Whoosh's storage: its write lock, and random names for new segments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.util import random_name

from index.contents import INDEX_NAME

LOCK_FILE = f"{INDEX_NAME}_WRITELOCK"


def write_lock(data: Path) -> Any:
    """Return Whoosh's lock of the index at `data`, not yet acquired.

    It is the one that every Whoosh program takes before it writes.
    """
    return FileStorage(str(data)).lock(LOCK_FILE)


def new_segment_name() -> str:
    """Return a random name for a new segment."""
    return f"{INDEX_NAME}_{random_name()}"
