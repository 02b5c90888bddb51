"""Run tasks in worker processes, results in order: a crash, hang or full memory loses one task.

pdfium is C++: a file made to hurt can crash or hang the process that reads it. pebble runs each
task in a process, ends one that takes too long and tells why one died. This module adds what a
long run over many files needs: results in the order of the tasks, a bound on what is held
however many tasks there are, and workers that never outlive the command (see worker_limits).
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TaskTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from corpus import worker_limits

Argument = TypeVar("Argument")
Result = TypeVar("Result")
Passed = TypeVar("Passed")

# Outcomes per worker that are held at a time, waiting for one before them.
AHEAD = 4
# A worker ends by its own alarm this long after its parent should have ended it.
ALARM_DELAY_SECONDS = 5.0
# A pool that has not ended a task so long after its time is broken.
STALL_SECONDS = 60.0
# Started the same way on every system; a fork would copy threads (a progress bar's) half alive.
SPAWN = multiprocessing.get_context("spawn")
NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Task(Generic[Argument]):
    """One call: its `argument`, and the `name` under which a failure is reported.

    It may take `cpu_seconds` of processor time (not on Windows).
    """

    name: str
    argument: Argument
    cpu_seconds: float = math.inf


@dataclass(frozen=True, slots=True)
class LoadedInWorker(Generic[Result]):
    """A function that is called in workers, and that they alone import, by its module and name."""

    module: str
    name: str

    def load(self) -> Callable[[Any], Result]:
        """Return the function."""
        function: Callable[[Any], Result] = getattr(import_module(self.module), self.name)
        return function

    def __call__(self, argument: Any) -> Result:
        """Return function(argument)."""
        return self.load()(argument)


@dataclass(frozen=True, slots=True)
class TaskFailure:
    """Why the task `name` has no result."""

    name: str
    cause: str


@dataclass(slots=True)
class Slot:
    """A place in the order of outcomes; `outcome` is NOTHING until its task has ended."""

    outcome: Any = NOTHING


@dataclass(frozen=True, slots=True)
class RunningTask:
    """A task that a pool works on, where its outcome belongs, and whether it was begun before."""

    pool: ProcessPool
    task: Task[Any]
    slot: Slot
    is_repeat: bool


def run_in_order(
    function: Callable[[Argument], Result],
    tasks: Iterable[Task[Argument] | Passed],
    workers: int,
    timeout_seconds: float,
) -> Iterator[Result | TaskFailure | Passed]:
    """Yield function(argument) for each task in their order, from up to `workers` processes.

    A TaskFailure stands for the result of a task that raised, took longer than
    `timeout_seconds` or whose process died. What is not a Task among `tasks` is yielded in its
    place. A process is started when a task needs it. At most AHEAD * workers outcomes and
    `workers` tasks are held at a time. `function` must be importable by name. The thread that
    iterates must live until the end: on Linux its workers end with it.
    """
    remaining = iter(tasks)
    slots: deque[Slot] = deque()
    with WorkerGroup(function, workers, timeout_seconds) as group:
        while True:
            while group.has_room and len(slots) < AHEAD * workers:
                item = next(remaining, NOTHING)
                if item is NOTHING:
                    group.dismiss_idle()
                    break
                slots.append(group.start(item) if isinstance(item, Task) else Slot(item))
            if not slots:
                return
            if slots[0].outcome is NOTHING:
                group.wait()
            else:
                yield slots.popleft().outcome


class WorkerGroup:
    """Up to `size` workers that call `function`, each started when it is first needed.

    Each is a pebble pool of one process. The processes of one larger pool would share a
    channel, which a worker that is killed while it writes leaves unusable for the others.
    """

    def __init__(self, function: Callable[[Any], Any], size: int, timeout_seconds: float) -> None:
        self.function, self.size, self.timeout_seconds = function, size, timeout_seconds
        self.idle: list[ProcessPool] = []
        self.running: dict[Future[Any], RunningTask] = {}

    def __enter__(self) -> WorkerGroup:
        return self

    def __exit__(self, *_: object) -> None:
        stop_pools([*self.idle, *(run.pool for run in self.running.values())])

    @property
    def has_room(self) -> bool:
        """Whether a task would be begun at once."""
        return len(self.running) < self.size

    def start(self, task: Task[Any]) -> Slot:
        """Begin a task. Return the slot in which its outcome will be."""
        slot = Slot()
        self.begin(task, slot, is_repeat=False)
        return slot

    def begin(self, task: Task[Any], slot: Slot, is_repeat: bool) -> None:
        """Give a task to an idle worker, or to a new one."""
        pool = self.idle.pop() if self.idle else self.new_pool()
        try:
            future = self.schedule(pool, task)
        except RuntimeError:  # its worker died idle
            stop_pools([pool])
            pool = self.new_pool()
            future = self.schedule(pool, task)
        self.running[future] = RunningTask(pool, task, slot, is_repeat)

    def schedule(self, pool: ProcessPool, task: Task[Any]) -> Future[Any]:
        """Return the future outcome of a task. Raise RuntimeError where the pool is broken."""
        arguments = (self.function, task, self.timeout_seconds + ALARM_DELAY_SECONDS)
        return pool.schedule(run_task, args=arguments, timeout=self.timeout_seconds)

    def dismiss_idle(self) -> None:
        """Tell the idle workers to end, which takes a moment: no more tasks will come."""
        for pool in self.idle:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types here

    def new_pool(self) -> ProcessPool:
        """Return a pool of one process; it is started by the first task."""
        # The function is among the arguments so that what it imports does not count as growth.
        arguments = (os.getpid(), self.function)
        return ProcessPool(1, initializer=prepare_worker, initargs=arguments, context=SPAWN)

    def wait(self) -> None:
        """Wait until a running task has ended, and settle each that has, or that never will."""
        patience = self.timeout_seconds + STALL_SECONDS
        ended, stalled = wait(self.running, patience, return_when=FIRST_COMPLETED)
        for future in ended or stalled:
            self.settle(future, self.running.pop(future))

    def settle(self, future: Future[Any], run: RunningTask) -> None:
        """Put the outcome of a task in its slot. A pool that lost its worker is not used again."""
        try:
            run.slot.outcome = future.result(timeout=0)
            self.idle.append(run.pool)
        except Exception as error:
            # The worker may have died, or the pool broken, before the task was begun.
            is_broken = isinstance(error, BrokenProcessPool) or not future.done()
            stop_pools([run.pool])
            if is_broken and not run.is_repeat:
                self.begin(run.task, run.slot, is_repeat=True)
            else:
                run.slot.outcome = TaskFailure(run.task.name, self.explain(error, run.task))

    def explain(self, error: Exception, task: Task[Any]) -> str:
        """Return the cause of a failure as a person is told it."""
        code = error.exitcode if isinstance(error, ProcessExpired) else None
        if isinstance(error, TaskTimeoutError) or code == worker_limits.ALARM_EXIT_CODE:
            return f"took longer than {self.timeout_seconds:g} seconds to read"
        if code is not None and code == worker_limits.CPU_ALARM_EXIT_CODE:
            return f"took more than {task.cpu_seconds:g} seconds of processor time to read"
        if isinstance(error, (ProcessExpired, BrokenProcessPool)):
            return f"ended the process that read it ({error if code is None else code})"
        return f"gave a result that cannot be sent ({error})"


def stop_pools(pools: Iterable[ProcessPool]) -> None:
    """End the processes of some pools, whatever they are at."""
    pools = list(pools)
    for pool in pools:  # all first, since each takes a moment to stop
        pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types here
    for pool in pools:
        pool.join()


def prepare_worker(parent: int, function: Callable[[Any], Any]) -> None:
    """Hold this process, a worker for `function`, to its limits."""
    if isinstance(function, LoadedInWorker):
        function.load()
    # pebble's own handler would wait for C code to end before it ended the process.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    worker_limits.end_with_parent(parent)
    worker_limits.limit_memory()


def run_task(function: Callable[[Any], Any], task: Task[Any], alarm_seconds: float) -> Any:
    """Return function(argument), in a worker; TaskFailure where it raises."""
    with worker_limits.alarm(alarm_seconds, task.cpu_seconds):
        try:
            return function(task.argument)
        except Exception as error:  # told by name and place: a mistake of ours ends one file only
            at = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(at.filename).name}, line {at.lineno}"
            kind = type(error).__name__
            return TaskFailure(task.name, f"met with a mistake of ours ({kind}: {error}; {where})")
