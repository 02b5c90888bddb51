"""Paths that changed, each held back until it is quiet: a file half written is not read."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

QUIET_SECONDS = 1.0
GONE_SECONDS = 3.0
"""What has left waits longer: a file that moves, or is saved anew, is read before it is missed."""

State: TypeAlias = tuple[int, int, int] | None
"""Size, time of change (ns) and inode of what is at a path; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What was at a path, and since when that has not changed."""

    state: State
    since: float


class PendingPaths:
    """Paths on which something happened, until nothing has happened for a while.

    `clock` is in seconds and never goes back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pending: dict[Path, Pending] = {}

    def __len__(self) -> int:
        return len(self._pending)

    def note(self, paths: Iterable[Path], delay: float = 0.0) -> None:
        """Note that something happened to some paths; they wait `delay` seconds longer."""
        now = self._clock() + delay
        for path in paths:
            self._pending[path] = Pending(read_state(path), now)

    def take_quiet(self) -> list[Path]:
        """Return the paths that are quiet, in their order, and forget them."""
        now, quiet = self._clock(), []
        for path, before in list(self._pending.items()):
            state = read_state(path)
            if state != before.state:
                self._pending[path] = Pending(state, now)
            elif now - before.since >= (QUIET_SECONDS if state else GONE_SECONDS):
                quiet.append(path)
                del self._pending[path]
        return sorted(quiet)


def read_state(path: Path) -> State:
    """Return what tells the content at a path from what it was before."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
