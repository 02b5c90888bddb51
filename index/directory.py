"""The directory of an index: make it, tell its own files from others, find the newest commit."""

from __future__ import annotations

import os
import re
from datetime import datetime, timezone
from pathlib import Path

from index.contents import INDEX_NAME, contents_file
from index.errors import NotAnIndex, disk
from index.segments.arrays import EXTENSION, sync_file

CONTENTS_FILE = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")
CORRECTIONS_FILE = "corrections.toml"
"""What a curator corrected, which may be written before there is an index."""

# Files of the index, and hidden ones, which any system or program may leave in a directory.
OWN_FILE = re.compile(rf"_?{INDEX_NAME}_.*|{re.escape(CORRECTIONS_FILE)}(\.draft)?|\..*")
SEGMENT_FILES = f"{INDEX_NAME}_*{EXTENSION}"

CommitIdentity = tuple[int, int, int]
"""Generation, inode and modification time (ns) of a table of contents."""


def newest_generation(data: Path) -> int | None:
    """Return the generation of the newest commit at `data`, None if there is none."""
    names = os.listdir(data) if data.is_dir() else []
    matches = filter(None, map(CONTENTS_FILE.fullmatch, names))
    return max((int(match[1]) for match in matches), default=None)


def commit_identity(data: Path) -> CommitIdentity | None:
    """Return what tells the newest commit from any other, None if there is none.

    The generation alone does not: an index that was removed and made anew may have it too.
    """
    generation = newest_generation(data)
    if generation is None:
        return None
    status = (data / contents_file(generation)).stat()
    return generation, status.st_ino, status.st_mtime_ns


def commit_time(data: Path, generation: int) -> datetime:
    """Return when a commit was made, in UTC. Raise FileNotFoundError where it is gone."""
    seconds = (data / contents_file(generation)).stat().st_mtime
    return datetime.fromtimestamp(seconds, timezone.utc)


def has_commits(data: Path) -> bool:
    """Return whether a commit was made at `data`, even if its table of contents is now missing."""
    generation = newest_generation(data)
    if generation is None:
        return any(data.glob(SEGMENT_FILES))
    return generation > 0


def prepare_directory(data: Path) -> None:
    """Make the directory `data` if it is missing.

    Raise NotAnIndex if it is a file, or a directory of other things.
    """
    if data.exists() and not data.is_dir():
        raise NotAnIndex(data, "this is a file", "name a directory for the index")
    make_directory(data)
    strangers = [entry for entry in os.listdir(data) if not OWN_FILE.fullmatch(entry)]
    if strangers and newest_generation(data) is None:
        cause = f"no index is here but other things are ({sorted(strangers)[0]} ...)"
        raise NotAnIndex(data, cause, "name an empty directory, or one that does not exist yet")


def make_directory(directory: Path) -> None:
    """Make a directory and its missing parents, each on the disk when this returns."""
    if not directory.exists():
        make_directory(directory.parent)
        directory.mkdir(exist_ok=True)
        sync_directory(directory.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Give the file at `path` another content; it is on the disk, whole, when this returns.

    Raise DiskFailed.
    """
    draft = path.with_name(f"{path.name}.draft")
    with disk(path):
        with draft.open("wb") as file:
            file.write(content)
            sync_file(file)
        draft.replace(path)
        sync_directory(path.parent)


def sync_directory(directory: Path) -> None:
    """Put the names in a directory on the disk, where the system can (Windows cannot)."""
    if os.name == "nt":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
