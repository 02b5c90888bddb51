"""Bare figures come after findings where words are asked for, and nowhere else."""

import pytest

from search.local.prior import BRIEF, WORTH, worths
from search.model import Request
from search.service import search
from tests.search.worlds import collection

FIGURES = "Nine children are adopted."
FINDING = "Adopted children are helped well, and settle soon with their new families."
LONG = " ".join(["adopted"] * BRIEF)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return collection(
        tmp_path_factory.mktemp("world"),
        ("ash", [(FIGURES, {"kind": "context"}), FINDING], {}),
    )


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("adopted children", FINDING),
        ('"adopted"', FINDING),
        ("adopt*", FINDING),
        ("*", FIGURES),
        ("kind:context", FIGURES),
    ],
)
def test_what_comes_first(world, query, first):
    hits = search(world, Request(query)).hits
    assert hits[0].paragraph.text == first


def test_all_are_found_and_scores_stay_above_0(world):
    page = search(world, Request("adopted children"))
    assert page.total == 2
    assert all(hit.score > 0 for hit in page.hits)


def test_only_brief_context_is_worth_less(tmp_path):
    texts = [(FIGURES, {"kind": "context"}), FIGURES, (LONG, {"kind": "context"})]
    assert worths(collection(tmp_path, ("ash", texts, {}))).tolist() == [WORTH, 1, 1]
