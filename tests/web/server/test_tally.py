"""Counts of requests: each for as long as its window lasts, and no more kept than are needed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from limits import parse
from limits.strategies import FixedWindowRateLimiter

from web.server import tally
from web.server.tally import Tally


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand: `clock.now = 5.0`."""

    class Clock:
        now = 1000.0

        def time(self):
            return self.now

    held = Clock()
    monkeypatch.setattr(tally, "time", held)
    return held


def test_a_window_ends_and_another_begins(clock):
    counts = Tally()
    assert [counts.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert (counts.get("a"), counts.get("b")) == (3, 0)
    assert (counts.get_expiry("a"), counts.get_expiry("b")) == (1060.0, 1000.0)
    clock.now = 1060.0
    assert counts.get("a") == 0
    assert counts.incr("a", 60) == 1


def test_what_is_over_is_forgotten(clock):
    counts = Tally()
    for second in range(10 * tally.FEWEST):
        clock.now = 1000.0 + second
        counts.incr(str(second), 60)
        assert len(counts.counts) <= tally.FEWEST


def test_no_count_is_lost_among_threads():
    counts = Tally()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: counts.incr("a", 60), range(4000)))
    assert counts.get("a") == 4000


def test_it_is_emptied_whole_or_by_key():
    counts = Tally()
    counts.incr("a", 60)
    counts.incr("b", 60)
    counts.clear("a")
    assert (counts.get("a"), counts.get("b")) == (0, 1)
    assert counts.reset() == 1
    assert counts.get("b") == 0


def test_limits_counts_with_it():
    limiter, limit = FixedWindowRateLimiter(Tally()), parse("2 per minute")
    assert [limiter.hit(limit, "127.0.0.1") for _ in range(3)] == [True, True, False]
