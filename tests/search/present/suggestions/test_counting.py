"""Offers are counted within so much time, and where it ran out the page knows."""

import pytest

from search.budget import Budget
from search.language.plan import plan_request
from search.model import Request
from search.present.suggestions import counting
from search.present.suggestions.corrections import corrected_requests
from search.present.suggestions.counting import COUNTING_SECONDS, Counting
from search.present.suggestions.removals import removals
from search.service import search
from tests.search.clocks import AMPLE, SPENT, ManualClock
from tests.search.engines.fake import FakeEngine
from tests.search.worlds import make_reports


class SlowEngine(FakeEngine):
    """An engine whose counts take some seconds each, on a clock that nothing else advances."""

    def __init__(self, seconds):
        super().__init__(make_reports([("ash", ["Visits drift.", "A visit drifts."], {})]))
        self.seconds, self.manual_clock, self.budgets = seconds, ManualClock(), []

    def count(self, plan):
        self.manual_clock.advance(self.seconds)
        self.budgets.append(plan.budget)
        return super().count(plan)


@pytest.mark.parametrize(
    ("suggest", "request_", "offers"),
    [
        (corrected_requests, Request("visitz drift"), ["visit drift", "visits drift"]),
        (
            removals,
            Request('"drift" "drifts"'),
            [
                "the quotes around drift",
                "the quotes around drifts",
                '"drift"',
                '"drifts"',
            ],
        ),
    ],
    ids=["corrections", "removals"],
)
@pytest.mark.parametrize(
    ("seconds", "count"), [(0.0, 4), (COUNTING_SECONDS, 2), (COUNTING_SECONDS * 1.1, 1)]
)
def test_nothing_more_is_offered_once_the_time_to_count_is_over(
    suggest, request_, offers, seconds, count
):
    engine = SlowEngine(seconds)
    budget = Budget(clock=engine.manual_clock.clock)
    counting = Counting(engine, budget)
    texts = [offer.text for offer in suggest(counting, plan_request(request_, engine, budget))]
    assert texts == offers[:count]
    assert counting.was_stopped is (count < len(offers))
    assert engine.budgets == [budget] * len(offers[:count])


def test_time_that_runs_out_costs_a_page_its_offers_and_nothing_else(engine, monkeypatch):
    request = Request('"visits" recoding', match="all", facets=("grade",))
    parts = search(engine, request, AMPLE).parts()
    assert parts["suggestions"]
    monkeypatch.setattr(counting, "COUNTING_SECONDS", -1)
    page = search(engine, request, AMPLE)
    assert page.is_whole  # no offer was made so far
    assert page.parts() == {
        **parts,
        "suggestions": (),
        "removals": (),
    }
    assert not page.is_whole


def test_a_count_that_was_stopped_is_not_taken_for_none(engine):
    counted = Counting(engine, SPENT)
    assert list(counted.offers([("visits", [Request("visits")])])) == []
    assert counted.was_stopped
    whole = Counting(engine, AMPLE)
    assert [offer.paragraphs for offer in whole.offers([("visits", [Request("visits")])])] == [1]
    assert list(whole.offers([("unicorns", [Request("unicorns")])])) == []
    assert not whole.was_stopped


def test_a_page_that_was_stopped_is_not_whole(engine):
    assert not search(engine, Request("visits"), SPENT).is_whole
    assert search(engine, Request("visits"), AMPLE).is_whole
