"""How many processor cores there are for this process."""

from __future__ import annotations

import os


def available_cores() -> int:
    """Return how many cores this process may use: at most those of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
