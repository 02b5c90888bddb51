"""What the index at a place holds, and whether every byte of it is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index import contents, learning
from index.arrays import FORMAT
from index.collection import open_snapshot
from index.contents import Segment
from index.errors import Damaged, IndexingError, NotAnIndex
from index.leaf import EXTENSION, Leaf
from index.lock import holder


@dataclass(frozen=True, slots=True)
class Status:
    """What the index at `data` holds after its commit `generation`.

    `deleted` counts paragraphs that wait to be cleared away, `words` different words as written,
    `bytes` the files of the commit; `writer` is the process that writes now, if any says so.
    """

    data: Path
    generation: int
    format: int
    reports: int
    paragraphs: int
    deleted: int
    words: int
    segments: int
    bytes: int
    writer: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the index: `message` names the file, the cause and the remedy."""

    file: Path
    message: str


def status(data: Path) -> Status:
    """Returns what the index at `data` holds. Raises NotAnIndex, Damaged or WrongVersion."""
    snapshot = open_snapshot(data)
    found = contents.read(data)
    return Status(
        data=data,
        generation=snapshot.generation,
        format=FORMAT,
        reports=snapshot.report_count,
        paragraphs=snapshot.paragraphs,
        deleted=snapshot.size - snapshot.paragraphs,
        words=len(snapshot.vocabulary()),
        segments=len(snapshot.leaves),
        bytes=sum((data / name).stat().st_size for name in found.files),
        writer=holder(data)[0],
    )


def check(data: Path) -> tuple[Problem, ...]:
    """Returns what is wrong with the index at `data`: nothing, where it is sound.

    Raises NotAnIndex where there is none.
    """
    try:
        found = contents.read(data)
    except NotAnIndex:
        raise
    except IndexingError as error:
        return (Problem(data, str(error)),)
    problems = [problem(data, segment) for segment in found.segments]
    if found.lesson:
        problems.append(damage(data / (found.lesson.name + EXTENSION), learning.read))
    return tuple(one for one in problems if one)


def problem(data: Path, segment: Segment) -> Problem | None:
    """Returns what is wrong with a segment, None where it is sound."""

    def opened(path: Path) -> None:
        leaf = Leaf(path)
        if (leaf.size, len(leaf.report_ids)) != (segment.size, segment.reports):
            raise Damaged(path, "it is not the segment that the table of contents names")

    return damage(data / (segment.name + EXTENSION), opened)


def damage(path: Path, opened: Callable[[Path], object]) -> Problem | None:
    """Returns what keeps the file at `path` from being opened, None where nothing does."""
    try:
        opened(path)
    except FileNotFoundError:
        return Problem(path, str(Damaged(path, "it is missing")))
    except IndexingError as error:
        return Problem(path, str(error))
    return None
