"""The trackers that were last asked for, kept for as long as their commit."""

from __future__ import annotations

import threading
from weakref import WeakKeyDictionary

from cachetools import LRUCache

from search.engine import Engine
from search.followup.tracker.records import Tracker
from search.followup.tracker.tracker import track

MAX_TRACKERS = 16
"""Of one commit; one of 300 recommendations and 30 reports takes a few megabytes."""

_trackers: WeakKeyDictionary[Engine, LRUCache[tuple[str, bool], Tracker]] = WeakKeyDictionary()
_lock = threading.Lock()
_working = threading.Lock()
"""Held by the one thread that works a tracker out: a large one takes a second of a core."""


def find_tracker(engine: Engine, authority: str, withdrawn: bool = False) -> Tracker | None:
    """Return what `track` does, from the cache where it was asked for before. Safe in threads: one
    tracker is worked out at a time, once for all that wait for it.
    """
    key = authority, withdrawn
    kept = find_kept(engine, key)
    if kept is not None:
        return kept
    with _working:
        tracker = find_kept(engine, key) or track(engine, authority, withdrawn)
        if tracker is not None:
            with _lock:
                _trackers[engine][key] = tracker
        return tracker


def find_kept(engine: Engine, key: tuple[str, bool]) -> Tracker | None:
    """Return the tracker that is kept under a key, None where none is."""
    with _lock:
        return _trackers.setdefault(engine, LRUCache(MAX_TRACKERS)).get(key)
