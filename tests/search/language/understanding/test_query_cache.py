"""The last queries that were understood are kept, within bounds."""

import pytest

from search.language.parser import parse
from search.language.plan import plan_request
from search.language.understanding.query_cache import (
    MAX_KEPT_CHARACTERS,
    QueryCache,
    QueryKey,
    Understood,
)
from search.model import Request
from tests.search.engines.fake import FakeEngine
from tests.search.worlds import make_reports


def key_of(text):
    return QueryKey(text, widen=True, correct=True, together=False)


def ask(cache, *texts):
    """Return which of some texts were understood anew, in order."""
    anew = []
    for text in texts:
        cache.get(key_of(text), lambda text=text: anew.append(text) or Understood(parse(text)))
    return anew


@pytest.mark.parametrize(
    ("texts", "anew"),
    [
        (["a", "a"], ["a"]),
        (["a", "b", "a", "c", "a"], ["a", "b", "c"]),
        (["a", "b", "c", "a"], ["a", "b", "c", "a"]),  # the least recently used goes
        (["x" * MAX_KEPT_CHARACTERS] * 2, ["x" * MAX_KEPT_CHARACTERS]),
        (["x" * (MAX_KEPT_CHARACTERS + 1)] * 2, ["x" * (MAX_KEPT_CHARACTERS + 1)] * 2),
    ],
)
def test_what_is_understood_anew(texts, anew):
    assert ask(QueryCache(max_queries=2), *texts) == anew


@pytest.mark.parametrize("change", [{"widen": False}, {"correct": False}])
def test_a_query_that_is_to_be_understood_otherwise_is_another(change):
    engine = FakeEngine(make_reports([("ash", ["Caseloads drift."] * 3, {})]))
    asked = Request("caseloads drfit")
    first = plan_request(asked, engine)
    other = plan_request(Request("caseloads drfit", **change), engine)
    assert first.parsed != other.parsed
    assert plan_request(asked, engine).parsed is first.parsed
