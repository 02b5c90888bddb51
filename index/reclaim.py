"""Free replaced snapshots: their memory, and the disk space of their files, once unused.

A snapshot is freed with its last reference, unless it is part of a reference cycle (rendered
pages can form some). Python's garbage collector runs rarely, and never in an idle service; until
then the removed files of an old commit would take up disk space. So it is run for them.
"""

from __future__ import annotations

import gc
import threading
import time
import weakref
from typing import NamedTuple

from index.snapshot import Snapshot

GRACE_SECONDS = 5.0  # requests that use the replaced snapshot take less


class Replaced(NamedTuple):
    """A snapshot that a newer one replaced: look at `due` (monotonic clock) whether it is freed.

    `wait` is the time in seconds that it was given.
    """

    snapshot: weakref.ref[Snapshot]
    due: float
    wait: float


class Reclaimer:
    """Runs the garbage collector while a replaced snapshot is still there. Safe in threads.

    The first time after `grace` seconds, then each time after twice as long: a slow reader may
    still be using it.
    """

    def __init__(self, grace: float = GRACE_SECONDS) -> None:
        self.grace = grace
        self._waiting: list[Replaced] = []
        self._lock = threading.Lock()

    def add(self, snapshot: Snapshot) -> None:
        """Stop the caching of a replaced snapshot, and look later whether it was freed."""
        snapshot.stop_caching()
        with self._lock:
            self._wait_for(weakref.ref(snapshot), self.grace)

    def _wait_for(self, snapshot: weakref.ref[Snapshot], wait: float) -> None:
        self._waiting.append(Replaced(snapshot, time.monotonic() + wait, wait))
        if len(self._waiting) == 1:
            self._start_timer()

    def _start_timer(self) -> None:
        timer = threading.Timer(self.grace, self._collect)
        timer.daemon = True
        timer.start()

    def _collect(self) -> None:
        now = time.monotonic()
        with self._lock:
            due = [replaced for replaced in self._waiting if replaced.due <= now]
            self._waiting = [replaced for replaced in self._waiting if replaced.due > now]
            if self._waiting:
                self._start_timer()
        if any(replaced.snapshot() for replaced in due):
            gc.collect()
        with self._lock:
            for replaced in due:
                if replaced.snapshot():
                    self._wait_for(replaced.snapshot, 2 * replaced.wait)
