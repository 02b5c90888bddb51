"""Put reports into the index and remove them: one writer at a time, all of a commit or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Report
from corpus.understanding.identity import rename_report
from index.commit import read_commit, remove_leftovers, write_commit
from index.contents import Contents, DeletedReport, Segment
from index.directory import newest_generation, prepare_directory
from index.errors import NotAnIndex, WriterClosed, disk
from index.lock import locked
from index.merge_policy import merge_due, renew_segment, write_segment
from index.registry.decision import PutKind, decide, list_replaced
from index.registry.held_reports import HeldReports, NewReport, SegmentReports, StoredReport
from index.registry.provenance import Provenance
from index.registry.well_formed import well_formed
from index.segments.build import Builder
from index.supplements.kept_recognition import RecognitionStore
from index.vectors.training import with_current_model

LOCK_WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of a report, held as `report` from now on.

    `existing` is the report that it repeats, or the first of the `predecessors` that it replaced.
    `cause` says why it repeats or replaced.
    """

    kind: PutKind
    report: str
    existing: str | None = None
    predecessors: tuple[str, ...] = ()
    cause: str = ""


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
        self._deleted: defaultdict[str, list[DeletedReport]] = defaultdict(list)
        self._removed_contents: set[str] = set()
        columns = [SegmentReports(self.data, segment) for segment in self._contents.segments]
        self._registry = HeldReports(entry for segment in columns for entry in segment.undeleted())
        # Segments of an older format.
        self._outdated = {part.segment.name for part in columns if not part.is_current}

    @property
    def sources(self) -> Mapping[str, Provenance]:
        """Where each report that the index will hold after the commit came from, by report id."""
        return self._registry.sources

    def facts(self, report: str) -> Report:
        """Return the facts of a report that the index will hold after the commit, by its id."""
        return self._registry[report].facts()

    def has_given_facts(self, report: str) -> bool:
        """Return whether something was added to a report as it was read, by its id."""
        return self._registry[report].has_given_facts

    def has_unreadable_pages(self, report: str) -> bool:
        """Return whether the reader doubted that it could read all pages of a report, by its id."""
        return self._registry[report].has_unreadable_pages

    @property
    def rewrites(self) -> bool:
        """Whether the next commit writes segments of an older format in today's."""
        return bool(self._outdated)

    def put(self, report: Report, reader: int = 1) -> PutResult:
        """Put a report in, under an id that no other has, and return what became of it.

        `index.registry.decision` says when it is `unchanged`, a `duplicate`, has `replaced` a
        report, or is `added`. A character of its texts that cannot be sent is replaced.
        """
        self._check_open()
        report = well_formed(report)
        source = Provenance(report.source.file, report.source.sha256, reader)
        decision = decide(report, source, self._registry)
        if decision.kind in ("added", "replaced"):
            replaced = list_replaced(report, source, self._registry, decision)
            for predecessor in decision.predecessors:
                self.remove(predecessor)
            renamed = rename_report(report, decision.report)
            self._registry.add(decision.report, NewReport(renamed, source, replaced))
        return PutResult(
            decision.kind,
            decision.report,
            decision.existing,
            decision.predecessors,
            decision.cause,
        )

    def remove(self, report: str) -> bool:
        """Remove a report by its id; return whether it was there."""
        self._check_open()
        source = self._registry.sources.get(report)
        removed = self._registry.remove(report)
        if source is not None:
            self._removed_contents.add(source.sha256)
        if isinstance(removed, StoredReport):
            self._deleted[removed.columns.segment.name].append(removed.deletion)
        return removed is not None

    def commit(self) -> int:
        """Make what was put and removed the newest commit, on the disk; return its generation.

        Without any change there is no new commit, unless segments are to be written in today's
        format. The writer stays open for more. Raise
        DiskFailed, and then the last commit stands.
        """
        self._check_open()
        changed = self._new() or self._deleted or self._outdated
        if changed or self._fresh or not self._contents.generation:
            with disk(self.data):
                try:
                    self._contents = self._write_commit()
                finally:
                    remove_leftovers(self.data)
            self._fresh = False
            self._forget_recognised()
            self._begin()
        return self._contents.generation

    def _forget_recognised(self) -> None:
        """Remove what was recognised of files whose reports have left the index."""
        if self._removed_contents:
            contents = {source.sha256 for source in self.sources.values()}
            RecognitionStore(self.data).forget(self._removed_contents - contents)

    def _new(self) -> list[NewReport]:
        """Return the reports that were put in since the last commit."""
        return [report for report in self._registry if isinstance(report, NewReport)]

    def _write_commit(self) -> Contents:
        segments = [
            segment.without(self._deleted.get(segment.name, ()))
            for segment in self._contents.segments
        ]
        if new := self._new():
            segments.append(self._write_new_reports(new))
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

    def _write_new_reports(self, reports: list[NewReport]) -> Segment:
        builder = Builder()
        for report in reports:
            builder.add(report.report, report.source.reader, report.replaced)
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
