"""One archive of one commit, taken while others read and write; put back whole or not at all.

The archive is a plain tar file of the commit's files under their own names. Each of them has
its checksums in it, so the archive needs no list of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from index.collection import open_snapshot
from index.errors import BadArchive, Damaged, NotAnIndex, Occupied, WrongVersion, disk
from index.lock import locked
from index.segments import arrays
from index.segments.reader import EXTENSION
from index.whoosh import contents
from index.whoosh.contents import ARRAYS, Contents, ModelFile
from index.whoosh.storage import INDEX_NAME, segment_name
from index.writer import WAIT, prepare

MEMBER = re.compile(rf"{ARRAYS}\.(arr|toc)")
STAGING = ".restoring"


def backup(data: Path, file: Path, force: bool = False) -> Contents:
    """Writes the newest commit to the archive `file` and returns its contents.

    Every byte is checked against its checksum on the way: of a damaged index no backup is made.
    The archive is on the disk, under its name, when this returns. Raises Occupied where `file`
    exists, unless `force`; BadArchive where it would be in the index; Damaged, NotAnIndex,
    WrongVersion and DiskFailed.
    """
    if file.exists() and not force:
        raise Occupied(file, "there is such a file already", "name another, or give --force")
    if file.resolve().parent == data.resolve():
        raise BadArchive(file, "it would be among the files of the index")
    draft = file.with_name(f".{file.name}.draft")
    try:
        found = contents.newest(data, lambda found: archived(data, found, draft))
        with disk(file):
            draft.replace(file)
            contents.sync(file.absolute().parent)
    finally:
        draft.unlink(missing_ok=True)
    return found


def archived(data: Path, found: Contents, draft: Path) -> Contents:
    """Writes the files of a commit to the archive `draft`, and returns its contents.

    All of them are opened before the first is read: what a later commit removes stays readable.
    """
    with ExitStack() as stack:
        files = {name: stack.enter_context((data / name).open("rb")) for name in found.files}
        for name, file in files.items():
            verify(data / name, file)
        with disk(draft), draft.open("wb") as out, tarfile.open(fileobj=out, mode="w") as archive:
            for name in sorted(files):
                add(archive, name, files[name])
            archive.close()
            out.flush()
            os.fsync(out.fileno())
    return found


def verify(path: Path, file: BinaryIO) -> None:
    """Raises Damaged where a byte of `file`, opened from `path`, is not as it was written."""
    if path.suffix == EXTENSION:
        arrays.mapped(path, file)
    else:
        contents.parsed(path, file.read())


def add(archive: tarfile.TarFile, name: str, file: BinaryIO) -> None:
    """Adds a file to an archive, as nobody's and of no date: one commit gives one archive."""
    entry = tarfile.TarInfo(name)
    entry.size = file.seek(0, os.SEEK_END)
    file.seek(0)
    archive.addfile(entry, file)


def restore(data: Path, file: Path, force: bool = False, wait: float = WAIT) -> Contents:
    """Makes what the archive `file` holds the newest commit at `data`, and returns its contents.

    It is unpacked beside the index and checked whole before anything is replaced. Raises
    BadArchive where it is no sound backup, Occupied where an index is there already, unless
    `force`; NotAnIndex, IndexLocked and DiskFailed.
    """
    with disk(data):
        prepare(data)
    with locked(data, wait), disk(data):
        if contents.begun(data) and not force:
            cause = "an index is here already"
            raise Occupied(data, cause, "give --force to replace it, or another --data")
        staging = data / STAGING
        shutil.rmtree(staging, ignore_errors=True)  # of a restore that was killed
        try:
            staging.mkdir()
            return put(data, staging, unpacked(file, staging))
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def unpacked(file: Path, staging: Path) -> Contents:
    """Unpacks an archive into the empty directory `staging` and returns its checked contents."""
    try:
        with tarfile.open(file, "r:") as archive:
            for entry in archive:
                extract(file, archive, entry, staging)
        open_snapshot(staging)
        return contents.read(staging)
    except (tarfile.TarError, EOFError) as error:
        raise BadArchive(file, f"it cannot be unpacked ({error})") from error
    except (Damaged, NotAnIndex, WrongVersion) as error:
        raise BadArchive(file, f"its {error.path.name}: {error.cause}") from error


def extract(file: Path, archive: tarfile.TarFile, entry: tarfile.TarInfo, staging: Path) -> None:
    """Writes one file of an archive to `staging`: only a plain file with a name of ours.

    One with holes is refused: a small archive could fill the disk with it.
    """
    if not (entry.isreg() and not entry.issparse() and MEMBER.fullmatch(entry.name)):
        raise BadArchive(file, f"it holds {entry.name!r}, which is no file of an index")
    path, content = staging / entry.name, archive.extractfile(entry)
    if content is None or path.exists():
        raise BadArchive(file, f"it holds {entry.name!r} twice")
    with path.open("xb") as out:
        shutil.copyfileobj(content, out)
        out.flush()
        os.fsync(out.fileno())


def put(data: Path, staging: Path, found: Contents) -> Contents:
    """Makes the files in `staging` the newest commit at `data`, and returns its contents.

    They take new names and a new generation, so that no reader takes them for what was there.
    """
    held = contents.latest(data)
    generation = max(held + 1, found.generation) if held else found.generation
    segments = []
    for one in found.segments:
        segments.append(replace(one, name=segment_name()))
        (staging / (one.name + EXTENSION)).replace(data / (segments[-1].name + EXTENSION))
    lesson = None
    if found.lesson:
        lesson = ModelFile(f"_{INDEX_NAME}_{generation}_learnt", found.lesson.paragraphs)
        (staging / (found.lesson.name + EXTENSION)).replace(data / (lesson.name + EXTENSION))
    new = Contents(generation, tuple(segments), lesson)
    contents.write(data, new)
    contents.sweep(data)
    return new
