"""The same calls in many threads at once, which the interpreter switches as often as it can."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

THREADS = 16
SWITCH_SECONDS = 1e-5


@contextmanager
def switching_often() -> Iterator[None]:
    """Let the interpreter switch threads as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Return for each of THREADS threads, which begin at the same moment, the results of all
    calls in their order; each thread begins with another call.
    """
    start = Barrier(THREADS)

    def run(number: int) -> list[Any]:
        start.wait()
        first = number % len(calls)
        results = {place: calls[place]() for place in (*range(first, len(calls)), *range(first))}
        return [results[place] for place in range(len(calls))]

    with switching_often(), ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))
