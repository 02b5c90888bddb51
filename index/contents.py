"""The contents of one commit: its segments, their deleted reports and its word model.

Its file is what plain Whoosh reads (`index.whoosh.toc`) followed by the same facts as JSON,
the JSON's length, the CRC-32 of all before it, and a magic. We read the JSON alone: no pickle is
ever opened here.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
from msgspec.structs import replace

from index.errors import Damaged, WrongVersion
from index.segments.arrays import EXTENSION, FORMAT_VERSION, MAGIC, READABLE_FORMATS, Count

INDEX_NAME = "MAIN"
LENGTH = struct.Struct("<I")
TRAILER = struct.Struct("<II8s")  # length of the JSON, checksum, magic
ARRAY_FILE_PATTERN = rf"_?{INDEX_NAME}_\w+"

# A file's name without its extension. Any other name might lead out of the index's directory.
ArrayFile = Annotated[str, msgspec.Meta(pattern=rf"\A{ARRAY_FILE_PATTERN}\Z")]


class DeletedReport(NamedTuple):
    """A deleted report of a segment: its row, and its paragraphs `start` up to `end`."""

    row: Count
    start: Count
    end: Count


class Segment(msgspec.Struct, frozen=True):
    """A segment as a commit knows it: its paragraphs `size`, its reports, those `deleted`."""

    name: ArrayFile
    size: Count
    reports: Count
    deleted: tuple[DeletedReport, ...] = ()

    @property
    def file(self) -> str:
        """The name of the segment's file."""
        return self.name + EXTENSION

    @property
    def live_paragraphs(self) -> int:
        """The number of paragraphs that are not deleted."""
        return self.size - sum(report.end - report.start for report in self.deleted)

    @property
    def is_dead(self) -> bool:
        """Whether every report is deleted."""
        return len(self.deleted) == self.reports

    def without(self, reports: Sequence[DeletedReport]) -> Segment:
        """Return the segment with more reports deleted."""
        return replace(self, deleted=tuple(sorted({*self.deleted, *reports})))


class ModelFile(NamedTuple):
    """The file of a word model, and the number of paragraphs that it was trained on."""

    name: ArrayFile
    paragraphs: Count

    @property
    def file(self) -> str:
        """The name of the file with its extension."""
        return self.name + EXTENSION


class Contents(msgspec.Struct, frozen=True, rename={"model_file": "lesson"}):
    """What one commit consists of; `generation` counts commits, 0 is an index before its first."""

    generation: Count
    segments: tuple[Segment, ...]
    model_file: ModelFile | None = None

    @property
    def files(self) -> set[str]:
        """The names of the files that belong to this commit."""
        array_files = {entry.file for entry in (*self.segments, self.model_file) if entry}
        return {contents_file(self.generation), *array_files}

    @property
    def live_paragraphs(self) -> int:
        """The number of paragraphs that are not deleted."""
        return sum(segment.live_paragraphs for segment in self.segments)

    @property
    def live_reports(self) -> int:
        """The number of reports that are not deleted."""
        return sum(segment.reports - len(segment.deleted) for segment in self.segments)


class Version(msgspec.Struct, frozen=True):
    """The part of the JSON that every version of the format has: which version it is."""

    format: int


def contents_file(generation: int) -> str:
    """Return the name of the file of a commit's table of contents."""
    return f"_{INDEX_NAME}_{generation}.toc"


def model_name(generation: int) -> str:
    """Return the name, without extension, of the word model that a commit trained."""
    return f"_{INDEX_NAME}_{generation}_learnt"


def encode_contents(contents: Contents, whoosh_part: bytes) -> bytes:
    """Return the bytes of the file of `contents`, which begin with what plain Whoosh reads."""
    facts = {"format": FORMAT_VERSION, **msgspec.to_builtins(contents)}
    encoded = json.dumps(facts).encode()
    body = whoosh_part + encoded
    crc = zlib.crc32(LENGTH.pack(len(encoded)), zlib.crc32(body))
    return body + TRAILER.pack(len(encoded), crc, MAGIC)


def decode_contents(path: Path, data: bytes) -> Contents:
    """Return the contents that `data`, read from `path`, encodes. Raise Damaged or WrongVersion."""
    body = data[: -TRAILER.size]
    if len(data) < TRAILER.size or data[-len(MAGIC) :] != MAGIC:
        raise Damaged(path, "its end is missing: it was cut short, or another program wrote it")
    length, crc, _ = TRAILER.unpack(data[-TRAILER.size :])
    if zlib.crc32(LENGTH.pack(length), zlib.crc32(body)) != crc:
        raise Damaged(path, "it does not match its checksum")
    encoded = body[len(body) - length :]
    try:
        version = msgspec.json.decode(encoded, type=Version).format
        if version not in READABLE_FORMATS:
            raise WrongVersion(path, version, FORMAT_VERSION)
        return msgspec.json.decode(encoded, type=Contents)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(path, f"it says what no commit says ({error})") from error
