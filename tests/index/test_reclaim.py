"""A replaced snapshot that a reference cycle keeps is collected, again and again if need be."""

import gc
import weakref
from types import SimpleNamespace

import pytest

from index import reclaim
from index.reclaim import Reclaimer


class Snapshot:
    """What a Reclaimer needs of a snapshot."""

    is_caching = True

    def stop_caching(self):
        self.is_caching = False


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test moves on, and the timers that were started and wait for it."""
    clock = SimpleNamespace(now=0.0, timers=[], collections=0)

    class Timer:
        def __init__(self, seconds, function):
            self.due, self.function = clock.now + seconds, function

        def start(self):
            assert self.daemon
            clock.timers.append(self)

    def go_to(now):
        clock.now = now
        due = [timer for timer in clock.timers if timer.due <= now]
        clock.timers = [timer for timer in clock.timers if timer.due > now]
        for timer in due:
            timer.function()

    def collect():
        clock.collections += 1
        gc.collect()

    clock.go_to = go_to
    monkeypatch.setattr(reclaim.time, "monotonic", lambda: clock.now)
    monkeypatch.setattr(
        reclaim, "threading", SimpleNamespace(Timer=Timer, Lock=reclaim.threading.Lock)
    )
    monkeypatch.setattr(reclaim, "gc", SimpleNamespace(collect=collect))
    gc.disable()
    yield clock
    gc.enable()


def in_a_cycle(snapshot):
    cycle = [snapshot]
    cycle.append(cycle)
    return cycle


def test_a_snapshot_in_a_cycle_is_collected_after_the_grace(clock):
    snapshot = Snapshot()
    reference = weakref.ref(snapshot)
    in_a_cycle(snapshot)
    Reclaimer(grace=5).add(snapshot)
    assert not snapshot.is_caching
    del snapshot
    assert reference() is not None
    clock.go_to(5)
    assert reference() is None
    clock.go_to(1000)
    assert (clock.collections, clock.timers) == (1, [])


def test_a_slow_reader_is_looked_for_after_twice_as_long_each_time(clock):
    snapshot = Snapshot()
    Reclaimer(grace=5).add(snapshot)
    collected_at = []
    for now in range(0, 80, 5):
        before = clock.collections
        clock.go_to(now)
        collected_at += [now] * (clock.collections - before)
    assert collected_at == [5, 15, 35, 75]
    del snapshot
    clock.go_to(500)
    assert (clock.collections, clock.timers) == (4, [])


def test_nothing_is_collected_where_the_snapshot_went_by_itself(clock):
    Reclaimer(grace=5).add(Snapshot())
    clock.go_to(5)
    assert (clock.collections, clock.timers) == (0, [])


def test_several_snapshots_share_a_timer(clock):
    reclaimer, snapshots = Reclaimer(grace=5), [Snapshot(), Snapshot()]
    for now, snapshot in zip((0, 2), snapshots, strict=True):
        clock.go_to(now)
        reclaimer.add(snapshot)
    assert len(clock.timers) == 1
    clock.go_to(5)
    clock.go_to(10)
    assert clock.collections == 2
