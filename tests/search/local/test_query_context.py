"""A query stops between two nodes once its CPU time is over, however late it is on the wall."""

import pytest

from search.budget import Budget
from search.errors import TooLong
from search.language.nodes import And, Prefix, Term
from search.local import expand
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from tests.search.clocks import AMPLE, ManualClock
from tests.search.worlds import index_snapshot

WORDS = ["plan", "are", "late", "again"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return index_snapshot(tmp_path_factory.mktemp("world"), ("ash", ["Plans are late again."], {}))


class SlowBm25(Bm25):
    """Takes some CPU time, and time on the wall, for each word, and notes the words."""

    def __init__(self, snapshot, cpu, wall):
        super().__init__(snapshot)
        self.cpu, self.wall = cpu, wall
        self.manual_clock, self.words = ManualClock(), []

    def term(self, field, word):
        self.words.append(word)
        self.manual_clock.advance(self.cpu, self.wall)
        return super().term(field, word)

    def context(self, seconds):
        return QueryContext.begin(self, Budget(seconds, self.manual_clock.clock))


@pytest.mark.parametrize(
    ("cpu", "wall", "evaluated"),
    [
        pytest.param(0.0, 0.0, 4, id="no time passes"),
        pytest.param(0.5, 0.5, 3, id="the deadline is reached after two words"),
        pytest.param(1.5, 1.5, 1, id="one word takes all the time"),
        pytest.param(0.0, 9.0, 4, id="another process has the machine"),
        pytest.param(0.25, 9.0, 4, id="the last word ends in time"),
        pytest.param(0.5, 9.0, 3, id="another process has it at times"),
    ],
)
def test_cpu_time_decides(snapshot, cpu, wall, evaluated):
    bm25 = SlowBm25(snapshot, cpu, wall)
    node = And([Term("text", word) for word in WORDS])
    if evaluated == len(WORDS):
        assert len(evaluate(node, bm25.context(1))) == 1
    else:
        with pytest.raises(TooLong, match="took too long and was stopped"):
            evaluate(node, bm25.context(1))
    assert bm25.words == WORDS[:evaluated]


def test_the_system_is_asked_for_cpu_time_only_when_it_may_be_over(snapshot):
    """Reading a thread's CPU time costs ten times as much as reading the wall clock."""
    readings = []
    bm25 = SlowBm25(snapshot, 0.25, 0.5)
    clock = bm25.manual_clock.clock

    def cpu():
        readings.append(bm25.manual_clock.wall_seconds)
        return clock.cpu()

    budget = Budget(1, type(clock)(cpu, clock.wall))
    evaluate(And([Term("text", word) for word in WORDS]), QueryContext.begin(bm25, budget))
    # At the beginning, and after more than a second on the wall, of which half was CPU time.
    assert readings == [0, 1.5]


def test_a_long_look_for_words_ends_a_query_before_they_are_read(snapshot, monkeypatch):
    bm25 = SlowBm25(snapshot, 0, 0)

    def look_long(lexicon, prefix):
        bm25.manual_clock.advance(2)
        return range(len(lexicon))

    monkeypatch.setattr(expand, "with_prefix", look_long)
    with pytest.raises(TooLong):
        evaluate(Prefix("exact", "pl"), bm25.context(1))


def test_each_query_has_diagnostics_of_its_own(snapshot):
    bm25 = Bm25(snapshot)
    context, other = (QueryContext.begin(bm25, AMPLE) for _ in range(2))
    context.add_diagnostic("cut", "Some words were left out.")
    assert [(d.kind, d.message) for d in context.diagnostics] == [
        ("cut", "Some words were left out.")
    ]
    assert other.diagnostics == []
