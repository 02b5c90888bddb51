"""Commits that are over: they leave memory, and their files the disk, when no reader is left."""

from __future__ import annotations

import gc
import threading
import time
import weakref

from index.snapshot import Snapshot

# Seconds after which a reader of the commit before is done; the longest request takes less.
DONE = 5.0


class Retired:
    """Looks after the snapshots that a newer one took the place of. Safe in threads.

    What a reader made of a snapshot may go in a circle, as the pages made by a template do. Python
    looks for old circles only now and then, an idle service not at all, and meanwhile a removed
    file keeps its room on the disk. So it is told to look, where a snapshot is still there.
    """

    def __init__(self, done: float = DONE) -> None:
        self.done = done
        self._left: list[tuple[float, weakref.ref[Snapshot]]] = []
        self._changing = threading.Lock()

    def add(self, snapshot: Snapshot) -> None:
        """Retires a snapshot, and looks later whether it went."""
        snapshot.retire()
        with self._changing:
            self._left.append((time.monotonic() + self.done, weakref.ref(snapshot)))
            if len(self._left) == 1:
                self._look_later()

    def _look_later(self) -> None:
        timer = threading.Timer(self.done, self._look)
        timer.daemon = True
        timer.start()

    def _look(self) -> None:
        now = time.monotonic()
        with self._changing:
            due = [snapshot for until, snapshot in self._left if until <= now]
            self._left = [(until, snapshot) for until, snapshot in self._left if until > now]
            if self._left:
                self._look_later()
        if any(snapshot() for snapshot in due):
            gc.collect()
