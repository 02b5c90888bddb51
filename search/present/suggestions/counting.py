"""Count what other requests would find, within so much time, and note where it was not enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from search.budget import Budget
from search.engine import Engine
from search.language.plan import plan_request
from search.model import Request, RequestOffer

COUNTING_SECONDS = 0.2  # of CPU time, for the counts of all that is suggested of one kind


class Counting:
    """Counts requests for one page: `was_stopped` once a count was not made for lack of time.

    Each kind of offers has COUNTING_SECONDS on the clock of the budget, which each of its requests
    is counted within.
    """

    def __init__(self, engine: Engine, budget: Budget) -> None:
        self.engine, self.budget, self.was_stopped = engine, budget, False

    def offers(self, requests: Iterable[tuple[str, Sequence[Request]]]) -> Iterator[RequestOffer]:
        """Yield for each text the first of its requests that finds something, until their time is
        over.
        """
        cpu = self.budget.clock.cpu
        deadline = cpu() + COUNTING_SECONDS
        for text, ways in requests:
            for request in ways:
                started = cpu()
                if started > deadline:
                    self.was_stopped = True
                    return
                if paragraphs := self.engine.count(plan_request(request, self.engine, self.budget)):
                    yield RequestOffer(text, paragraphs, request)
                    break
                if cpu() - started > self.budget.seconds:  # none was found, as it was stopped
                    self.was_stopped = True
