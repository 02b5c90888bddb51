"""A query that takes longer than its budget is stopped, and says so."""

from itertools import count

import pytest

from search.budget import Budget, Clock
from search.errors import TooLong
from search.language.plan import plan_request
from search.model import Request
from tests.search.clocks import FROZEN, SPENT


@pytest.mark.parametrize(
    ("match", "matched"), [("auto", "all"), ("all", "all"), ("most", "most"), ("any", "any")]
)
def test_a_query_out_of_time_is_stopped(engine, match, matched):
    filters = {"grade": ("inadequate",)}
    request = Request("plans late", filters=filters, match=match, facets=("grade", "year"))
    answer = engine.answer(plan_request(request, engine, SPENT))
    assert [diagnostic.kind for diagnostic in answer.diagnostics] == ["stopped"]
    assert (answer.total, answer.reports, answer.matched) == (0, 0, matched)
    assert list(answer.listing.refs) == []
    grade, year = answer.facets
    assert [(value.value, value.paragraphs, value.selected) for value in grade.values] == [
        ("inadequate", 0, True)
    ]
    assert year.values == ()
    assert engine.count(plan_request(request, engine, SPENT)) == 0


def test_the_wording_of_a_query_out_of_time_is_not_counted(engine):
    spent = plan_request(Request("plans"), engine, SPENT)
    with pytest.raises(TooLong):
        engine.usage(spent)
    with pytest.raises(TooLong):
        engine.distinctive_phrases(spent, 1, 1.0, 10)


def test_a_query_is_stopped_once_its_time_is_used_up(engine):
    ticking = Clock(cpu=count().__next__, wall=count().__next__)  # a second at each reading
    request = Request(" OR ".join(["plans", "late", "drift", "clear", "visits"] * 4))
    stopped = plan_request(request, engine, Budget(5, ticking))
    assert [diagnostic.kind for diagnostic in engine.answer(stopped).diagnostics] == ["stopped"]


def test_time_that_does_not_pass_stops_nothing(engine):
    answer = engine.answer(plan_request(Request("plans drift* visits~"), engine, Budget(0, FROZEN)))
    assert answer.diagnostics == ()
