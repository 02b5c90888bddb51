"""Readers that never end, each a way of being stuck, for tests of what ends their process."""

from __future__ import annotations

import ctypes
import re
import threading
from pathlib import Path

from corpus.reading import LoadedFile
from corpus.worker_limits import PR_SET_PDEATHSIG, exit_after_parent


def mark(file: LoadedFile) -> None:
    """Leave word beside the file that it is being read."""
    Path(f"{file.path}.stuck").touch()


def loop(file: LoadedFile) -> None:
    """Loop in Python code."""
    mark(file)
    while True:
        pass


def backtrack(file: LoadedFile) -> None:
    """Match a pattern that takes for ever: C code that keeps the GIL."""
    mark(file)
    re.match(r"(a+)+$", "a" * 80 + "b")


def backtrack_unsignalled(file: LoadedFile) -> None:
    """Do so where the kernel does not signal a parent's death: the alarm alone is left."""
    clear_death_signal()
    backtrack(file)


def loop_watched(file: LoadedFile) -> None:
    """Loop where a thread watches for the parent's end, as on systems other than Linux."""
    clear_death_signal()
    threading.Thread(target=exit_after_parent, daemon=True).start()
    loop(file)


def clear_death_signal() -> None:
    """Undo what `end_with_parent` did on Linux."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)
