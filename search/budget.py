"""How long a query may take, and the clocks that measure it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time

import msgspec

QUERY_SECONDS = 0.25


class Clock(msgspec.Struct, frozen=True):
    """Two clocks in seconds: CPU time of the calling thread, which a busy machine does not change,
    and time on the wall, which is cheaper to read and never behind it.
    """

    cpu: Callable[[], float] = thread_time
    wall: Callable[[], float] = perf_counter


SYSTEM_CLOCK = Clock()


class Budget(msgspec.Struct, frozen=True):
    """So many `seconds` of its thread's CPU time that a query may take."""

    seconds: float = QUERY_SECONDS
    clock: Clock = SYSTEM_CLOCK


QUERY_BUDGET = Budget()
