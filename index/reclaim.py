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
from collections.abc import Callable
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


def start_timer(seconds: float, function: Callable[[], None]) -> None:
    """Call a function once after so many seconds, in a thread that ends with the process."""
    timer = threading.Timer(seconds, function)
    timer.daemon = True
    timer.start()


class Reclaimer:
    """Runs the garbage collector while a replaced snapshot is still there. Safe in threads.

    The first time after `grace` seconds, then each time after twice as long: a slow reader may
    still be using it. Each one has its own `clock` (monotonic, in seconds), `start_timer` and
    `collect`, so that a test can replace them without changing those of others in the process.
    """

    def __init__(
        self,
        grace: float = GRACE_SECONDS,
        *,
        clock: Callable[[], float] = time.monotonic,
        start_timer: Callable[[float, Callable[[], None]], None] = start_timer,
        collect: Callable[[], object] = gc.collect,
    ) -> None:
        self.grace = grace
        self._clock, self._start_timer, self._run_collector = clock, start_timer, collect
        self._waiting: list[Replaced] = []
        self._lock = threading.Lock()

    def add(self, snapshot: Snapshot) -> None:
        """Stop the caching of a replaced snapshot, and look later whether it was freed."""
        snapshot.stop_caching()
        with self._lock:
            self._wait_for(weakref.ref(snapshot), self.grace)

    def _wait_for(self, snapshot: weakref.ref[Snapshot], wait: float) -> None:
        self._waiting.append(Replaced(snapshot, self._clock() + wait, wait))
        if len(self._waiting) == 1:
            self._start_timer(self.grace, self._collect)

    def _collect(self) -> None:
        now = self._clock()
        with self._lock:
            due = [replaced for replaced in self._waiting if replaced.due <= now]
            self._waiting = [replaced for replaced in self._waiting if replaced.due > now]
            if self._waiting:
                self._start_timer(self.grace, self._collect)
        if any(replaced.snapshot() for replaced in due):
            self._run_collector()
        with self._lock:
            for replaced in due:
                if replaced.snapshot():
                    self._wait_for(replaced.snapshot, 2 * replaced.wait)
