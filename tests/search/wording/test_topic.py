"""A topic is written so that its words need not stand together."""

import pytest

from search.language.plan import plan_apart, plan_wording
from search.model import Request
from search.wording.topic import write_apart
from tests.search.clocks import AMPLE

QUERIES = {
    "care leavers accommodation": "(care leavers) (accommodation)",
    "plans": "plans",
    '"not yet" plans': '"not yet" (plans)',
    "the plans of children": "(plans) (children)",
    "late OR timely plans": "(late OR timely) (plans)",
    "(late OR timely) -plans": "((late OR timely)) (-plans)",
    "not timely plans": "(not timely) (plans)",
    "plan* grade:good timely": "plan* grade:good (timely)",
    "how do they describe plans": "plans",
    "": "",
    "(((": "(((",
}


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(
        ("ash", ["Care leavers like their accommodation.", "Plans of children are late."], {}),
        ("elm", ["Accommodation of care leavers.", "Timely plans.", "Leavers of care."], {}),
    )


@pytest.mark.parametrize(("query", "expected"), QUERIES.items())
def test_words_are_set_apart(engine, query, expected):
    assert write_apart(Request(query), engine) == expected


@pytest.mark.parametrize("query", [query for query in QUERIES if not query.startswith("not ")])
def test_as_a_wording_it_finds_what_a_search_does(engine, query):
    apart = engine.usage(plan_apart(Request(query), engine, AMPLE))
    text = write_apart(Request(query), engine)
    assert engine.usage(plan_wording(Request(text), engine, AMPLE)) == apart
