"""An index that is read while others write to it: always the newest commit, opened once."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import NamedTuple

from index.errors import Damaged, IndexingError
from index.reclaim import Reclaimer
from index.segments.reader import EXTENSION, SegmentReader
from index.snapshot import Snapshot
from index.vectors import training
from index.vectors.training import WordModel
from index.whoosh import contents
from index.whoosh.contents import Contents, Segment

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
        self._retired = Reclaimer()

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
        return Snapshot(data, found, readers(data, found, known), lesson(data, found, known))

    return contents.newest(data, view)


def related(held: Snapshot, found: Contents) -> bool:
    """Returns whether a commit has a segment of `held`: else it may be another index altogether."""
    return not {reader.name for reader in held.readers}.isdisjoint(
        one.name for one in found.segments
    )


def readers(data: Path, found: Contents, held: Snapshot | None) -> list[SegmentReader]:
    """Returns the opened segments of a commit."""
    known = {reader.name: reader for reader in held.readers} if held else {}
    return [known.get(segment.name) or opened(data, segment) for segment in found.segments]


def opened(data: Path, segment: Segment) -> SegmentReader:
    """Returns a segment, opened. Raises Damaged, WrongVersion and FileNotFoundError."""
    reader = SegmentReader(data / (segment.name + EXTENSION))
    if (reader.size, len(reader.report_ids)) != (segment.size, segment.reports):
        cause = "it is not the segment that the table of contents names"
        raise Damaged(data / (segment.name + EXTENSION), cause)
    return reader


def lesson(data: Path, found: Contents, held: Snapshot | None) -> WordModel:
    """Returns what was learnt of a commit, that of `held` where it is the same."""
    if found.lesson is None:
        return training.NOTHING
    if held and held.lesson == found.lesson:
        return held.model
    return training.read(data / (found.lesson.name + EXTENSION))
