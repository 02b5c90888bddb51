"""The changes in folders as the system tells them, or as looking through them shows."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from corpus.folders import find_files
from web.commands import terminal

TICK_MILLISECONDS = 500  # without a change, so that folders that vanish and files at rest are seen
GROUPED_MILLISECONDS = 200  # in which changes are told together
POLL_MILLISECONDS = 5_000  # between two looks through folders of which the system tells nothing


def watch_changes(folders: Sequence[Path]) -> Generator[list[Path], None, None]:
    """Yield the files to which something happened since, and nothing every half second.

    The folders are watched from the first that is yielded on. Those of which the system tells
    nothing, since it watches too many files, are looked through instead. Of a folder that is not
    there nothing is told.
    """
    try:
        yield from follow(folders, polls=False)
    except OSError as error:
        terminal.warn(
            f"the system does not tell of changes ({error}); the folders are looked through every "
            f"{POLL_MILLISECONDS // 1000} seconds instead"
        )
        yield from follow(folders, polls=True)


def follow(folders: Sequence[Path], polls: bool) -> Generator[list[Path], None, None]:
    """Yield the files to which something happened."""
    changes = watch(
        *folders,
        watch_filter=None,
        debounce=GROUPED_MILLISECONDS,
        rust_timeout=TICK_MILLISECONDS,
        yield_on_timeout=True,
        force_polling=polls or None,
        poll_delay_ms=POLL_MILLISECONDS,
        ignore_permission_denied=True,
    )
    for group in changes:
        yield [path for change, file in sorted(group) for path in expand(change, Path(file))]


def expand(change: Change, path: Path) -> list[Path]:
    """Return the files of a change: of a folder that appears, all in it, which came unwatched."""
    if path.is_dir():
        files = find_files([path]) if change is Change.added else ()
        return [file for file in files if isinstance(file, Path)]
    return [path]
