import os
import sys
import time
from collections.abc import Iterator

import pytest

from corpus.workers import AHEAD, MOST_MEMORY, Lost, each


def double(number: int) -> int:
    """Doubles a number; 13 ends the process, 17 hangs it, 19 is a mistake, 23 fills the memory."""
    if number == 13:
        os._exit(3)
    if number == 17:
        time.sleep(3600)
    if number == 19:
        raise KeyError("nineteen")
    if number == 23:
        bytearray(2 * MOST_MEMORY)
    return 2 * number


@pytest.mark.parametrize("count", [1, 3])
def test_results_come_in_order(count: int) -> None:
    assert list(each(double, range(8), count, 60)) == [(n, 2 * n) for n in range(8)]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(each(double, [], 2, 60)) == []


def test_a_lost_worker_loses_its_item_alone() -> None:
    results = dict(each(double, [1, 13, 2, 19, 3, 17, 4], 2, 3))
    lost = {item: result.cause for item, result in results.items() if isinstance(result, Lost)}
    assert {item: result for item, result in results.items() if item not in lost} == {
        1: 2, 2: 4, 3: 6, 4: 8,
    }  # fmt: skip
    assert "ended the process that read it (3)" in lost[13]
    assert "longer than 3 seconds" in lost[17]
    assert "KeyError: 'nineteen'; test_workers.py, line" in lost[19]


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = each(double, items(), 2, 60)
    assert next(results) == (0, 0)
    assert len(taken) <= 2 * AHEAD
    results.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to the limit")
def test_a_worker_may_not_fill_the_memory() -> None:
    lost, doubled = (result for _, result in each(double, [23, 4], 1, 60))
    assert isinstance(lost, Lost)
    assert "MemoryError" in lost.cause
    assert doubled == 8
