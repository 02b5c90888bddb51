"""Brief context comes after findings where words are asked for, and nowhere else."""

import pytest

from search.local.ranking.prior import BRIEF_CONTEXT_PRIOR, BRIEF_WORDS, priors
from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE
from tests.search.worlds import index_engine, index_snapshot

FIGURES = "Nine children are adopted."
FINDING = "Adopted children are helped well, and settle soon with their new families."
LONG = " ".join(["adopted"] * BRIEF_WORDS)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    texts = [(FIGURES, {"kind": "context"}), FINDING]
    return index_engine(tmp_path_factory.mktemp("world"), ("ash", texts, {}))


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
def test_what_comes_first(engine, query, first):
    assert search(engine, Request(query), AMPLE).hits[0].text == first


def test_all_are_found_and_scores_stay_above_0(engine):
    page = search(engine, Request("adopted children"), AMPLE)
    assert page.total == 2
    assert all(hit.score > 0 for hit in page.hits)


def test_only_brief_context_has_a_lower_prior(tmp_path):
    texts = [(FIGURES, {"kind": "context"}), FIGURES, (LONG, {"kind": "context"})]
    snapshot = index_snapshot(tmp_path, ("ash", texts, {}))
    assert priors(snapshot).tolist() == [BRIEF_CONTEXT_PRIOR, 1, 1]
