"""The queries that were last understood for a collection, each with its corrections.

A person asks for one again with another filter or page, and a page for its own.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import msgspec
from cachetools import LRUCache

from search.language.parsed_query import ParsedQuery
from search.model import Correction

MAX_QUERIES = 256  # some 3 MB: a widened word has dozens of nodes
MAX_KEPT_CHARACTERS = 160  # longer queries, which have hundreds of clauses, are not kept


class QueryKey(msgspec.Struct, frozen=True):
    """What decides how a text is understood in one collection."""

    text: str
    widen: bool
    correct: bool
    together: bool


class Understood(msgspec.Struct, frozen=True):
    """A query as `parsed`, with the `corrections` of its misspelt words."""

    parsed: ParsedQuery
    corrections: tuple[Correction, ...] = ()


class QueryCache:
    """The least recently used queries go when there are more than `max_queries`, and long ones are
    not kept. Safe in threads.
    """

    def __init__(self, max_queries: int = MAX_QUERIES) -> None:
        self._queries: LRUCache[QueryKey, Understood] = LRUCache(max_queries)
        self._lock = Lock()

    def get(self, key: QueryKey, understand: Callable[[], Understood]) -> Understood:
        """Return what a query was understood as, worked out where it is not kept."""
        if len(key.text) > MAX_KEPT_CHARACTERS:
            return understand()
        with self._lock:
            kept = self._queries.get(key)
        if kept is None:
            kept = understand()
            with self._lock:
                self._queries[key] = kept
        return kept
