"""The process of one side: it times what it is asked for, in the folder of its checkout.

    python side.py DRIVER

It reads one JSON object per line and answers each with one. DRIVER is a Python file that uses the
API of the checkout; `tests/bench/pair/driver.py` is the one of this checkout and shows what a
driver defines. This file imports nothing of the project, whose modules may have other names there.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any, TextIO


def main() -> None:
    """Answer requests until there are no more."""
    sys.path[0] = os.getcwd()
    side = Side(load_driver(Path(sys.argv[1])))
    answers, sys.stdout = sys.stdout, sys.stderr  # nothing else may print between the answers
    for request in read_requests(sys.stdin):
        method = getattr(side, request.pop("do"))
        print(json.dumps(method(**request)), file=answers, flush=True)


def load_driver(path: Path) -> ModuleType:
    """Return the module in a file that need not be in the checkout."""
    spec = spec_from_file_location("driver", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_requests(lines: TextIO) -> Iterator[dict[str, Any]]:
    """Yield the request of each line."""
    for line in lines:
        yield json.loads(line)


class Side:
    """Answers requests, each method one kind; times are milliseconds."""

    def __init__(self, driver: ModuleType) -> None:
        self.driver = driver

    def build(self, reports: str, place: str) -> dict[str, float]:
        """Write an index; return `ms`, with the reports read beforehand."""
        collection = list(self.driver.read_reports(Path(reports)))
        return {"ms": time_call(lambda: self.driver.write_index(Path(place), collection))}

    def open(self, place: str, query: dict[str, Any]) -> dict[str, float]:
        """Open an index; return the `ms` until a first query is answered."""

        def first_answer() -> None:
            self.engine = self.driver.Engine(Path(place))
            self.engine.call("whole call, facets", query)()

        return {"ms": time_call(first_answer)}

    def needs(self) -> dict[str, float]:
        """Return the time of each search for a need, of which nothing is kept yet."""
        return {name: time_call(call) for name, call in self.engine.need_calls().items()}

    def queries(self, mode: str, queries: list[dict[str, Any]], times: int) -> dict[str, Any]:
        """Return the median `ms` of each query, once it was asked, and its `hits`."""
        calls = [self.engine.call(mode, query) for query in queries]
        hits = [call() for call in calls]
        return {"hits": hits, "ms": [median_time(call, times) for call in calls]}

    def wording(self, times: int) -> dict[str, float]:
        """Return the median time of each question about wording, once it was asked."""
        medians = {}
        for name, call in self.engine.wording_calls().items():
            call()
            medians[name] = median_time(call, times)
        return medians

    def memory(self) -> dict[str, float]:
        """Return the `peak` memory of this process in bytes (Linux)."""
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
        return {"peak": kilobytes * 1024}

    def server(self, place: str) -> dict[str, Any]:
        """Return the `command` that serves an index, its `settings`, and those that make it
        `uncached`.
        """
        return {
            "command": self.driver.server_command(Path(place)),
            "settings": self.driver.SETTINGS,
            "uncached": self.driver.UNCACHED,
        }


def median_time(call: Callable[[], object], times: int) -> float:
    """Return the median of the times that a call takes."""
    return statistics.median(time_call(call) for _ in range(times))


def time_call(call: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
