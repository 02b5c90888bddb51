"""Which of the watched folders are there: one may vanish, return, or be another folder by now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.folders import is_litter

Identity = tuple[int, int]
"""Device and inode: what tells a folder from another of its name, such as an empty mount point."""

VANISHED = "is not there any more; its reports stay in the index, and its return is waited for"
MISSING = "is not there yet; it is waited for"
RETURNED = "is there now"
REPLACED = "is another folder by now; all of it is looked through"


class WatchedFolders:
    """The folders to watch, without those that lie in another of them, and which are there.

    What lies in the directory `data` of the index is none of their files.
    """

    def __init__(self, paths: Iterable[Path], data: Path) -> None:
        self._data = data.absolute()
        folders = dict.fromkeys(path.absolute() for path in paths)
        self.all = tuple(
            path for path in folders if not any(other in path.parents for other in folders)
        )
        self._identities: dict[Path, Identity | None] = {}

    @property
    def present(self) -> tuple[Path, ...]:
        """The folders that were there at the last look."""
        return tuple(path for path in self.all if self._identities.get(path))

    def look(self) -> list[tuple[Path, str]]:
        """Return the folders of which something changed since the last look, and what."""
        changes = []
        for path in self.all:
            identity = identify(path)
            is_first = path not in self._identities
            before = self._identities.get(path)
            self._identities[path] = identity
            if is_first and identity is None:
                changes.append((path, MISSING))
            elif not is_first and identity != before:
                changes.append((path, name_change(before, identity)))
        return changes

    def are_intact(self) -> bool:
        """Return whether each folder is what it was at the last look."""
        return all(identify(path) == identity for path, identity in self._identities.items())

    def holds(self, file: str | Path) -> bool:
        """Return whether a file lies in one of the folders, under no name that is passed over."""
        path = Path(file)
        folder = self._folder_of(path)
        if folder is None or self._data in (path, *path.parents):
            return False
        return not any(map(is_litter, path.relative_to(folder).parts))

    def lacks(self, file: str) -> bool:
        """Return whether a file is gone from a folder that is there."""
        return (
            self.holds(file)
            and self._folder_of(Path(file)) in self.present
            and not Path(file).exists()
        )

    def _folder_of(self, path: Path) -> Path | None:
        return next((folder for folder in self.all if folder in path.parents), None)


def name_change(before: Identity | None, identity: Identity | None) -> str:
    """Return in words what became of a folder."""
    if identity is None:
        return VANISHED
    return REPLACED if before else RETURNED


def identify(path: Path) -> Identity | None:
    """Return what tells a folder from others, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if path.is_dir() else None


def list_places(file: str) -> list[str]:
    """Return a path and all folders that it lies in."""
    path = Path(file)
    return [str(path), *map(str, path.parents)]
