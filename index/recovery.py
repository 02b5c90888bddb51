"""A damaged index made anew: of the reports stored in it, else of the files they came from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import Damaged, WrongVersion, disk
from index.lock import locked
from index.merge_policy import living, write_segment
from index.segments import arrays
from index.segments.arrays import Arrays
from index.segments.merge import merged
from index.segments.reader import EXTENSION
from index.segments.strings import Strings
from index.whoosh import contents
from index.whoosh.contents import Contents, Deleted, Segment
from index.whoosh.storage import INDEX_NAME
from index.writer import WAIT, Writer, ending, prepare

# The raw columns of a segment, by how their names begin: all else is made of them.
STORED = ("report.", "doc.", "combo.", "names.", "words.", "tokens", "token.")


@dataclass(frozen=True, slots=True)
class Lost:
    """A segment whose reports could not be read: why, how many they are (None: unknown), and the
    files that they came from, where that could be read.
    """

    file: Path
    cause: str
    reports: int | None
    sources: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Salvage:
    """What could be kept, to be written as a new commit, and what is `lost`.

    `guessed` says that the table of contents is lost: then all reports found are kept, those
    that had been removed among them, and of reports with one id the last written.
    """

    contents: Contents
    lost: tuple[Lost, ...]
    guessed: bool

    @property
    def whole(self) -> bool:
        """Whether every report is kept, or known by its file."""
        return not self.guessed and all(part.sources for part in self.lost)


@contextmanager
def salvaging(data: Path, wait: float = WAIT) -> Iterator[tuple[Writer, Salvage]]:
    """Gives a Writer that begins with all that is sound at `data`, and commits at the end.

    Raises NotAnIndex, WrongVersion, IndexLocked and DiskFailed.
    """
    with disk(data):
        prepare(data)
    with locked(data, wait), disk(data):
        found = salvage(data)
        writer = Writer(data, found.contents, fresh=True)
        with ending(writer):
            yield writer, found


def salvage(data: Path) -> Salvage:
    """Returns what is sound at `data`; its segments are written anew from their raw columns."""
    try:
        named, guessed = contents.read(data).segments, False
    except Damaged:
        named, guessed = seen(data), True
    kept, lost = [], []
    for segment in named:
        if segment.reports and segment.dead:
            continue
        try:
            kept.append(rewritten(data, segment))
        except (Damaged, WrongVersion) as error:
            lost.append(told(data, segment, error))
    generation = contents.latest(data) or 0
    return Salvage(Contents(generation, tuple(kept)), tuple(lost), guessed)


def rewritten(data: Path, segment: Segment) -> Segment:
    """Returns a new segment with the living reports of `segment`."""
    path = data / (segment.name + EXTENSION)
    if not path.exists():
        raise Damaged(path, "it is missing")
    part = arrays.read(path, STORED)
    return write_segment(data, merged([part], [living(part, segment)]))


def told(data: Path, segment: Segment, error: Damaged | WrongVersion) -> Lost:
    """Returns what is known of a segment that cannot be read."""
    path = data / (segment.name + EXTENSION)
    number = segment.reports - len(segment.deleted) if segment.reports else None
    try:
        part = arrays.read(path, ("report.file", "report.first"))
        files = Strings.within(part, "report.file")
        dead = {one.row for one in segment.deleted}
        sources = [Path(file) for row, file in enumerate(files.all()) if row not in dead]
    except (Damaged, WrongVersion, FileNotFoundError):
        sources = []
    return Lost(path, error.cause, number, tuple(sources))


def seen(data: Path) -> tuple[Segment, ...]:
    """Returns the segments in a directory without a table of contents, the last written first.

    A report that a later one has as well counts as deleted. A segment that cannot be read comes
    without reports.
    """
    paths = data.glob(f"{INDEX_NAME}_*{EXTENSION}")
    known: set[str] = set()
    found = []
    for path in sorted(paths, key=lambda path: path.stat().st_mtime_ns, reverse=True):
        name = path.name.removesuffix(EXTENSION)
        try:
            found.append(guessed(name, arrays.read(path, STORED), known))
        except (Damaged, WrongVersion):
            found.append(Segment(name, 0, 0))
    return tuple(found)


def guessed(name: str, part: Arrays, known: set[str]) -> Segment:
    """Returns a segment as it must have been, less the reports `known`, which it adds to."""
    first = part["report.first"].tolist()
    ids = Strings.within(part, "report.ids").all()
    places = map(Deleted, range(len(ids)), first[:-1], first[1:])
    dead = tuple(place for place, report in zip(places, ids, strict=True) if report in known)
    known.update(ids)
    return Segment(name, first[-1], len(ids), dead)
