"""The table of contents: which segments make up the index, replaced by one rename.

The file is Whoosh's own table of contents, so that any Whoosh program opens the index, followed
by the same facts as JSON, their length, the CRC-32 of all before it, and a magic. We read the
JSON alone: no pickle is ever opened here.
"""

from __future__ import annotations

import json
import os
import re
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, NamedTuple, TypeVar

import msgspec
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.errors import Damaged, DiskFailed, IndexLocked, NotAnIndex, WrongVersion
from index.lock import holder
from index.segments.arrays import FORMAT, Count
from index.segments.reader import EXTENSION
from index.whoosh.codec import ArraySegment
from index.whoosh.schema import SCHEMA
from index.whoosh.storage import INDEX_NAME

TRAILER, LENGTH = struct.Struct("<II8s"), struct.Struct("<I")
MAGIC = b"EVIDENCE"
NAME = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")
ARRAYS = rf"_?{INDEX_NAME}_\w+"
OURS = re.compile(rf"_?{INDEX_NAME}_.*|\..*")
RETRIES = 20

T = TypeVar("T")

# Without what it ends in. Another name might lead out of the directory, whoever wrote it.
ArrayFile = Annotated[str, msgspec.Meta(pattern=rf"\A{ARRAYS}\Z")]


class Deleted(NamedTuple):
    """A deleted report of a segment: its row, and its paragraphs `start` up to `end`."""

    row: Count
    start: Count
    end: Count


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as a commit knows it: its paragraphs `size`, its reports, those `deleted`."""

    name: ArrayFile
    size: Count
    reports: Count
    deleted: tuple[Deleted, ...] = ()

    @property
    def living(self) -> int:
        """The number of paragraphs that are not deleted."""
        return self.size - sum(dead.end - dead.start for dead in self.deleted)

    @property
    def dead(self) -> bool:
        """Whether every report is deleted."""
        return len(self.deleted) == self.reports

    def without(self, more: Sequence[Deleted]) -> Segment:
        """Returns the segment with more reports deleted."""
        return replace(self, deleted=tuple(sorted({*self.deleted, *more})))


class ModelFile(NamedTuple):
    """What was learnt last: the file it is in, and from how many paragraphs."""

    name: ArrayFile
    paragraphs: Count


@dataclass(frozen=True, slots=True)
class Contents:
    """What one commit left: `generation` counts commits, 0 is an index before its first."""

    generation: Count
    segments: tuple[Segment, ...]
    lesson: ModelFile | None = None

    @property
    def files(self) -> set[str]:
        """The names of the files that belong to this commit."""
        arrays = [one.name for one in (*self.segments, self.lesson) if one]
        return {name(self.generation), *(one + EXTENSION for one in arrays)}

    @property
    def living(self) -> int:
        """The number of paragraphs that are not deleted."""
        return sum(segment.living for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Version:
    """What is read of the contents first: the format that the rest is told in."""

    format: int


def name(generation: int) -> str:
    """Returns the name of the file that holds a commit's contents."""
    return f"_{INDEX_NAME}_{generation}.toc"


def latest(data: Path) -> int | None:
    """Returns the newest generation at `data`, None where there is none."""
    found = [NAME.fullmatch(entry) for entry in os.listdir(data)] if data.is_dir() else []
    return max((int(match[1]) for match in found if match), default=None)


def identity(data: Path) -> tuple[int, int, int] | None:
    """Returns what tells the newest contents from any other: an index that was removed and made
    anew may have the same generation. None where there is none.
    """
    generation = latest(data)
    if generation is None:
        return None
    found = (data / name(generation)).stat()
    return generation, found.st_ino, found.st_mtime_ns


def begun(data: Path) -> bool:
    """Returns whether a commit was made at `data`, though its table of contents may be lost."""
    if generation := latest(data):
        return True
    return generation is None and any(data.glob(f"{INDEX_NAME}_*{EXTENSION}"))


def read(data: Path) -> Contents:
    """Returns the newest contents. Raises NotAnIndex, Damaged or WrongVersion."""
    generation = latest(data)
    if not generation:
        if begun(data):
            raise Damaged(data, "the table of contents is missing")
        cause = "no index is here" if data.is_dir() else "there is no such directory"
        raise NotAnIndex(data, cause, "make one with `evidence index PATH...`")
    path = data / name(generation)
    contents = parsed(path, path.read_bytes())
    if contents.generation != generation:
        raise Damaged(path, f"it holds generation {contents.generation}")
    return contents


def newest(data: Path, use: Callable[[Contents], T]) -> T:
    """Returns what `use` makes of the newest contents, of a newer one if files go meanwhile.

    Raises NotAnIndex, WrongVersion, Damaged, DiskFailed, and IndexLocked where commits follow
    each other so fast that none can be read.
    """
    for _ in range(RETRIES):
        before = None
        try:
            before = latest(data)
            return use(read(data))
        except FileNotFoundError as error:
            if latest(data) == before:
                raise Damaged(Path(error.filename), "it is missing") from error
        except OSError as error:
            raise DiskFailed(Path(error.filename or data), error) from error
    raise IndexLocked(data, *holder(data))


def parsed(path: Path, written: bytes) -> Contents:
    """Returns the contents that `written`, the file at `path`, holds."""
    body = written[: -TRAILER.size]
    if len(written) < TRAILER.size or written[-len(MAGIC) :] != MAGIC:
        raise Damaged(path, "its end is missing: it was cut short, or another program wrote it")
    length, crc, _ = TRAILER.unpack(written[-TRAILER.size :])
    if zlib.crc32(LENGTH.pack(length), zlib.crc32(body)) != crc:
        raise Damaged(path, "it does not match its checksum")
    said = body[len(body) - length :]
    try:
        version = msgspec.json.decode(said, type=Version).format
        if version != FORMAT:
            raise WrongVersion(path, version, FORMAT)
        return msgspec.json.decode(said, type=Contents)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(path, f"it says what no commit says ({error})") from error


def write(data: Path, contents: Contents) -> None:
    """Makes `contents` the newest commit: all of it is on the disk when this returns."""
    path = data / name(contents.generation)
    draft = path.with_suffix(".toc.draft")
    with draft.open("wb") as file:
        file.write(written(contents))
        file.flush()
        os.fsync(file.fileno())
    sync(data)
    draft.replace(path)
    sync(data)


def written(contents: Contents) -> bytes:
    """Returns the bytes of the file that holds `contents`."""
    whoosh = RamStorage()
    segments = [
        ArraySegment(one.name, one.size, tuple((dead.start, dead.end) for dead in one.deleted))
        for one in contents.segments
    ]
    TOC(SCHEMA, segments, contents.generation).write(whoosh, INDEX_NAME)
    said = json.dumps({"format": FORMAT, **asdict(contents)}).encode()
    body = bytes(whoosh.files[name(contents.generation)]) + said
    crc = zlib.crc32(LENGTH.pack(len(said)), zlib.crc32(body))
    return body + TRAILER.pack(len(said), crc, MAGIC)


def sync(directory: Path) -> None:
    """Puts the names in a directory on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(data: Path) -> None:
    """Removes the files of older commits and of commits that never came to be."""
    try:
        kept = read(data).files if latest(data) else {name(0)}
    except (Damaged, WrongVersion):
        return  # what belongs together cannot be told, and may be needed to mend it
    for entry in os.listdir(data):
        leftover = entry.endswith((".toc", ".draft", EXTENSION)) and OURS.fullmatch(entry)
        if leftover and entry not in kept:
            (data / entry).unlink(missing_ok=True)
