"""Commits that are over: they leave memory, and their files the disk, when no reader is left."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from typing import NamedTuple

from index.snapshot import Snapshot

# Seconds after which a reader of the commit before is done; the longest request takes less.
DONE = 5.0


class Left(NamedTuple):
    """A snapshot that was replaced; it is looked for at `until` on the clock, after `wait` s."""

    snapshot: weakref.ref[Snapshot]
    until: float
    wait: float


class Reclaimer:
    """Looks after the snapshots that a newer one took the place of. Safe in threads.

    What a reader made of a snapshot may go in a circle, as the pages made by a template do. Python
    looks for old circles only now and then, an idle service not at all, and meanwhile a removed
    file keeps its room on the disk. So it is told to look, where a snapshot is still there: again
    and again, each time after twice as long, for a reader may have been slow.
    """

    def __init__(self, done: float = DONE) -> None:
        self.done = done
        self._left: list[Left] = []
        self._changing = threading.Lock()

    def add(self, snapshot: Snapshot) -> None:
        """Retires a snapshot, and looks later whether it went."""
        snapshot.retire()
        with self._changing:
            self._look_at(Left(weakref.ref(snapshot), time.monotonic() + self.done, self.done))

    def _look_at(self, left: Left) -> None:
        self._left.append(left)
        if len(self._left) == 1:
            self._look_later()

    def _look_later(self) -> None:
        timer = threading.Timer(self.done, self._look)
        timer.daemon = True
        timer.start()

    def _look(self) -> None:
        now = time.monotonic()
        with self._changing:
            due = [left for left in self._left if left.until <= now]
            self._left = [left for left in self._left if left.until > now]
            if self._left:
                self._look_later()
        if any(left.snapshot() for left in due):
            gc.collect()
        with self._changing:
            for left in due:
                if left.snapshot():
                    wait = 2 * left.wait
                    self._look_at(Left(left.snapshot, time.monotonic() + wait, wait))
