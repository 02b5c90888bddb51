"""What is the local engine's own in an answer: it may be stopped midway, and is computed once."""

import pytest

from search.budget import Budget
from search.language.plan import plan_request
from search.local.answer import answer_plan, count_matches
from search.local.engine import LocalEngine
from search.local.ranking.bm25 import Bm25
from search.model import Request
from tests.search.clocks import AMPLE, ManualClock
from tests.search.worlds import index_snapshot

TEXTS = ["Plans are late.", "Visits are late.", "Plans."]


class SlowEngine(LocalEngine):
    """An engine that takes a second for each word that it looks up."""

    def __init__(self, snapshot):
        super().__init__(snapshot)
        self.manual_clock = ManualClock()

    @property
    def bm25(self):
        manual_clock = self.manual_clock

        class SlowBm25(Bm25):
            def term(self, field, word):
                manual_clock.advance(1)
                return super().term(field, word)

        return SlowBm25(self.snapshot)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return index_snapshot(tmp_path_factory.mktemp("world"), ("ash", TEXTS, {}))


@pytest.mark.parametrize(
    ("seconds", "matched", "total"),
    [
        pytest.param(9, "any", 3, id="time for all, most and any"),
        pytest.param(3.5, "all", 0, id="it is over while any is looked for"),
        pytest.param(1.5, "all", 0, id="it is over while most is looked for"),
    ],
)
def test_time_that_is_over_midway_leaves_nothing(snapshot, seconds, matched, total):
    engine = SlowEngine(snapshot)
    request = Request("plans late", facets=("grade",), widen=False)
    timed = plan_request(request, engine, Budget(seconds, engine.manual_clock.clock))
    answer = answer_plan(engine, timed)
    assert (answer.matched, answer.total, len(answer.listing.refs)) == (matched, total, total)
    assert bool(answer.facets[0].values) is bool(total)
    assert [d.kind for d in answer.diagnostics] == ([] if total else ["stopped"])
    assert count_matches(engine, timed) == total


def test_parts_are_computed_when_they_are_read_and_once(snapshot, monkeypatch):
    engine = LocalEngine(snapshot)
    read = []
    texts = snapshot.texts
    monkeypatch.setattr(snapshot, "texts", lambda docs: read.append(docs) or texts(docs))
    answer = answer_plan(engine, plan_request(Request("plans", facets=("year",)), engine, AMPLE))
    assert (answer.total, answer.reports, read) == (2, 1, [])
    assert answer.listing is answer.listing
    assert answer.facets is answer.facets
    assert len(read) == 1
