"""Among the best matches, those whose words keep company with the query's come first."""

import numpy as np
import pytest

from search.context import BEST, direction, reranked
from search.matches import Matches
from search.model import Request
from search.parse import parse
from search.service import search
from tests.index.topics import FIRST, SECOND, texts
from tests.search.worlds import collection

LAST = [f"drift {' '.join(SECOND[:5])} soon", f"drift {' '.join(FIRST[:5])} soon"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return collection(tmp_path_factory.mktemp("world"), ("ash", [*texts(300), *LAST], {}))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (f"drift OR {FIRST[7]}", FIRST[0]),
        (f"drift {SECOND[9]}", SECOND[0]),
        (f'"{FIRST[9]}"', FIRST[0]),
    ],
)
def test_company_decides_between_equals(snapshot, query, first):
    near = direction(parse(query), snapshot.learnt)
    assert near is not None
    last = np.arange(snapshot.size - 2, snapshot.size)
    found = reranked(snapshot, parse(query), Matches(last, np.ones(2, np.float32)))
    best = snapshot.text(int(found.docs[np.argmax(found.scores)]))
    assert first in best


def test_ranking_again_changes_no_answer(snapshot):
    plain = search(snapshot, Request(FIRST[0], limit=200, sort="oldest"))
    ranked = search(snapshot, Request(FIRST[0], limit=200))
    assert {hit.paragraph.id for hit in plain.hits} == {hit.paragraph.id for hit in ranked.hits}
    scores = [hit.score for hit in ranked.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_learnt_words_nothing_changes(snapshot, query):
    found = Matches(np.arange(5, dtype=np.int32), np.arange(5, dtype=np.float32))
    assert reranked(snapshot, parse(query), found) is found


def test_the_best_stay_before_the_others(snapshot):
    size = min(BEST + 5, snapshot.size)
    found = Matches(np.arange(size, dtype=np.int32), np.arange(size, dtype=np.float32))
    assert np.all(reranked(snapshot, parse(FIRST[0]), found).scores >= found.scores)
