"""What can go wrong with an index on disk.

IndexingError
├── NotAnIndex       a directory that holds something else
├── WrongVersion     an index written by another version of the format
├── Damaged          a file of the index that is not what was written
├── DiskFailed       the system would not read or write: disk full, permission, fault
├── BadArchive       an archive that is no backup, or a place where none can be
├── Occupied         something is there already that would be replaced
├── IndexLocked      another process is writing
├── WriterClosed     a Writer used after its commit or rollback
└── TooMany          more of something than the format can hold
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import EvidenceError

PERMIT = "let this user read and write there, then run it again"
ROOM = "make room, then run it again"
REMEDIES = {
    errno.EACCES: PERMIT,
    errno.EPERM: PERMIT,
    errno.EROFS: PERMIT,
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EFBIG: ROOM,
}
REBUILD = "run `evidence index --rebuild` to make the index anew"


class IndexingError(EvidenceError):
    """Anything that `index` raises on purpose. Its message is fit to be shown."""


class NotAnIndex(IndexingError):
    """`path` is no index: it is missing, no directory, or a directory with other things."""

    def __init__(self, path: Path, cause: str, remedy: str) -> None:
        super().__init__(path, cause, remedy)
        self.path, self.cause, self.remedy = path, cause, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}; {self.remedy}"


class WrongVersion(IndexingError):
    """`path` was written in format `found`, and this program reads `known`."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path, self.cause = path, f"written in format {found}, this is format {known}"

    def __str__(self) -> str:
        return (
            f"{self.path}: {self.cause}; run "
            "`evidence index --rebuild PATH...` with the reports to make the index anew"
        )


class Damaged(IndexingError):
    """The file `path` is not as it was written: the `cause` says what does not fit."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path, cause)
        self.path, self.cause = path, cause

    def __str__(self) -> str:
        return f"{self.path}: damaged, {self.cause}; {REBUILD}"


class DiskFailed(IndexingError):
    """The system would not read or write at `path`, for the `cause` it gave.

    The index is as its last commit left it.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(path, error)
        self.path, self.error = path, error

    def __str__(self) -> str:
        cause = self.error.strerror or str(self.error)
        remedy = REMEDIES.get(self.error.errno or 0, "see to the disk, then run it again")
        return f"{self.path}: {cause}; {remedy}; the index is as its last commit left it"


@contextmanager
def disk(path: Path) -> Iterator[None]:
    """Tells what the system would not do, at `path` where it does not say, as DiskFailed."""
    try:
        yield
    except OSError as error:
        raise DiskFailed(Path(error.filename or path), error) from error


class BadArchive(IndexingError):
    """The archive `path` is no sound backup of an index, for the `cause` given."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(path, cause)
        self.path, self.cause = path, cause

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}; nothing was changed, use another archive or place"


class Occupied(IndexingError):
    """What is at `path` would be replaced, and nobody said that it may be."""

    def __init__(self, path: Path, cause: str, remedy: str) -> None:
        super().__init__(path, cause, remedy)
        self.path, self.cause, self.remedy = path, cause, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}; {self.remedy}"


class IndexLocked(IndexingError):
    """Another process writes to the index at `path`: its `pid`, and `since` when (ISO time)."""

    def __init__(self, path: Path, pid: int | None, since: str | None) -> None:
        super().__init__(path, pid, since)
        self.path, self.pid, self.since = path, pid, since

    def __str__(self) -> str:
        holder = f"process {self.pid} since {self.since}" if self.pid else "another process"
        return f"{self.path}: being written by {holder}; wait until it is done, or stop it"


class WriterClosed(IndexingError):
    """A Writer was used after its commit or rollback: open another one."""


class TooMany(IndexingError):
    """More of something than the format can hold: the message says of what, and the limit."""
