"""Rebuild a damaged index from the reports stored in it, and say which files must be read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.commit import read_commit
from index.contents import Contents, DeletedReport, Segment
from index.directory import SEGMENT_FILES, newest_generation, prepare_directory
from index.errors import Damaged, WrongVersion, disk
from index.lock import locked
from index.merge_policy import live_rows, write_segment
from index.segments.arrays import EXTENSION, Arrays, read_arrays
from index.segments.merge import merge_segments
from index.segments.strings import Strings
from index.segments.upgrade import in_current_format
from index.writer import LOCK_WAIT_SECONDS, Writer, committing

# The prefixes of a segment's stored columns (`index.segments.build`): all else is derived.
STORED_COLUMNS = ("report.", "doc.", "combo.", "names.", "words.", "tokens", "token.", "hyphens")


@dataclass(frozen=True, slots=True)
class LostSegment:
    """A segment whose reports could not be read: its `file`, the cause, and the number of reports
    (None: unknown); `sources` are the files that they came from, if those could be read.
    """

    file: Path
    cause: str
    reports: int | None
    sources: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Salvage:
    """What is sound, to be written as a new commit, and the `losses`: segments that are not.

    If `contents_lost`, the table of contents could not be read: then all reports in the directory
    are kept, removed ones among them, and of reports with one id the last written.
    """

    contents: Contents
    losses: tuple[LostSegment, ...]
    contents_lost: bool

    @property
    def is_complete(self) -> bool:
        """Whether every report is kept, or its source file is known."""
        return not self.contents_lost and all(segment.sources for segment in self.losses)


@contextmanager
def salvaging(data: Path, wait: float = LOCK_WAIT_SECONDS) -> Iterator[tuple[Writer, Salvage]]:
    """Yield a Writer that begins with all that is sound at `data`; commit at the end.

    Raise NotAnIndex, WrongVersion, IndexLocked and DiskFailed.
    """
    with disk(data):
        prepare_directory(data)
    with locked(data, wait), disk(data):
        salvaged = salvage(data)
        writer = Writer(data, salvaged.contents, fresh=True)
        with committing(writer):
            yield writer, salvaged


def salvage(data: Path) -> Salvage:
    """Return what is sound at `data`, rewritten from its stored columns as new segments."""
    try:
        segments, contents_lost = read_commit(data).segments, False
    except Damaged:
        segments, contents_lost = reconstruct_segments(data), True
    sound, losses = [], []
    for segment in segments:
        if segment.reports and segment.is_dead:
            continue
        try:
            sound.append(rewrite_segment(data, segment))
        except (Damaged, WrongVersion) as error:
            losses.append(describe_loss(data, segment, error))
    generation = newest_generation(data) or 0
    return Salvage(Contents(generation, tuple(sound)), tuple(losses), contents_lost)


def rewrite_segment(data: Path, segment: Segment) -> Segment:
    """Return a new segment of the undeleted reports of `segment`. Raise Damaged, WrongVersion."""
    path = data / segment.file
    if not path.exists():
        raise Damaged(path, "it is missing")
    stored = in_current_format(read_arrays(path, STORED_COLUMNS))
    return write_segment(data, merge_segments([stored], [live_rows(segment)]))


def describe_loss(data: Path, segment: Segment, error: Damaged | WrongVersion) -> LostSegment:
    """Return what is known of a segment that cannot be read."""
    path = data / segment.file
    reports = segment.reports - len(segment.deleted) if segment.reports else None
    try:
        stored = read_arrays(path, ("report.file", "report.first"))
        files = Strings.from_arrays(stored, "report.file").all()
        deleted = {report.row for report in segment.deleted}
        sources = [Path(file) for row, file in enumerate(files) if row not in deleted]
    except (Damaged, WrongVersion, FileNotFoundError):
        sources = []
    return LostSegment(path, error.cause, reports, tuple(sources))


def reconstruct_segments(data: Path) -> tuple[Segment, ...]:
    """Return the segments in a directory without a table of contents, the last written first.

    A report that a later segment has too counts as deleted. A segment that cannot be read comes
    without reports.
    """
    paths = sorted(data.glob(SEGMENT_FILES), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    later_ids: set[str] = set()
    segments = []
    for path in paths:
        name = path.name.removesuffix(EXTENSION)
        try:
            segment = reconstruct_segment(name, read_arrays(path, STORED_COLUMNS), later_ids)
        except (Damaged, WrongVersion):
            segment = Segment(name, 0, 0)
        segments.append(segment)
    return tuple(segments)


def reconstruct_segment(name: str, stored: Arrays, later_ids: set[str]) -> Segment:
    """Return a segment as it must have been, less the reports `later_ids`; add its own to them."""
    first = stored["report.first"].tolist()
    ids = Strings.from_arrays(stored, "report.ids").all()
    reports = map(DeletedReport, range(len(ids)), first[:-1], first[1:])
    deleted = tuple(
        report for report, report_id in zip(reports, ids, strict=True) if report_id in later_ids
    )
    later_ids.update(ids)
    return Segment(name, first[-1], len(ids), deleted)
