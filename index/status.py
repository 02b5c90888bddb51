"""What an index holds, and whether every byte of it is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.collection import open_segment, open_snapshot
from index.commit import use_newest
from index.contents import Contents
from index.errors import BadCatalogues, Damaged, DiskFailed, IndexLocked, NotAnIndex, WrongVersion
from index.lock import current_writer
from index.segments.arrays import FORMAT_VERSION, read_format
from index.snapshot import Snapshot
from index.supplements.kept_catalogues import load_catalogues
from index.vectors.word_model import read_model


@dataclass(frozen=True, slots=True)
class Status:
    """What the index at `data` holds after its commit `generation`.

    `withdrawn` counts reports that no longer stand, `deleted` paragraphs that wait to be cleared
    away, `words` different words as written, `bytes` those of the commit's files; `writer` is the
    process that writes now, None if there is none.
    """

    data: Path
    generation: int
    format: int
    reports: int
    withdrawn: int
    paragraphs: int
    deleted: int
    words: int
    segments: int
    bytes: int
    writer: int | None


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something wrong with a file of the index; `message` names it, the cause and the remedy."""

    file: Path
    message: str


def status(data: Path) -> Status:
    """Return what the index at `data` holds. Raise what `index.commit.use_newest` raises."""
    snapshot = open_snapshot(data)
    return Status(
        data=data,
        generation=snapshot.generation,
        format=use_newest(data, partial(oldest_format, data)),
        reports=snapshot.report_count,
        withdrawn=count_withdrawn(snapshot),
        paragraphs=snapshot.paragraphs,
        deleted=snapshot.size - snapshot.paragraphs,
        words=len(snapshot.vocabulary()),
        segments=len(snapshot.readers),
        bytes=use_newest(data, partial(count_bytes, data)),
        writer=current_writer(data),
    )


def count_withdrawn(snapshot: Snapshot) -> int:
    """Return how many reports that are not deleted were withdrawn or replaced."""
    columns = snapshot.columns
    return int((columns.withdrawn & columns.report_alive).sum())


def oldest_format(data: Path, contents: Contents) -> int:
    """Return the oldest format among the segments of a commit, today's where there are none."""
    formats = (read_format(data / segment.file) for segment in contents.segments)
    return min(formats, default=FORMAT_VERSION)


def count_bytes(data: Path, contents: Contents) -> int:
    """Return the size in bytes of all files of a commit."""
    return sum((data / name).stat().st_size for name in contents.files)


def check(data: Path) -> tuple[FileProblem, ...]:
    """Return what is wrong with the index at `data`: nothing if it is sound.

    If a commit is made meanwhile, the newer one is checked. Raise NotAnIndex if there is none.
    """
    try:
        return use_newest(data, partial(find_problems, data))
    except NotAnIndex:
        raise
    except (Damaged, WrongVersion, DiskFailed, IndexLocked) as error:
        return (FileProblem(error.path, str(error)),)


def find_problems(data: Path, contents: Contents) -> tuple[FileProblem, ...]:
    """Return what is wrong with the array files of a commit, and with the catalogues beside it.

    Raise FileNotFoundError.
    """
    checks: list[Callable[[], object]] = [
        partial(open_segment, data, segment) for segment in contents.segments
    ]
    if contents.model_file:
        checks.append(partial(read_model, data / contents.model_file.file))
    checks.append(partial(load_catalogues, data))
    return tuple(problem for problem in map(find_problem, checks) if problem)


def find_problem(read_file: Callable[[], object]) -> FileProblem | None:
    """Return what is wrong with the file that `read_file` reads, None if it is sound."""
    try:
        read_file()
    except (BadCatalogues, Damaged, WrongVersion) as error:
        return FileProblem(error.path, str(error))
    return None
