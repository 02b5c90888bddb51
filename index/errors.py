"""What can go wrong with an index on disk: each error names the object, the cause and the remedy.

IndexingError
├── PathError            something is wrong with a file or directory
│   ├── NotAnIndex       a directory that holds something else
│   ├── WrongVersion     an index written by another version of the format
│   ├── Damaged          a file of the index that is not what was written
│   ├── BadCatalogues    the file of the catalogues that an index keeps is not what was written
│   ├── DiskFailed       the system would not read or write: disk full, permission, fault
│   ├── BadArchive       an archive that is not a backup, or a place where none can be
│   ├── Occupied         something is there already that would be replaced
│   ├── IndexLocked      another process is writing
│   └── WriterClosed     a Writer used after its end
└── TooMany              more of something than the format can hold
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import EvidenceError

PERMISSION_REMEDY = "let this user read and write there, then run it again"
SPACE_REMEDY = "make room, then run it again"
DISK_REMEDIES = {
    errno.EACCES: PERMISSION_REMEDY,
    errno.EPERM: PERMISSION_REMEDY,
    errno.EROFS: PERMISSION_REMEDY,
    errno.ENOSPC: SPACE_REMEDY,
    errno.EDQUOT: SPACE_REMEDY,
    errno.EFBIG: SPACE_REMEDY,
}
REBUILD_REMEDY = "run `evidence index --rebuild` to make the index anew"


class IndexingError(EvidenceError):
    """Anything that `index` raises on purpose. Its message is fit to be shown."""

    def __init__(self, subject: object, cause: str, remedy: str) -> None:
        self.subject, self.cause, self.remedy = subject, cause, remedy

    def __str__(self) -> str:
        return f"{self.subject}: {self.cause}; {self.remedy}"


class PathError(IndexingError):
    """Something is wrong with the file or directory `path`."""

    def __init__(self, path: Path, cause: str, remedy: str) -> None:
        super().__init__(path, cause, remedy)
        self.path = path


class NotAnIndex(PathError):
    """`path` is not an index: it is missing, not a directory, or one with other things."""


class WrongVersion(PathError):
    """`path` was written in the format version `written`, and this program reads `supported`."""

    def __init__(self, path: Path, written: int, supported: int) -> None:
        super().__init__(
            path,
            f"written in format {written}, this is format {supported}",
            "run `evidence index --rebuild PATH...` with the reports to make the index anew",
        )


class Damaged(PathError):
    """The file `path` is not as it was written: the `cause` says what does not fit."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path, cause, REBUILD_REMEDY)

    def __str__(self) -> str:
        return f"{self.path}: damaged, {self.cause}; {self.remedy}"


class BadCatalogues(PathError):
    """The file `path` of the catalogues that an index keeps is not as it was written."""

    def __init__(self, path: Path, cause: str) -> None:
        remedy = "remove it, then give the catalogues again, with --catalogue"
        super().__init__(path, cause, remedy)


class DiskFailed(PathError):
    """The system would not read or write at `path`, for the cause that `error` gives.

    The index is as its last commit left it.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        remedy = DISK_REMEDIES.get(error.errno or 0, "see to the disk, then run it again")
        super().__init__(
            path,
            error.strerror or str(error),
            f"{remedy}; the index is as its last commit left it",
        )
        self.error = error


@contextmanager
def disk(path: Path) -> Iterator[None]:
    """Raise OSError as DiskFailed, at `path` unless the error names a file itself."""
    try:
        yield
    except OSError as error:
        raise DiskFailed(Path(error.filename or path), error) from error


class BadArchive(PathError):
    """The archive `path` is not a sound backup of an index, for the `cause` given."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path, cause, "nothing was changed, use another archive or place")


class Occupied(PathError):
    """What is at `path` would be replaced, without permission to replace it."""


class IndexLocked(PathError):
    """Another process writes to the index at `path`: its `pid`, and `since` when (ISO time)."""

    def __init__(self, path: Path, pid: int | None, since: str | None) -> None:
        writer = f"process {pid} since {since}" if pid else "another process"
        super().__init__(path, f"being written by {writer}", "wait until it is done, or stop it")


class WriterClosed(PathError):
    """A Writer of the index at `path` was used after its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "this writer has ended", "begin another with `writing(data)`")


class TooMany(IndexingError):
    """More of something than the format can hold."""

    def __init__(self, limit: int, things: str) -> None:
        super().__init__(
            f"more than {limit} {things}", "the index cannot tell them apart", "use fewer"
        )
