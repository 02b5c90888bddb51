"""Clocks that a test drives, so that no result depends on how fast the machine is."""

from __future__ import annotations

from search.budget import Budget, Clock


class ManualClock:
    """CPU time and time on the wall, in seconds, that pass only where a test lets them."""

    def __init__(self) -> None:
        self.cpu_seconds = self.wall_seconds = 0.0

    @property
    def clock(self) -> Clock:
        """The clock that a budget takes."""
        return Clock(cpu=lambda: self.cpu_seconds, wall=lambda: self.wall_seconds)

    def advance(self, cpu: float, wall: float | None = None) -> None:
        """Let CPU time pass, and as much on the wall unless `wall` is given."""
        self.cpu_seconds += cpu
        self.wall_seconds += cpu if wall is None else wall


FROZEN = Clock(cpu=lambda: 0.0, wall=lambda: 0.0)
AMPLE = Budget(clock=FROZEN)
"""A budget that no query uses up, however long it takes."""
SPENT = Budget(-1, FROZEN)
"""A budget that is used up before a query begins."""
