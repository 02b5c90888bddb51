"""The context of one query: the snapshot and its weights, a time limit, and diagnostics."""

from __future__ import annotations

import msgspec

from index.facets import EITHER
from index.snapshot import Snapshot
from search.budget import Budget, Clock
from search.errors import TooLong
from search.local.ranking.bm25 import Bm25
from search.model import Diagnostic, Span


class QueryContext(msgspec.Struct, eq=False):
    """A snapshot with its BM25 weights, for one query that must end by `deadline`, in which themes
    count by `theme_by`.

    `deadline` is in seconds of the thread's CPU time. That never passes faster than time on the
    wall: before `check_after` on the wall clock there is no need to ask the system for it.
    """

    snapshot: Snapshot
    bm25: Bm25
    clock: Clock
    deadline: float
    check_after: float
    theme_by: str = EITHER
    diagnostics: list[Diagnostic] = []

    @classmethod
    def begin(cls, bm25: Bm25, budget: Budget, theme_by: str = EITHER) -> QueryContext:
        """Return the context of a query that begins now."""
        clock, seconds = budget.clock, budget.seconds
        ends = clock.cpu() + seconds, clock.wall() + seconds
        return cls(bm25.snapshot, bm25, clock, *ends, theme_by)

    def check_deadline(self) -> None:
        """Raise TooLong where the deadline is over: asks the system for the thread's CPU time."""
        left = self.deadline - self.clock.cpu()
        if left < 0:
            raise TooLong("the search took too long and was stopped; make it more specific")
        self.check_after = self.clock.wall() + left

    def add_diagnostic(self, kind: str, message: str) -> None:
        """Note what the person should know of the evaluation."""
        self.diagnostics.append(Diagnostic(kind, Span(0, 0), message))
