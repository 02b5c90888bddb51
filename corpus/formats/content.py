"""Read a file's bytes: once, up to a limit, and without waiting for a pipe."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from corpus.errors import Refused

# Real reports have at most 5 MB, and two readers at once must fit into 500 MB.
MAX_FILE_BYTES = 64 << 20


def read_content(path: Path) -> bytes:
    """Return the bytes of a file. Raise Refused where it cannot be read or is too large."""
    try:
        with open(path, "rb", opener=open_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Refused(str(path), "is not a file", "name a file")
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        cause = f"cannot be read ({error.strerror or error})"
        raise Refused(str(path), cause, "check the path and its permissions") from error
    if len(data) > MAX_FILE_BYTES:
        cause = f"is larger than {MAX_FILE_BYTES >> 20} MB, which no report is"
        raise Refused(str(path), cause, "leave it out")
    return data


def open_without_waiting(path: str, flags: int) -> int:
    """Return a file descriptor at once: a pipe in the folder must not hold up the other files."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
