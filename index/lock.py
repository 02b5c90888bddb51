"""The one writer at a time: Whoosh's lock, held by a process that says who it is."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from index.errors import IndexLocked, disk
from index.whoosh.storage import write_lock

HOLDER = "MAIN_WRITER.json"
EVERY = 0.05

_held: set[Any] = set()


@contextmanager
def locked(data: Path, wait: float) -> Iterator[None]:
    """Holds the lock of the index at `data`, trying for `wait` seconds. Raises IndexLocked
    and DiskFailed.

    The lock is the system's and dies with its process: none is ever left behind.
    """
    with disk(data):
        lock = acquired(data, wait)
    _held.add(lock)
    try:
        with told(data):
            yield
    finally:
        _held.discard(lock)
        lock.release()


@contextmanager
def told(data: Path) -> Iterator[None]:
    """Lets others see which process writes, and since when."""
    since = datetime.now(timezone.utc).isoformat(timespec="seconds")
    try:
        with disk(data):
            (data / HOLDER).write_text(json.dumps({"pid": os.getpid(), "since": since}), "utf-8")
        yield
    finally:
        with disk(data):
            (data / HOLDER).unlink(missing_ok=True)


def acquired(data: Path, wait: float) -> Any:
    """Returns the lock, once it is ours. Raises IndexLocked after `wait` seconds."""
    lock = write_lock(data)
    until = time.monotonic() + wait
    while not lock.acquire():
        if time.monotonic() >= until:
            raise IndexLocked(data, *holder(data))
        time.sleep(EVERY)
    return lock


def writer(data: Path) -> int | None:
    """Returns the process that writes to the index at `data` now, None where there is none.

    What a dead process said of itself is not believed: its lock died with it.
    """
    pid, _ = holder(data)
    lock = write_lock(data)
    with suppress(OSError):  # who may not write there cannot try the lock
        if pid is not None and lock.acquire():
            lock.release()
            return None
    return pid


def holder(data: Path) -> tuple[int | None, str | None]:
    """Returns the process that writes to the index at `data`, and since when, as it said."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((data / HOLDER).read_text("utf-8"))
        return int(said["pid"]), str(said["since"])
    return None, None


def let_go() -> None:
    """Closes the locks that a forked process inherits, so that they die with their owner."""
    for lock in _held:
        os.close(lock.fd)
        lock.fd = None
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=let_go)
