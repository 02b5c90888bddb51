"""Processes that work on one item each at a time, and can be lost without losing the rest.

pdfium is C++: a file made to hurt can end or hang the process that reads it. So each worker
is a process of its own, given up on and replaced when it dies or takes too long.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Generic, TypeVar

if sys.platform == "linux":
    import resource

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4  # items in hand for each worker: bounds the results that wait for an earlier one
# Bytes a worker may take, where the system can hold it to that: twenty times what a report needs,
# and little enough that a file made to fill the memory ends its worker and nothing else.
MOST_MEMORY = 1 << 30
# Started the same way on every system; a fork would copy threads (a progress bar's) half alive.
CONTEXT = multiprocessing.get_context("spawn")


def cores() -> int:
    """Returns how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands for a result that never came, and why."""

    cause: str


@dataclass(slots=True)
class Task(Generic[Item, Result]):
    """An item, and its result once it is there."""

    item: Item
    result: Result | Lost | None = None


class Worker:
    """A process that calls `function` on each item it is sent."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.connection, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=serve, args=(theirs, function), daemon=True)
        self.process.start()
        theirs.close()  # so that the end of the process is the end of the connection

    def stop(self) -> None:
        """Ends the process."""
        self.process.kill()
        self.process.join()
        self.connection.close()


@dataclass(frozen=True, slots=True)
class Job:
    """A worker's task, and when it is given up."""

    worker: Worker
    task: Task[Any, Any]
    deadline: float


class Crew:
    """Up to `count` workers, each started when it is first needed."""

    def __init__(self, function: Callable[[Any], Any], count: int, seconds: float) -> None:
        self.function, self.count, self.seconds = function, count, seconds
        self.idle: list[Worker] = []
        self.busy: dict[Any, Job] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self.idle, *(job.worker for job in self.busy.values())):
            worker.stop()

    @property
    def free(self) -> int:
        """How many tasks can be started at once."""
        return self.count - len(self.busy)

    def start(self, task: Task[Any, Any]) -> None:
        """Gives a task to a free worker."""
        worker = self.idle.pop() if self.idle else Worker(self.function)
        self.busy[worker.connection] = Job(worker, task, time.monotonic() + self.seconds)
        # Where the worker died idle, the end of its connection tells `wait` so.
        with suppress(OSError):
            worker.connection.send(task.item)

    def wait(self) -> None:
        """Waits until a task has its result, or has run out of time."""
        first = min(job.deadline for job in self.busy.values())
        for connection in wait(list(self.busy), max(0.0, first - time.monotonic())):
            self.finish(self.busy.pop(connection))
        now = time.monotonic()
        for job in [job for job in self.busy.values() if job.deadline <= now]:
            del self.busy[job.worker.connection]
            self.lose(job, f"took longer than {self.seconds:g} seconds to read")

    def finish(self, job: Job) -> None:
        """Ends a job whose worker has answered, or died."""
        try:
            job.task.result = job.worker.connection.recv()
        except (EOFError, OSError):
            job.worker.process.join()
            self.lose(job, f"ended the process that read it ({job.worker.process.exitcode})")
        else:
            self.idle.append(job.worker)

    def lose(self, job: Job, cause: str) -> None:
        """Ends a job without result, and its worker."""
        job.task.result = Lost(cause)
        job.worker.stop()


def each(
    function: Callable[[Item], Result], items: Iterable[Item], count: int, seconds: float
) -> Iterator[tuple[Item, Result | Lost]]:
    """Yields each item with function(item), in the order of the items, over `count` processes.

    Lost stands for the result of an item whose process died, raised or took over `seconds`.
    `function` is importable by name. At most AHEAD * count results are held at a time.
    """
    rest: Iterator[Task[Item, Result]] = (Task(item) for item in items)
    tasks: deque[Task[Item, Result]] = deque()
    with Crew(function, count, seconds) as crew:
        while True:
            for task in islice(rest, min(crew.free, AHEAD * count - len(tasks))):
                tasks.append(task)
                crew.start(task)
            if not tasks:
                return
            if (result := tasks[0].result) is None:
                crew.wait()
            else:
                yield tasks.popleft().item, result


def serve(connection: Any, function: Callable[[Any], Any]) -> None:
    """Answers each item that comes with function(item), until the connection ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    limit_memory()
    while True:
        try:
            item = connection.recv()
        except EOFError:
            return
        try:
            result = function(item)
        except Exception as error:  # told by name and place: a mistake of ours ends one file only
            at = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(at.filename).name}, line {at.lineno}"
            result = Lost(f"met with a mistake of ours ({type(error).__name__}: {error}; {where})")
        connection.send(result)


def limit_memory() -> None:
    """Holds this process to MOST_MEMORY, on systems that can."""
    if sys.platform == "linux":
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        least = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
