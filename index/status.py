"""What the index at a place holds, and whether every byte of it is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index import lock
from index.collection import open_snapshot, opened
from index.errors import Damaged, DiskFailed, IndexLocked, NotAnIndex, WrongVersion
from index.segments.arrays import FORMAT
from index.segments.reader import EXTENSION
from index.vectors import training
from index.whoosh import contents
from index.whoosh.contents import Contents


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
    """Returns what the index at `data` holds. Raises what `contents.newest` raises."""
    snapshot = open_snapshot(data)
    return Status(
        data=data,
        generation=snapshot.generation,
        format=FORMAT,
        reports=snapshot.report_count,
        paragraphs=snapshot.paragraphs,
        deleted=snapshot.size - snapshot.paragraphs,
        words=len(snapshot.vocabulary()),
        segments=len(snapshot.readers),
        bytes=contents.newest(data, lambda found: size(data, found)),
        writer=lock.writer(data),
    )


def size(data: Path, found: Contents) -> int:
    """Returns the bytes of the files of a commit."""
    return sum((data / name).stat().st_size for name in found.files)


def check(data: Path) -> tuple[Problem, ...]:
    """Returns what is wrong with the index at `data`: nothing, where it is sound.

    A commit made meanwhile is no problem: the newer one is checked. Raises NotAnIndex where
    there is none.
    """
    try:
        return contents.newest(data, lambda found: problems(data, found))
    except NotAnIndex:
        raise
    except (Damaged, WrongVersion, DiskFailed, IndexLocked) as error:
        return (Problem(error.path, str(error)),)


def problems(data: Path, found: Contents) -> tuple[Problem, ...]:
    """Returns what is wrong with the files of a commit. Raises FileNotFoundError."""
    checks: list[Callable[[], object]] = [partial(opened, data, one) for one in found.segments]
    if found.lesson:
        checks.append(partial(training.read, data / (found.lesson.name + EXTENSION)))
    told = map(problem, checks)
    return tuple(one for one in told if one)


def problem(opening: Callable[[], object]) -> Problem | None:
    """Returns what is wrong with the file that `opening` reads, None where it is sound."""
    try:
        opening()
    except (Damaged, WrongVersion) as error:
        return Problem(error.path, str(error))
    return None
