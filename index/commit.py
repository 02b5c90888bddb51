"""Make a commit durable: fsync every file, then put the table of contents in place by one rename.

Segments and models are synced as they are written (`index.segments.arrays.write_arrays`). The
table of contents is written under another name, synced, and renamed; the directory is synced
before and after (write, fsync, rename, fsync: Pillai et al. 2014, "All file systems are not
created equal"). Whenever a process dies or the power fails, the newest table of contents names
only whole files. The other half of the protocol is here too: read the newest commit while others
commit, and remove the files that no longer belong to it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from index.contents import Contents, contents_file, decode_contents, encode_contents
from index.directory import OWN_FILE, has_commits, newest_generation, sync_directory
from index.errors import Damaged, DiskFailed, IndexLocked, NotAnIndex, WrongVersion
from index.lock import announced_writer
from index.segments.arrays import EXTENSION, sync_file
from index.whoosh.toc import encode_toc

MAX_READ_ATTEMPTS = 20

Result = TypeVar("Result")


def write_commit(data: Path, contents: Contents) -> None:
    """Make `contents` the newest commit: all of it is on the disk when this returns."""
    path = data / contents_file(contents.generation)
    draft = path.with_suffix(".toc.draft")
    with draft.open("wb") as file:
        file.write(encode_contents(contents, encode_toc(contents)))
        sync_file(file)
    sync_directory(data)
    draft.replace(path)
    sync_directory(data)


def read_commit(data: Path) -> Contents:
    """Return the newest commit. Raise NotAnIndex, Damaged or WrongVersion, and FileNotFoundError
    if a later commit removed it meanwhile.
    """
    generation = newest_generation(data)
    if not generation:
        if has_commits(data):
            raise Damaged(data, "the table of contents is missing")
        cause = "no index is here" if data.is_dir() else "there is no such directory"
        raise NotAnIndex(data, cause, "make one with `evidence index PATH...`")
    path = data / contents_file(generation)
    contents = decode_contents(path, path.read_bytes())
    if contents.generation != generation:
        raise Damaged(path, f"it holds generation {contents.generation}")
    return contents


def use_newest(data: Path, use: Callable[[Contents], Result]) -> Result:
    """Return `use` of the newest commit; again with a newer one if its files go meanwhile.

    Raise NotAnIndex, WrongVersion, Damaged, DiskFailed, and IndexLocked if commits follow each
    other so fast that none can be read.
    """
    for _ in range(MAX_READ_ATTEMPTS):
        before = None
        try:
            before = newest_generation(data)
            return use(read_commit(data))
        except FileNotFoundError as error:
            if newest_generation(data) == before:
                raise Damaged(Path(error.filename), "it is missing") from error
        except OSError as error:
            raise DiskFailed(Path(error.filename or data), error) from error
    raise IndexLocked(data, *announced_writer(data))


def remove_leftovers(data: Path) -> None:
    """Remove the files of older commits, and of commits that were never finished."""
    try:
        current = read_commit(data).files if newest_generation(data) else {contents_file(0)}
    except (Damaged, WrongVersion):
        return  # which files belong together is not known, and recovery may need any of them
    for entry in os.listdir(data):
        is_ours = entry.endswith((".toc", ".draft", EXTENSION)) and OWN_FILE.fullmatch(entry)
        if is_ours and entry not in current:
            (data / entry).unlink(missing_ok=True)
