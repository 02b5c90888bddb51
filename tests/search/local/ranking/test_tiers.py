"""Which paragraphs come first by relevance: those with the words together, and those as typed."""

import numpy as np
import pytest

from search.budget import QUERY_BUDGET
from search.language.parser import parse
from search.language.phrases import MIN_TOGETHER
from search.local.engine import local_engine
from search.local.query_context import QueryContext
from search.local.ranking.tiers import find_tiers, find_together
from tests.search.worlds import index_snapshot

TEXTS = [
    "Plans drift.",
    "Drift of plans.",
    "Plans soon drift.",
    "Plans and visits drift.",
    "Visits.",
]
MANY = ["Visits drift."] * MIN_TOGETHER


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    snapshot = index_snapshot(tmp_path_factory.mktemp("tiers"), ("ash", [*TEXTS, *MANY], {}))
    return QueryContext.begin(local_engine(snapshot).bm25, QUERY_BUDGET)


@pytest.mark.parametrize(("matched", "first"), [("all", 0), ("most", 1), ("any", 1)])
def test_all_words_come_first_where_fewer_do_as_well(context, matched, first):
    parsed, size = parse("drift plans"), context.snapshot.size
    tiers = find_tiers(parsed, size, np.array([0, 2]), np.array([2]), matched)
    assert tiers[:3].tolist() == [first, 0, 2]


@pytest.mark.parametrize(
    ("query", "typed", "tiers"),
    [
        ("plans drift", None, [2, 0, 2, 0, 0]),  # at most one word between
        ("plans drift", [0, 1, 3], [2, 0, 0, 0, 0]),  # those together that are as typed
        ("visits drift", [1], [0, 1, 0, 0, 0]),  # the collection has it as a phrase
        ("drift", [0, 1], [1, 1, 0, 0, 0]),
        ("drift grade:good", [0, 1], [1, 1, 0, 0, 0]),
        ("drift OR plans", [4], [0, 0, 0, 0, 1]),
        ("plans not drift", [0], None),
        ('drift "visits"', [1], None),
        ("drift", None, None),
        ("", None, None),
    ],
)
def test_the_tier_of_each_paragraph(context, query, typed, tiers):
    parsed = parse(query)
    docs = None if typed is None else np.array(typed, np.intp)
    all_tiers = find_tiers(parsed, context.snapshot.size, docs, find_together(parsed, context))
    assert (None if all_tiers is None else all_tiers[: len(TEXTS)].tolist()) == tiers
