"""Reports into the index and out of it, one writer at a time, all of a commit or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.model import Report
from index.errors import NotAnIndex, WriterClosed, disk
from index.lock import locked
from index.merge_policy import merge_small, write_segment
from index.segments import arrays
from index.segments.build import Builder
from index.segments.reader import EXTENSION
from index.segments.strings import Strings
from index.vectors import training
from index.whoosh import contents
from index.whoosh.contents import OURS, Contents, Deleted, Segment

WAIT = 10.0

Kind = Literal["added", "replaced", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Held:
    """Where a report in the index came from: its file, its SHA-256, the reader's version."""

    file: str
    sha256: str
    reader: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report; `of` is the report that it replaced or that it doubles."""

    kind: Kind
    report: str
    of: str | None = None


@contextmanager
def writing(data: Path, wait: float = WAIT, rebuild: bool = False) -> Iterator[Writer]:
    """Gives the Writer of the index at `data`, made where it is missing; commits at the end.

    An exception rolls back to the last commit. `rebuild` begins with an empty index and replaces
    the old one, whatever its state, at the commit. Raises NotAnIndex where `data` holds other
    things, IndexLocked after `wait` seconds, Damaged, WrongVersion, and DiskFailed.
    """
    with disk(data):
        prepare(data)
    with locked(data, wait):
        with disk(data):
            writer = Writer(data, begin(data, rebuild), fresh=rebuild)
        with ending(writer):
            yield writer


@contextmanager
def ending(writer: Writer) -> Iterator[None]:
    """Commits at the end, but not after an exception, and closes the writer."""
    try:
        yield
        writer.commit()
    finally:
        writer.close()


@contextmanager
def sweeping(data: Path) -> Iterator[None]:
    """Removes afterwards what does not belong to the newest commit, also where none was made."""
    try:
        yield
    finally:
        contents.sweep(data)


def prepare(data: Path) -> None:
    """Makes the directory `data`. Raises NotAnIndex where it is none or holds other things."""
    if data.exists() and not data.is_dir():
        raise NotAnIndex(data, "this is a file", "name a directory for the index")
    make(data)
    strangers = [entry for entry in os.listdir(data) if not OURS.fullmatch(entry)]
    if strangers and contents.latest(data) is None:
        cause = f"no index is here but other things are ({sorted(strangers)[0]} ...)"
        raise NotAnIndex(data, cause, "name an empty directory, or one that does not exist yet")


def make(directory: Path) -> None:
    """Makes a directory with those above it that are missing, and puts their names on the disk."""
    if not directory.exists():
        make(directory.parent)
        directory.mkdir(exist_ok=True)
        contents.sync(directory.parent)


def begin(data: Path, rebuild: bool) -> Contents:
    """Returns the contents that a writer begins with.

    A new index begins with a commit 0, which is none yet: segments without a table of contents
    are then known to have lost it.
    """
    if rebuild:
        return Contents(contents.latest(data) or 0, ())
    try:
        return contents.read(data)
    except NotAnIndex:
        nothing = Contents(0, ())
        contents.write(data, nothing)
        return nothing


class Writer:
    """Takes reports in and out; what it did is seen by others after `commit`.

    `sources` tells for each report id what the index will hold after the commit.
    """

    def __init__(self, data: Path, held: Contents, fresh: bool = False) -> None:
        self.data, self._contents, self._fresh, self._open = data, held, fresh, True
        self._begin()

    def _begin(self) -> None:
        self._sources: dict[str, Held] = {}
        self._places: dict[str, tuple[str, Deleted]] = {}
        self._deleted: dict[str, list[Deleted]] = {}
        self._new: dict[str, tuple[Report, int]] = {}
        self._seen: dict[str, str] = {}
        for segment in self._contents.segments:
            self._load(segment)
        self._by_sha = {held.sha256: report for report, held in self._sources.items()}

    def _load(self, segment: Segment) -> None:
        """Notes the living reports of a segment, reading nothing but its columns of reports."""
        found = arrays.read(self.data / (segment.name + EXTENSION), "report.")
        first = found["report.first"].tolist()
        dead = {one.row for one in segment.deleted}
        rows = zip(
            Strings.within(found, "report.ids").all(),
            Strings.within(found, "report.file").all(),
            Strings.within(found, "report.sha").all(),
            found["report.reader"].tolist(),
            map(Deleted, range(segment.reports), first[:-1], first[1:]),
            strict=True,
        )
        for report, file, sha, reader, place in rows:
            if place.row not in dead:
                self._sources[report] = Held(file, sha, reader)
                self._places[report] = segment.name, place

    @property
    def sources(self) -> Mapping[str, Held]:
        """What the index will hold after the commit, by report id."""
        return self._sources

    def put(self, report: Report, reader: int = 1) -> Outcome:
        """Takes a report in and returns what became of it.

        A report is `unchanged` where its file and content and the reader's version are held
        already, a `duplicate` where another file has its content or, since this writer began,
        gave the same report; a held report with its id or content is `replaced`.
        """
        self._check()
        new = Held(report.source.file, report.source.sha256, reader)
        twin = self._by_sha.get(new.sha256)
        old = twin if twin is not None else report.id if report.id in self._sources else None
        if old is None:
            return self._add(report, new, "added")
        held = self._sources[old]
        if held == new and old == report.id:
            self._seen[old] = new.file
            return Outcome("unchanged", old)
        if held.file != new.file and (twin is not None or old in self._seen):
            return Outcome("duplicate", report.id, of=old)
        self.remove(old)
        if report.id in self._sources:
            self.remove(report.id)
        return self._add(report, new, "replaced", old)

    def _add(self, report: Report, new: Held, kind: Kind, of: str | None = None) -> Outcome:
        self._new[report.id] = report, new.reader
        self._sources[report.id] = new
        self._by_sha[new.sha256] = report.id
        self._seen[report.id] = new.file
        return Outcome(kind, report.id, of)

    def remove(self, report: str) -> bool:
        """Takes a report out; returns whether it was there."""
        self._check()
        held = self._sources.pop(report, None)
        if held is None:
            return False
        self._by_sha.pop(held.sha256, None)
        if self._new.pop(report, None) is None:
            segment, place = self._places.pop(report)
            self._deleted.setdefault(segment, []).append(place)
        return True

    def commit(self) -> int:
        """Makes what was put and removed the newest commit, on the disk; returns its generation.

        The writer stays open for more. Raises DiskFailed, and then the last commit stands.
        """
        self._check()
        if self._new or self._deleted or self._fresh or not self._contents.generation:
            with disk(self.data), sweeping(self.data):
                self._contents = self._committed()
            self._fresh = False
            self._begin()
        return self._contents.generation

    def _committed(self) -> Contents:
        """Makes the newest commit and returns its contents."""
        segments = [self._thinned(one) for one in self._contents.segments]
        segments += self._written()
        kept = merge_small(self.data, [one for one in segments if not one.dead])
        found = Contents(self._contents.generation + 1, tuple(kept), self._contents.lesson)
        found = training.taught(self.data, found)
        contents.write(self.data, found)
        return found

    def _thinned(self, segment: Segment) -> Segment:
        return segment.without(self._deleted.get(segment.name, []))

    def _written(self) -> list[Segment]:
        """Writes the new reports as a segment, and returns it."""
        if not self._new:
            return []
        builder = Builder()
        for report, reader in self._new.values():
            builder.add(report, reader)
        return [write_segment(self.data, builder.raw())]

    def rollback(self) -> None:
        """Forgets what was put and removed since the last commit."""
        self._check()
        self._begin()

    def close(self) -> None:
        """Ends the writer; what was not committed is forgotten."""
        self._open = False

    def _check(self) -> None:
        if not self._open:
            raise WriterClosed("this writer has ended; begin another with `writing(data)`")
