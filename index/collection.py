"""An index that is read while others write to it: always the newest commit, opened once."""

from __future__ import annotations

import threading
from pathlib import Path

from index import contents, learning
from index.contents import Contents
from index.errors import Damaged, IndexLocked
from index.leaf import EXTENSION, Leaf
from index.learning import Learnt
from index.lock import holder
from index.snapshot import Snapshot

RETRIES = 20


class Collection:
    """Hands out snapshots of the index at `data`; one is shared by all threads of a process.

    Segments that did not change are not opened again.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self._snapshot: Snapshot | None = None
        self._opening = threading.Lock()

    def snapshot(self) -> Snapshot:
        """Returns the newest commit. Raises NotAnIndex, Damaged or WrongVersion.

        It costs one listing of the directory where nothing was committed since. While one thread
        opens a new commit, the others get the one before.
        """
        held = self._snapshot
        if held and contents.latest(self.data) == held.generation:
            return held
        if not self._opening.acquire(blocking=held is None):
            assert held is not None
            return held
        try:
            self._snapshot = open_snapshot(self.data, self._snapshot)
            return self._snapshot
        finally:
            self._opening.release()


def open_snapshot(data: Path, held: Snapshot | None = None) -> Snapshot:
    """Returns the newest commit at `data`, with the segments that `held` has opened already.

    Raises NotAnIndex, Damaged or WrongVersion.
    """
    for _ in range(RETRIES):
        before = contents.latest(data)
        try:
            found = contents.read(data)
            if held and held.generation == found.generation:
                return held
            return Snapshot(data, found, leaves(data, found, held), lesson(data, found, held))
        except FileNotFoundError as error:
            if contents.latest(data) == before:
                raise Damaged(Path(error.filename), "it is missing") from error
    raise IndexLocked(data, *holder(data))


def leaves(data: Path, found: Contents, held: Snapshot | None) -> list[Leaf]:
    """Returns the opened segments of a commit."""
    known = {leaf.name: leaf for leaf in held.leaves} if held else {}
    return [
        known.get(segment.name) or Leaf(data / (segment.name + EXTENSION))
        for segment in found.segments
    ]


def lesson(data: Path, found: Contents, held: Snapshot | None) -> Learnt:
    """Returns what was learnt of a commit, that of `held` where it is the same."""
    if found.lesson is None:
        return learning.NOTHING
    if held and held.lesson == found.lesson:
        return held.learnt
    return learning.read(data / (found.lesson.name + EXTENSION))
