"""An index that is read while others write to it: always the newest commit, opened once."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import NamedTuple

from index import contents, learning
from index.contents import Contents, Segment
from index.errors import Damaged, IndexingError
from index.leaf import EXTENSION, Leaf
from index.learning import Learnt
from index.retired import Retired
from index.snapshot import Snapshot

PAUSE = 2.0  # seconds between looks for a commit that nobody asks for

Identity = tuple[int, int, int]
"""What tells two commits apart, as `contents.identity` gives it."""


class Held(NamedTuple):
    """A snapshot, and the identity that the newest commit had before it was opened."""

    snapshot: Snapshot
    identity: Identity | None


class Collection:
    """Hands out snapshots of the index at `data`; one is shared by all threads of a process.

    Segments that did not change are not opened again.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self._held: Held | None = None
        self._opening = threading.Lock()
        self._retired = Retired()

    def snapshot(self) -> Snapshot:
        """Returns the newest commit. Raises NotAnIndex, Damaged or WrongVersion.

        It costs one listing of the directory where nothing was committed since. While one thread
        opens a new commit, the others get the one before.
        """
        held, found = self._held, self._found()
        if held and found and held.identity == found:
            return held.snapshot
        if not self._opening.acquire(blocking=held is None):
            assert held is not None
            return held.snapshot
        try:
            return self._opened()
        finally:
            self._opening.release()

    def _opened(self) -> Snapshot:
        """Returns the newest commit, opened unless another thread was first; the one before
        retires: for one thread at a time, since that may be another than the caller saw.
        """
        held, found = self._held, self._found()
        if held and found and held.identity == found:
            return held.snapshot
        newest = open_snapshot(self.data, held.snapshot if held else None)
        # Where a commit came between, its identity is not the one found: the next look finds it.
        self._held = Held(newest, found)
        if held:
            self._retired.add(held.snapshot)
        return newest

    def follow(self, pause: float = PAUSE) -> None:
        """Opens each commit from now on, asked or not: where nobody asks, the files of the one
        before would keep their room on the disk.
        """
        threading.Thread(target=self._follow, args=(pause,), name="follow", daemon=True).start()

    def _follow(self, pause: float) -> None:
        while True:
            time.sleep(pause)
            try:
                self.snapshot()
            except (IndexingError, OSError):
                continue  # whoever asks next is told

    def _found(self) -> Identity | None:
        """Returns the identity of the newest commit, None where it went while being looked at."""
        try:
            return contents.identity(self.data)
        except FileNotFoundError:
            return None


def open_snapshot(data: Path, held: Snapshot | None = None) -> Snapshot:
    """Returns the newest commit at `data`, with the segments that `held` has opened already.

    Raises what `contents.newest` raises.
    """

    def view(found: Contents) -> Snapshot:
        known = held if held and related(held, found) else None
        return Snapshot(data, found, leaves(data, found, known), lesson(data, found, known))

    return contents.newest(data, view)


def related(held: Snapshot, found: Contents) -> bool:
    """Returns whether a commit has a segment of `held`: else it may be another index altogether."""
    return not {leaf.name for leaf in held.leaves}.isdisjoint(one.name for one in found.segments)


def leaves(data: Path, found: Contents, held: Snapshot | None) -> list[Leaf]:
    """Returns the opened segments of a commit."""
    known = {leaf.name: leaf for leaf in held.leaves} if held else {}
    return [known.get(segment.name) or opened(data, segment) for segment in found.segments]


def opened(data: Path, segment: Segment) -> Leaf:
    """Returns a segment, opened. Raises Damaged, WrongVersion and FileNotFoundError."""
    leaf = Leaf(data / (segment.name + EXTENSION))
    if (leaf.size, len(leaf.report_ids)) != (segment.size, segment.reports):
        cause = "it is not the segment that the table of contents names"
        raise Damaged(data / (segment.name + EXTENSION), cause)
    return leaf


def lesson(data: Path, found: Contents, held: Snapshot | None) -> Learnt:
    """Returns what was learnt of a commit, that of `held` where it is the same."""
    if found.lesson is None:
        return learning.NOTHING
    if held and held.lesson == found.lesson:
        return held.learnt
    return learning.read(data / (found.lesson.name + EXTENSION))
