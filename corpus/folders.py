"""Walk folders for report files, in a fixed order; name the folders that cannot be walked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import EmptyFolder, Refused

# What file managers leave in folders. Names that begin with a dot or `~$` (Word's locks) are too.
LITTER_NAMES = {"thumbs.db", "desktop.ini"}
# Of files that a browser has not yet downloaded whole.
LITTER_SUFFIXES = (".crdownload", ".part", ".partial", ".download")

NUMBERS = re.compile("([0-9]+)")


def find_files(paths: Iterable[Path]) -> Iterator[Path | Refused]:
    """Yield each path that is not a folder, and each file in those that are, per folder `by_name`.

    Yield Refused for a folder that is empty or cannot be opened, and for a link to a folder
    already walked. Whether a file can be read shows when it is read.
    """
    walked: dict[tuple[int, int], Path] = {}
    for path in paths:
        if os.path.isdir(path):  # unlike Path.is_dir, never raises
            yield from walk_folder(path, walked)
        else:
            yield path


def walk_folder(folder: Path, walked: dict[tuple[int, int], Path]) -> Iterator[Path | Refused]:
    """Yield the files under a folder. `walked` holds the folders seen, by device and inode."""
    try:
        status = folder.stat()
        named = (entry for entry in folder.iterdir() if not is_litter(entry.name))
        entries = sorted(named, key=by_name)
    except OSError as error:
        yield Refused(str(folder), f"cannot be opened ({error.strerror})", "check its permissions")
        return
    first_path = walked.setdefault((status.st_dev, status.st_ino), folder)
    if first_path != folder:
        yield Refused(str(folder), f"is the same folder as {first_path}", "remove the link")
    elif not entries:
        yield EmptyFolder(str(folder))
    else:
        for entry in entries:
            yield from walk_folder(entry, walked) if os.path.isdir(entry) else (entry,)


def by_name(path: Path) -> tuple[list[str | int], str]:
    """Return what sorts paths of a folder by name: numbers by value, and a name before those that
    it begins, whatever its suffix.

    So what people name after an earlier file is read after it, and taken for the later text:
    `report.pdf`, `report (1).pdf`, `report-corrected.pdf`; `v9`, `v10`.
    """
    parts = NUMBERS.split(path.stem)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], path.name


def is_litter(name: str) -> bool:
    """Return whether a file of this name is not a document."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower in LITTER_NAMES or lower.endswith(LITTER_SUFFIXES)
