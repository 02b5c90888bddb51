"""One writer at a time: Whoosh's write lock, and a file that says which process holds it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from index.contents import INDEX_NAME
from index.errors import IndexLocked, disk
from index.whoosh.storage import write_lock

WRITER_FILE = f"{INDEX_NAME}_WRITER.json"
RETRY_SECONDS = 0.05

_locks_held: set[Any] = set()


@contextmanager
def locked(data: Path, wait: float) -> Iterator[None]:
    """Hold the write lock of the index at `data`, trying for `wait` seconds.

    Raise IndexLocked and DiskFailed. The lock is the operating system's: it dies with its process,
    so none is ever left behind.
    """
    with disk(data):
        lock = acquire_lock(data, wait)
    _locks_held.add(lock)
    try:
        with announced(data):
            yield
    finally:
        _locks_held.discard(lock)
        lock.release()


@contextmanager
def announced(data: Path) -> Iterator[None]:
    """Let others see which process writes, and since when."""
    since = datetime.now(timezone.utc).isoformat(timespec="seconds")
    path = data / WRITER_FILE
    try:
        with disk(data):
            path.write_text(json.dumps({"pid": os.getpid(), "since": since}), "utf-8")
        yield
    finally:
        with disk(data):
            path.unlink(missing_ok=True)


def acquire_lock(data: Path, wait: float) -> Any:
    """Return Whoosh's lock, acquired. Raise IndexLocked after `wait` seconds."""
    lock = write_lock(data)
    deadline = time.monotonic() + wait
    while not lock.acquire():
        if time.monotonic() >= deadline:
            raise IndexLocked(data, *announced_writer(data))
        time.sleep(RETRY_SECONDS)
    return lock


def current_writer(data: Path) -> int | None:
    """Return the id of the process that writes to the index at `data` now, None if there is none.

    What a dead process announced does not count: its lock died with it.
    """
    pid, _ = announced_writer(data)
    lock = write_lock(data)
    with suppress(OSError):  # a user who may not write there cannot try the lock
        if pid is not None and lock.acquire():
            lock.release()
            return None
    return pid


def announced_writer(data: Path) -> tuple[int | None, str | None]:
    """Return the process that announced that it writes to the index at `data`, and since when."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        announcement = json.loads((data / WRITER_FILE).read_text("utf-8"))
        return int(announcement["pid"]), str(announcement["since"])
    return None, None


def close_inherited_locks() -> None:
    """Close the locks that a forked process inherits, so that they die with their owner."""
    for lock in _locks_held:
        os.close(lock.fd)
        lock.fd = None
    _locks_held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=close_inherited_locks)
