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


def find_tracker(engine: Engine, authority: str, withdrawn: bool = False) -> Tracker | None:
    """Return what `track` does, from the cache where it was asked for before. Safe in threads: two
    that ask at once each work it out.
    """
    key = authority, withdrawn
    with _lock:
        kept = _trackers.setdefault(engine, LRUCache(MAX_TRACKERS))
        tracker = kept.get(key)
    if tracker is None:
        tracker = track(engine, authority, withdrawn)
        if tracker is not None:
            with _lock:
                kept[key] = tracker
    return tracker
