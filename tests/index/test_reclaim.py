"""A replaced snapshot that a reference cycle keeps is collected, again and again if need be."""

import gc
import weakref

import pytest

from index.reclaim import Reclaimer


class Snapshot:
    """What a Reclaimer needs of a snapshot."""

    is_caching = True

    def stop_caching(self):
        self.is_caching = False


class Clock:
    """A clock that the test moves on, the timers that wait for it, and how often was collected."""

    def __init__(self):
        self.now, self.timers, self.collections = 0.0, [], 0

    def start_timer(self, seconds, function):
        self.timers.append((self.now + seconds, function))

    def go_to(self, now):
        self.now = now
        due = [function for moment, function in self.timers if moment <= now]
        self.timers = [timer for timer in self.timers if timer[0] > now]
        for function in due:
            function()

    def collect(self):
        self.collections += 1
        gc.collect()

    def reclaimer(self):
        return Reclaimer(
            5, clock=lambda: self.now, start_timer=self.start_timer, collect=self.collect
        )


@pytest.fixture
def clock():
    gc.disable()
    yield Clock()
    gc.enable()


def in_a_cycle(snapshot):
    cycle = [snapshot]
    cycle.append(cycle)
    return cycle


def test_a_snapshot_in_a_cycle_is_collected_after_the_grace(clock):
    snapshot = Snapshot()
    reference = weakref.ref(snapshot)
    in_a_cycle(snapshot)
    clock.reclaimer().add(snapshot)
    assert not snapshot.is_caching
    del snapshot
    assert reference() is not None
    clock.go_to(5)
    assert reference() is None
    clock.go_to(1000)
    assert (clock.collections, clock.timers) == (1, [])


def test_a_slow_reader_is_looked_for_after_twice_as_long_each_time(clock):
    snapshot = Snapshot()
    clock.reclaimer().add(snapshot)
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
    clock.reclaimer().add(Snapshot())
    clock.go_to(5)
    assert (clock.collections, clock.timers) == (0, [])


def test_several_snapshots_share_a_timer(clock):
    reclaimer, snapshots = clock.reclaimer(), [Snapshot(), Snapshot()]
    for now, snapshot in zip((0, 2), snapshots, strict=True):
        clock.go_to(now)
        reclaimer.add(snapshot)
    assert len(clock.timers) == 1
    clock.go_to(5)
    clock.go_to(10)
    assert clock.collections == 2
