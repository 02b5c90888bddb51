"""A snapshot as one query sees it: until when the query may take, and what has to be said of it."""

from __future__ import annotations

from time import perf_counter, thread_time

import msgspec

from index.snapshot import Snapshot
from search.errors import TooLong
from search.local.score import Ranking, ranking
from search.model import Diagnostic, Span

BUDGET = 0.25  # seconds of its thread's CPU that a query may take: a busy machine changes no answer


class QueryContext(msgspec.Struct, eq=False):
    """A snapshot as one query sees it: until when it may take, and what had to be said.

    `until` is in seconds of its thread's CPU. That is never more than what passed on the clock:
    before `looked` on the clock it cannot be past.
    """

    snapshot: Snapshot
    ranking: Ranking
    until: float
    looked: float
    diagnostics: list[Diagnostic] = []

    @classmethod
    def of(cls, snapshot: Snapshot, budget: float = BUDGET) -> QueryContext:
        """Returns a view for a query that begins now and may take `budget` seconds."""
        weights = ranking(snapshot)  # made once a snapshot, on no query's time
        return cls(snapshot, weights, thread_time() + budget, perf_counter() + budget)

    def check(self) -> None:
        """Raises TooLong where the time is up: asks the system, at the cost of a small node."""
        left = self.until - thread_time()
        if left < 0:
            raise TooLong("the search took too long and was stopped; make it more specific")
        self.looked = perf_counter() + left

    def say(self, kind: str, message: str) -> None:
        """Notes what the person should know."""
        self.diagnostics.append(Diagnostic(kind, Span(0, 0), message))
