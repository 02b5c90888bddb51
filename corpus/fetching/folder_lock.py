"""One `evidence fetch` to a folder at a time: a lock that ends with its process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import Refused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = ".evidence-fetch.lock"
"""A hidden file, which stays: to remove it would let a second process lock another of its name."""


@contextmanager
def folder_locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raise Refused where another process holds it, or it cannot be."""
    try:
        handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        cause = f"cannot be written to ({error.strerror or error})"
        raise Refused(str(folder), cause, "see to the disk, then run it again") from error
    try:
        try:
            lock(handle)
        except OSError as error:
            cause = "is being fetched into by another `evidence fetch`"
            raise Refused(str(folder), cause, "wait until that has ended") from error
        yield
    finally:
        os.close(handle)


def lock(handle: int) -> None:
    """Lock an open file for this process, at once. Raise OSError where another has locked it."""
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
