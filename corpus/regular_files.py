"""Open and read regular files: without waiting for a pipe, and no more than any report has."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from typing import IO

# Real reports have at most 5 MB, and two readers at once must fit into 500 MB.
MAX_FILE_BYTES = 64 << 20
BLOCK_BYTES = 1 << 16


class NotRegular(OSError):
    """A path names a folder, a pipe or a device, or is none that a file can have."""


def open_regular(path: str | os.PathLike[str]) -> IO[bytes]:
    """Return a regular file opened to be read, at once: a pipe must not hold up who asks. Raise
    NotRegular for what is none, OSError where it cannot be opened.
    """
    try:
        file = open(path, "rb", opener=open_without_waiting)  # noqa: SIM115
    except (ValueError, IsADirectoryError) as error:  # ValueError: a NUL in the name
        raise NotRegular(errno.EINVAL, "is not a file", str(path)) from error
    # Of what is open, not of the path, which may name another thing by now.
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise NotRegular(errno.EINVAL, "is not a file", str(path))


def open_without_waiting(path: str, flags: int) -> int:
    """Return a file descriptor at once, also for a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_blocks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file block by block; of one that is larger than MAX_FILE_BYTES, one byte
    more than these, so that it shows.
    """
    left = MAX_FILE_BYTES + 1
    while left and (block := file.read(min(left, BLOCK_BYTES))):
        left -= len(block)
        yield block
