"""Slots that all processes of a service share: so much heavy work at once, and no more.

An export or a comparison keeps a core busy for seconds. With a slot for each core but one, no
number of them can keep pages waiting. A slot is a lock on a file: the system frees it when its
process dies, however that happens.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows, where one process answers
    fcntl = None  # type: ignore[assignment]

RETRY_SECONDS = 0.05
Release = Callable[[], None]


class ProcessSlots:
    """Slots of this process alone."""

    def __init__(self, count: int) -> None:
        self._free = threading.BoundedSemaphore(count)

    def acquire(self, seconds: float) -> Release | None:
        """Return what gives the slot back, None where none was free for so long."""
        return self._free.release if self._free.acquire(timeout=seconds) else None


class FileSlots:
    """Slots that are files of a directory, for all processes that use it."""

    def __init__(self, directory: Path, count: int) -> None:
        self._paths = [directory / f"slot-{number}.lock" for number in range(count)]

    def acquire(self, seconds: float) -> Release | None:
        """Return what gives the slot back, None where none was free for so long."""
        deadline = time.monotonic() + seconds
        while True:
            for path in self._paths:
                if release := lock(path):
                    return release
            if time.monotonic() >= deadline:
                return None
            time.sleep(RETRY_SECONDS)


def lock(path: Path) -> Release | None:
    """Return what unlocks a file, None where somebody else has locked it."""
    # Each opening has a lock of its own, so that threads of one process keep each other out too.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return lambda: os.close(descriptor)


def slots(directory: Path | None, count: int) -> ProcessSlots | FileSlots:
    """Return slots shared by all that name the directory; of this process where there is none."""
    if directory is None or fcntl is None:
        return ProcessSlots(count)
    return FileSlots(directory, count)
