"""The newest commit of an index that others write to, opened once and shared by all threads."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import NamedTuple

from index.commit import use_newest
from index.contents import Contents, Segment
from index.directory import CommitIdentity, commit_identity, commit_time
from index.errors import Damaged, IndexingError
from index.reclaim import Reclaimer
from index.segments.reader import SegmentReader
from index.snapshot import Snapshot
from index.vectors.word_model import EMPTY_MODEL, WordModel, read_model

POLL_SECONDS = 2.0  # between looks for a commit that nobody asks for


class CurrentSnapshot(NamedTuple):
    """A snapshot, and the identity that the newest commit had before it was opened."""

    snapshot: Snapshot
    identity: CommitIdentity | None


class Collection:
    """Hands out snapshots of the index at `data`; one is shared by all threads of a process.

    Segments that did not change are not opened again.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self._current: CurrentSnapshot | None = None
        self._opening = threading.Lock()
        self._reclaimer = Reclaimer()

    def snapshot(self) -> Snapshot:
        """Return a snapshot of the newest commit. Raise NotAnIndex, Damaged or WrongVersion.

        It costs one listing of the directory if nothing was committed since. While one thread
        opens a new commit, the others get the one before.
        """
        current, identity = self._current, self._newest_identity()
        if current and identity and current.identity == identity:
            return current.snapshot
        if not self._opening.acquire(blocking=current is None):
            assert current is not None
            return current.snapshot
        try:
            return self._open_newest()
        finally:
            self._opening.release()

    def _open_newest(self) -> Snapshot:
        """Return the newest commit, opened unless another thread was first, and replace the
        current snapshot. Called by one thread at a time, since `_current` may have changed.
        """
        current, identity = self._current, self._newest_identity()
        if current and identity and current.identity == identity:
            return current.snapshot
        newest = open_snapshot(self.data, current.snapshot if current else None)
        # If a commit came in between, its identity is not this one: the next look finds it.
        self._current = CurrentSnapshot(newest, identity)
        if current:
            self._reclaimer.add(current.snapshot)
        return newest

    def follow(self, pause: float = POLL_SECONDS) -> None:
        """Open each commit from now on even if nobody asks, every `pause` seconds.

        Otherwise the files of the commit before would stay on the disk of an idle server.
        """
        threading.Thread(target=self._follow, args=(pause,), name="follow", daemon=True).start()

    def _follow(self, pause: float) -> None:
        while True:
            time.sleep(pause)
            try:
                self.snapshot()
            except (IndexingError, OSError):
                continue  # whoever asks next gets the error

    def _newest_identity(self) -> CommitIdentity | None:
        """Return the identity of the newest commit, None if it went while being looked at."""
        try:
            return commit_identity(self.data)
        except FileNotFoundError:
            return None


def open_snapshot(data: Path, previous: Snapshot | None = None) -> Snapshot:
    """Return the newest commit at `data`, sharing the segments that `previous` has opened already.

    Raise what `index.commit.use_newest` raises.
    """

    def open_commit(contents: Contents) -> Snapshot:
        related = previous if previous and shares_segment(previous, contents) else None
        readers = open_segments(data, contents, related)
        committed = commit_time(data, contents.generation)
        return Snapshot(data, contents, committed, readers, open_model(data, contents, related))

    return use_newest(data, open_commit)


def shares_segment(snapshot: Snapshot, contents: Contents) -> bool:
    """Return whether a commit has a segment of `snapshot`; if not, it may be another index."""
    names = {reader.name for reader in snapshot.readers}
    return any(segment.name in names for segment in contents.segments)


def open_segments(data: Path, contents: Contents, previous: Snapshot | None) -> list[SegmentReader]:
    """Return the segments of a commit, opened, those of `previous` where they are the same."""
    opened = {reader.name: reader for reader in previous.readers} if previous else {}
    return [
        opened.get(segment.name) or open_segment(data, segment) for segment in contents.segments
    ]


def open_segment(data: Path, segment: Segment) -> SegmentReader:
    """Return a segment, opened. Raise Damaged, WrongVersion and FileNotFoundError."""
    path = data / segment.file
    reader = SegmentReader(path)
    if (reader.size, len(reader.report_ids)) != (segment.size, segment.reports):
        raise Damaged(path, "it is not the segment that the table of contents names")
    return reader


def open_model(data: Path, contents: Contents, previous: Snapshot | None) -> WordModel:
    """Return the word model of a commit, that of `previous` where it is the same."""
    if contents.model_file is None:
        return EMPTY_MODEL
    if previous and previous.model_file == contents.model_file:
        return previous.model
    return read_model(data / contents.model_file.file)
