import itertools
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from pebble import ProcessPool

from corpus import reading_pool
from corpus.reading_pool import AHEAD, Task, TaskFailure, WorkerGroup, run_in_order
from corpus.worker_limits import MAX_GROWTH_BYTES


def double(number: int) -> int:
    """Double a number; 13 ends the process, 17 hangs it, 19 is a mistake, 23 fills the memory."""
    if number == 13:
        os._exit(3)
    if number == 17:
        time.sleep(3600)
    if number == 19:
        raise KeyError("nineteen")
    if number == 23:
        bytearray(2 * MAX_GROWTH_BYTES)
    return 2 * number


def worker_id(number: int) -> int:
    """Return the id of the process that a task runs in."""
    return os.getpid()


def unsendable(number: int) -> object:
    """Return what cannot be sent to another process."""
    return threading.Lock()


def tasks(*numbers: int) -> list[Task[int]]:
    return [Task(f"number {number}", number) for number in numbers]


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_order(workers: int) -> None:
    assert list(run_in_order(double, tasks(*range(8)), workers, 60)) == list(range(0, 16, 2))


def test_nothing_to_do_starts_nothing() -> None:
    assert list(run_in_order(double, [], 2, 60)) == []


def test_what_is_no_task_is_passed_through_in_its_place_and_starts_nothing() -> None:
    assert list(run_in_order(double, ["a", "b"], 2, 60)) == ["a", "b"]
    assert multiprocessing.active_children() == []
    mixed = ["a", *tasks(1), "b", *tasks(2)]
    assert list(run_in_order(double, mixed, 2, 60)) == ["a", 2, "b", 4]


def test_no_more_processes_are_started_than_there_are_tasks() -> None:
    results = run_in_order(worker_id, [*tasks(1), "a", "b"], 8, 60)
    (child,) = {next(results)}
    assert {process.pid for process in multiprocessing.active_children()} <= {child}
    assert list(results) == ["a", "b"]


def test_a_lost_worker_loses_its_task_alone() -> None:
    numbers = [1, 13, 2, 19, 3, 17, 4]
    outcomes = dict(zip(numbers, run_in_order(double, tasks(*numbers), 2, 3), strict=True))
    failures = {n: o for n, o in outcomes.items() if isinstance(o, TaskFailure)}
    assert {n: outcome for n, outcome in outcomes.items() if n not in failures} == {
        1: 2, 2: 4, 3: 6, 4: 8,
    }  # fmt: skip
    assert {number: failure.name for number, failure in failures.items()} == {
        13: "number 13", 17: "number 17", 19: "number 19",
    }  # fmt: skip
    assert "ended the process that read it (3)" in failures[13].cause
    assert "longer than 3 seconds" in failures[17].cause
    assert "KeyError: 'nineteen'; test_reading_pool.py, line" in failures[19].cause


def spin(number: int) -> int:
    """Take half a second of processor time for each unit of a number."""
    while time.process_time() < number / 2:
        pass
    return number


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_a_task_may_take_so_much_processor_time() -> None:
    limited = [Task("long", 3600, cpu_seconds=0.5), Task("short", 0, cpu_seconds=0.5)]
    failure, result = run_in_order(spin, limited, 1, 60)
    assert isinstance(failure, TaskFailure)
    assert failure.cause == "took more than 0.5 seconds of processor time to read"
    assert result == 0


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_a_worker_that_died_idle_is_replaced() -> None:
    results = run_in_order(worker_id, tasks(1, 2, 3), 1, 60)
    first = next(results)
    os.kill(first, signal.SIGKILL)
    second, third = results
    assert first != second == third


@pytest.mark.parametrize("stalls", [1, 2])
def test_a_task_of_which_nothing_is_heard_is_begun_once_more(
    monkeypatch: pytest.MonkeyPatch, stalls: int
) -> None:
    scheduled = []

    def schedule(group: WorkerGroup, pool: ProcessPool, task: Task[int]) -> Future[int]:
        scheduled.append(task)
        is_stalled = len(scheduled) <= stalls
        monkeypatch.setattr(reading_pool, "STALL_SECONDS", -60 if is_stalled else 60)
        return Future() if is_stalled else real_schedule(group, pool, task)

    real_schedule = WorkerGroup.schedule
    monkeypatch.setattr(WorkerGroup, "schedule", schedule)
    (outcome,) = run_in_order(double, tasks(4), 1, 60)
    if stalls == 1:
        assert outcome == 8
    else:
        assert isinstance(outcome, TaskFailure)
        assert "took longer" in outcome.cause


def test_a_result_that_cannot_be_sent_is_a_failure() -> None:
    (failure,) = run_in_order(unsendable, tasks(1), 1, 60)
    assert isinstance(failure, TaskFailure)
    assert "cannot be sent" in failure.cause


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Task[int]]:
        for number in itertools.count():
            taken.append(number)
            yield Task("a number", number)

    results = run_in_order(double, endless(), 2, 60)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD
    results.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to the limit")
def test_a_worker_may_not_fill_the_memory() -> None:
    failure, doubled = run_in_order(double, tasks(23, 4), 1, 60)
    assert isinstance(failure, TaskFailure)
    assert "MemoryError" in failure.cause
    assert doubled == 8
