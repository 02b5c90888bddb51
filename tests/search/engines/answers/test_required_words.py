"""How many of the words an engine requires: all, where enough paragraphs have them."""

import pytest

from search.language.plan import plan_request
from search.model import Request
from tests.search.clocks import AMPLE


@pytest.mark.parametrize(
    ("both", "rarer", "query", "match", "matched", "total"),
    [
        pytest.param(10, 20, "plans timely", "auto", "all", 10, id="enough have all"),
        pytest.param(9, 41, "plans timely", "auto", "most", 50, id="enough have most"),
        pytest.param(9, 40, "plans timely", "auto", "any", 109, id="too few have most"),
        pytest.param(0, 0, "plans timely", "auto", "most", 60, id="one word is nowhere"),
        pytest.param(9, 40, "timely", "auto", "all", 49, id="one word"),
        pytest.param(9, 40, '"plans" timely', "auto", "all", 9, id="one word beside a phrase"),
        pytest.param(9, 40, "plans timely", "all", "all", 9, id="all are asked for"),
        pytest.param(9, 40, "plans timely", "most", "most", 49, id="most are asked for"),
        pytest.param(9, 40, "timely", "any", "any", 49, id="any of one word"),
    ],
)
def test_words_are_required_as_far_as_enough_has_them(
    build_engine, both, rarer, query, match, matched, total
):
    texts = ["plans timely"] * both + ["timely"] * rarer + ["plans"] * 60
    engine = build_engine(("ash", texts, {}))
    answer = engine.answer(plan_request(Request(query, match=match, widen=False), engine, AMPLE))
    assert (answer.matched, answer.total) == (matched, total)
    assert answer.node == plan_request(Request(query, widen=False), engine).parsed.query(matched)


def test_only_what_passes_the_filters_is_enough(build_engine):
    texts = [("plans timely", {"grade": "good" if place else None}) for place in range(10)]
    engine = build_engine(("ash", texts, {}))
    request = Request("plans timely", filters={"grade": ("good",)}, facets=("grade",))
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert (answer.matched, answer.total) == ("any", 9)
