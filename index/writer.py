"""Put reports into the index and remove them: one writer at a time, all of a commit or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.model import Report
from index.commit import read_commit, remove_leftovers, write_commit
from index.contents import Contents, DeletedReport, Segment
from index.directory import newest_generation, prepare_directory
from index.errors import NotAnIndex, WriterClosed, disk
from index.lock import locked
from index.merge_policy import merge_due, renew_segment, write_segment
from index.segments.arrays import read_arrays
from index.segments.build import Builder
from index.segments.strings import Strings
from index.segments.upgrade import NEW_IN_FORMAT_2, has_current_words
from index.vectors.training import with_current_model

LOCK_WAIT_SECONDS = 10.0

PutKind = Literal["added", "replaced", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a report in the index came from: its file, its SHA-256, the reader's version."""

    file: str
    sha256: str
    reader: int


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of a report; `existing` is the report that it replaced or is a duplicate of."""

    kind: PutKind
    report: str
    existing: str | None = None


@contextmanager
def writing(data: Path, wait: float = LOCK_WAIT_SECONDS, rebuild: bool = False) -> Iterator[Writer]:
    """Yield the Writer of the index at `data`, which is made if it is missing; commit at the end.

    An exception rolls back to the last commit. `rebuild` begins with an empty index and replaces
    the old one, whatever its state, with the commit. Raise NotAnIndex if `data` holds other
    things, IndexLocked after `wait` seconds, Damaged, WrongVersion, and DiskFailed.
    """
    with disk(data):
        prepare_directory(data)
    with locked(data, wait):
        with disk(data):
            writer = Writer(data, starting_contents(data, rebuild), fresh=rebuild)
        with committing(writer):
            yield writer


def starting_contents(data: Path, rebuild: bool) -> Contents:
    """Return the contents that a writer begins with.

    A new index begins with an empty commit 0, which readers do not count as one. From then on
    segments without a table of contents mean that it was lost.
    """
    if rebuild:
        return Contents(newest_generation(data) or 0, ())
    try:
        return read_commit(data)
    except NotAnIndex:
        empty = Contents(0, ())
        write_commit(data, empty)
        return empty


@contextmanager
def committing(writer: Writer) -> Iterator[None]:
    """Commit at the end, but not after an exception, and close the writer."""
    try:
        yield
        writer.commit()
    finally:
        writer.close()


class Writer:
    """Puts reports in and removes them; others see the result after `commit`."""

    def __init__(self, data: Path, contents: Contents, fresh: bool = False) -> None:
        self.data, self._contents, self._fresh, self._is_open = data, contents, fresh, True
        self._begin()

    def _begin(self) -> None:
        """Start from the last commit, with nothing put or removed."""
        self._sources: dict[str, Provenance] = {}
        # For each report of the last commit its segment, and what its deletion would add there.
        self._stored: dict[str, tuple[str, DeletedReport]] = {}
        self._deleted: dict[str, list[DeletedReport]] = {}
        self._new: dict[str, tuple[Report, int]] = {}
        self._file_this_run: dict[str, str] = {}
        self._outdated: set[str] = set()  # segments of an older format
        for segment in self._contents.segments:
            self._load(segment)
        self._report_by_sha = {
            provenance.sha256: report for report, provenance in self._sources.items()
        }

    def _load(self, segment: Segment) -> None:
        """Note the undeleted reports of a segment, reading only its columns of reports."""
        arrays = read_arrays(self.data / segment.file, ("report.", NEW_IN_FORMAT_2))
        if not has_current_words(arrays):
            self._outdated.add(segment.name)
        first = arrays["report.first"].tolist()
        deleted = {report.row for report in segment.deleted}
        rows = zip(
            Strings.from_arrays(arrays, "report.ids").all(),
            Strings.from_arrays(arrays, "report.file").all(),
            Strings.from_arrays(arrays, "report.sha").all(),
            arrays["report.reader"].tolist(),
            map(DeletedReport, range(segment.reports), first[:-1], first[1:]),
            strict=True,
        )
        for report, file, sha256, reader, deletion in rows:
            if deletion.row not in deleted:
                self._sources[report] = Provenance(file, sha256, reader)
                self._stored[report] = segment.name, deletion

    @property
    def sources(self) -> Mapping[str, Provenance]:
        """Where each report that the index will hold after the commit came from, by report id."""
        return self._sources

    @property
    def rewrites(self) -> bool:
        """Whether the next commit writes segments of an older format in today's."""
        return bool(self._outdated)

    def put(self, report: Report, reader: int = 1) -> PutResult:
        """Put a report in and return what became of it.

        A report is `unchanged` if its file, its content and the reader's version are the same as
        in the index; a `duplicate` if another file has its content or, since the last commit,
        gave the same report. It has `replaced` a report with its id or content, else it is `added`.
        """
        self._check_open()
        new = Provenance(report.source.file, report.source.sha256, reader)
        same_content = self._report_by_sha.get(new.sha256)
        same_id = report.id if report.id in self._sources else None
        existing = same_content if same_content is not None else same_id
        if existing is None:
            return self._add(report, new, "added")
        indexed = self._sources[existing]
        if indexed == new and existing == report.id:
            self._file_this_run[existing] = new.file
            return PutResult("unchanged", existing)
        is_duplicate = same_content is not None or existing in self._file_this_run
        if indexed.file != new.file and is_duplicate:
            return PutResult("duplicate", report.id, existing)
        self.remove(existing)
        if report.id in self._sources:
            self.remove(report.id)
        return self._add(report, new, "replaced", existing)

    def _add(
        self, report: Report, source: Provenance, kind: PutKind, existing: str | None = None
    ) -> PutResult:
        self._new[report.id] = report, source.reader
        self._sources[report.id] = source
        self._report_by_sha[source.sha256] = report.id
        self._file_this_run[report.id] = source.file
        return PutResult(kind, report.id, existing)

    def remove(self, report: str) -> bool:
        """Remove a report by its id; return whether it was there."""
        self._check_open()
        source = self._sources.pop(report, None)
        if source is None:
            return False
        self._report_by_sha.pop(source.sha256, None)
        if self._new.pop(report, None) is None:
            segment, deletion = self._stored.pop(report)
            self._deleted.setdefault(segment, []).append(deletion)
        return True

    def commit(self) -> int:
        """Make what was put and removed the newest commit, on the disk; return its generation.

        Without any change there is no new commit, unless segments are to be written in today's
        format. The writer stays open for more. Raise
        DiskFailed, and then the last commit stands.
        """
        self._check_open()
        changed = self._new or self._deleted or self._outdated
        if changed or self._fresh or not self._contents.generation:
            with disk(self.data):
                try:
                    self._contents = self._write_commit()
                finally:
                    remove_leftovers(self.data)
            self._fresh = False
            self._begin()
        return self._contents.generation

    def _write_commit(self) -> Contents:
        segments = [
            segment.without(self._deleted.get(segment.name, ()))
            for segment in self._contents.segments
        ]
        if self._new:
            segments.append(self._write_new_reports())
        segments = [self._in_current_format(segment) for segment in segments if not segment.is_dead]
        segments = merge_due(self.data, segments)
        generation = self._contents.generation + 1
        # The word model of an older format knows other words.
        model_file = None if self._outdated else self._contents.model_file
        contents = Contents(generation, tuple(segments), model_file)
        contents = with_current_model(self.data, contents)
        write_commit(self.data, contents)
        return contents

    def _in_current_format(self, segment: Segment) -> Segment:
        is_outdated = segment.name in self._outdated
        return renew_segment(self.data, segment) if is_outdated else segment

    def _write_new_reports(self) -> Segment:
        builder = Builder()
        for report, reader in self._new.values():
            builder.add(report, reader)
        return write_segment(self.data, builder.stored_columns())

    def rollback(self) -> None:
        """Forget what was put and removed since the last commit."""
        self._check_open()
        self._begin()

    def close(self) -> None:
        """End the writer; what was not committed is forgotten."""
        self._is_open = False

    def _check_open(self) -> None:
        if not self._is_open:
            raise WriterClosed(self.data)
