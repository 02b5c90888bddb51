"""Back up one commit as a tar archive, while others read and write, and restore it whole.

The archive is a plain tar of the commit's files under their own names, with the catalogues that are
kept beside them. Each file of a commit has its checksums in it, so the archive needs no list of its
own.
"""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from index.collection import open_snapshot
from index.commit import read_commit, remove_leftovers, use_newest, write_commit
from index.contents import (
    ARRAY_FILE_PATTERN,
    Contents,
    ModelFile,
    decode_contents,
    model_name,
)
from index.directory import has_commits, newest_generation, prepare_directory, sync_directory
from index.errors import (
    BadArchive,
    BadCatalogues,
    Damaged,
    NotAnIndex,
    Occupied,
    WrongVersion,
    disk,
)
from index.lock import locked
from index.segments.arrays import EXTENSION, map_arrays, sync_file
from index.supplements.kept_catalogues import CATALOGUES_FILE, load_catalogues
from index.supplements.kept_corrections import CORRECTIONS_FILE
from index.whoosh.storage import new_segment_name
from index.writer import LOCK_WAIT_SECONDS

MEMBER = re.compile(
    rf"{ARRAY_FILE_PATTERN}\.(arr|toc)|{re.escape(CATALOGUES_FILE)}|{re.escape(CORRECTIONS_FILE)}"
)
KEPT_FILES = (CATALOGUES_FILE, CORRECTIONS_FILE)
"""What is kept beside the commits, and added to reports as they are read."""

STAGING_DIRECTORY = ".restoring"


@dataclass(frozen=True, slots=True)
class ArchivedCommit:
    """A commit that was backed up or restored: its generation, and the number of its reports."""

    generation: int
    reports: int


def backup(data: Path, file: Path, force: bool = False) -> ArchivedCommit:
    """Write the newest commit to the archive `file`, and return which it is.

    Every byte is verified on the way: of a damaged index no backup is made. The archive is on the
    disk, under its name, when this returns. Raise Occupied if `file` exists, unless `force`;
    BadArchive if it would be in the index; Damaged, NotAnIndex, WrongVersion and DiskFailed.
    """
    if file.exists() and not force:
        raise Occupied(file, "there is such a file already", "name another, or give --force")
    if file.resolve().parent == data.resolve():
        raise BadArchive(file, "it would be among the files of the index")
    draft = file.with_name(f".{file.name}.draft")
    try:
        contents = use_newest(data, lambda contents: write_archive(data, contents, draft))
        with disk(file):
            draft.replace(file)
            sync_directory(file.absolute().parent)
    finally:
        draft.unlink(missing_ok=True)
    return ArchivedCommit(contents.generation, contents.live_reports)


def write_archive(data: Path, contents: Contents, draft: Path) -> Contents:
    """Write the files of a commit to the archive `draft`, and return its contents.

    All of them are opened before the first is read: what a later commit removes stays readable.
    """
    with ExitStack() as stack:
        names = [*contents.files, *(name for name in KEPT_FILES if (data / name).exists())]
        files = {name: stack.enter_context((data / name).open("rb")) for name in names}
        for name, file in files.items():
            verify_file(data / name, file)
        with disk(draft), draft.open("wb") as out, tarfile.open(fileobj=out, mode="w") as archive:
            for name in sorted(files):
                add_member(archive, name, files[name])
            archive.close()
            sync_file(out)
    return contents


def verify_file(path: Path, file: BinaryIO) -> None:
    """Raise Damaged if a byte of `file`, opened at `path`, is not as it was written."""
    if path.suffix == EXTENSION:
        map_arrays(path, file)
    elif path.name == CATALOGUES_FILE:
        load_catalogues(path.parent)
    elif path.name == CORRECTIONS_FILE:
        return  # as people left it: a line with a mistake is named when it is applied
    else:
        decode_contents(path, file.read())


def add_member(archive: tarfile.TarFile, name: str, file: BinaryIO) -> None:
    """Add a file to an archive, without owner and date: one commit gives one archive."""
    member = tarfile.TarInfo(name)
    member.size = file.seek(0, os.SEEK_END)
    file.seek(0)
    archive.addfile(member, file)


def restore(
    data: Path, file: Path, force: bool = False, wait: float = LOCK_WAIT_SECONDS
) -> ArchivedCommit:
    """Make what the archive `file` holds the newest commit at `data`, and return it.

    It is unpacked beside the index and verified whole before anything is replaced. Raise
    BadArchive if it is not a sound backup; Occupied if an index is there already, unless `force`;
    NotAnIndex, IndexLocked and DiskFailed.
    """
    with disk(data):
        prepare_directory(data)
    with locked(data, wait), disk(data):
        if has_commits(data) and not force:
            cause = "an index is here already"
            raise Occupied(data, cause, "give --force to replace it, or another --data")
        staging = data / STAGING_DIRECTORY
        shutil.rmtree(staging, ignore_errors=True)  # of a restore that was killed
        try:
            staging.mkdir()
            contents = install_commit(data, staging, unpack_archive(file, staging))
            return ArchivedCommit(contents.generation, contents.live_reports)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def unpack_archive(file: Path, staging: Path) -> Contents:
    """Unpack an archive into the empty directory `staging`, and return its verified contents."""
    try:
        with tarfile.open(file, "r:") as archive:
            for member in archive:
                extract_member(file, archive, member, staging)
        open_snapshot(staging)
        load_catalogues(staging)
        return read_commit(staging)
    except (tarfile.TarError, EOFError) as error:
        raise BadArchive(file, f"it cannot be unpacked ({error})") from error
    except (BadCatalogues, Damaged, NotAnIndex, WrongVersion) as error:
        raise BadArchive(file, f"its {error.path.name}: {error.cause}") from error


def extract_member(
    file: Path, archive: tarfile.TarFile, member: tarfile.TarInfo, staging: Path
) -> None:
    """Write one member of an archive to `staging`: only a plain file with a name of ours.

    A sparse one is refused: a small archive could fill the disk with it.
    """
    if not (member.isreg() and not member.issparse() and MEMBER.fullmatch(member.name)):
        raise BadArchive(file, f"it holds {member.name!r}, which is no file of an index")
    path, content = staging / member.name, archive.extractfile(member)
    if content is None or path.exists():
        raise BadArchive(file, f"it holds {member.name!r} twice")
    with path.open("xb") as out:
        shutil.copyfileobj(content, out)
        sync_file(out)


def install_commit(data: Path, staging: Path, contents: Contents) -> Contents:
    """Make the files in `staging` the newest commit at `data`, and return its contents.

    They get new names and a new generation, so that no reader takes them for what was there.
    """
    newest = newest_generation(data)
    generation = max(newest + 1, contents.generation) if newest else contents.generation
    segments = tuple(replace(segment, name=new_segment_name()) for segment in contents.segments)
    for old, new in zip(contents.segments, segments, strict=True):
        (staging / old.file).replace(data / new.file)
    model_file = None
    if contents.model_file:
        model_file = ModelFile(model_name(generation), contents.model_file.paragraphs)
        (staging / contents.model_file.file).replace(data / model_file.file)
    for name in KEPT_FILES:
        if (staging / name).exists():
            (staging / name).replace(data / name)
        else:
            (data / name).unlink(missing_ok=True)
    installed = Contents(generation, segments, model_file)
    write_commit(data, installed)
    remove_leftovers(data)
    return installed
