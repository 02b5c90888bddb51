"""Arrays computed for one query and kept for the next, bounded by their bytes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from cachetools import LRUCache

from index.segments.arrays import Array
from search.local.matches import Matches

ENTRY_BYTES = 1024
"""About what a key and the records around a value cost: without it, empty results, of words that
no paragraph contains, would be kept without end.
"""

Value = TypeVar("Value", Matches, Array)


class ArrayCache:
    """The least recently used values go when all together pass `max_bytes`. Safe in threads.

    A value larger than a quarter of that is not kept: it would push out everything else.
    """

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._entries: LRUCache[Hashable, Any] = LRUCache(max_bytes, getsizeof=entry_bytes)
        self._lock = threading.Lock()

    @property
    def bytes(self) -> int:
        """The bytes of all entries."""
        return int(self._entries.currsize)

    def find(self, key: Hashable) -> Any:
        """Return the value of a key, None where it is not kept."""
        with self._lock:
            try:
                return self._entries[key]
            except KeyError:
                return None

    def get(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """Return the value of a key, computed where it is not kept."""
        value: Value | None = self.find(key)
        return self.put(key, compute()) if value is None else value

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep a value unless it is too large, and return it."""
        if entry_bytes(value) <= self.max_bytes // 4:
            with self._lock:
                self._entries[key] = value
        return value


def entry_bytes(value: Matches | Array) -> int:
    """Return the bytes of an entry."""
    if isinstance(value, Matches):
        dense = 0 if value.dense is None else int(value.dense.nbytes)
        return ENTRY_BYTES + int(value.docs.nbytes + value.scores.nbytes) + dense
    return ENTRY_BYTES + int(value.nbytes)
