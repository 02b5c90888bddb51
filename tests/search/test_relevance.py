"""Among the best matches, those whose words keep company with the query's come first."""

import numpy as np
import pytest

from search import relevance
from search.matches import Matches
from search.model import Request
from search.parse import parse
from search.relevance import foremost, ranked
from search.service import search
from tests.index.topics import FIRST, SECOND, texts
from tests.search.worlds import collection

LAST = [f"drift {' '.join(SECOND[:5])} soon", f"drift {' '.join(FIRST[:5])} soon"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return collection(tmp_path_factory.mktemp("world"), ("ash", [*texts(300), *LAST], {}))


def matches(scores):
    return Matches(np.arange(len(scores)), np.array(scores, np.float32))


def every(snapshot):
    """All paragraphs with a score each, no two alike."""
    scores = np.random.default_rng(8).permutation(snapshot.size) + 1
    return matches(scores / snapshot.size)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (f"drift OR {FIRST[7]}", FIRST[0]),
        (f"drift {SECOND[9]}", SECOND[0]),
        (f'"{FIRST[9]}"', FIRST[0]),
    ],
)
def test_company_decides_between_equals(snapshot, query, first):
    last = np.arange(snapshot.size - 2, snapshot.size)
    found = ranked(snapshot, parse(query), Matches(last, np.ones(2, np.float32)))
    assert first in snapshot.text(int(found.docs[np.argmax(found.scores)]))


def test_ranking_again_changes_no_answer(snapshot):
    plain = search(snapshot, Request(FIRST[0], limit=200, sort="oldest"))
    again = search(snapshot, Request(FIRST[0], limit=200))
    assert {hit.paragraph.id for hit in plain.hits} == {hit.paragraph.id for hit in again.hits}
    scores = [hit.score for hit in again.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_learnt_words_nothing_changes(snapshot, query):
    found = every(snapshot)
    assert ranked(snapshot, parse(query), found) is found


@pytest.mark.parametrize("best", [1, 7, 299, 400])
def test_the_best_stay_before_the_others(snapshot, monkeypatch, best):
    monkeypatch.setattr(relevance, "BEST", best)
    found = every(snapshot)
    again = ranked(snapshot, parse(FIRST[0]), found)
    first = np.argsort(-found.scores)[:best]
    assert set(np.argsort(-again.scores)[:best]) == set(first)
    others = np.setdiff1d(found.docs, first)
    assert np.array_equal(again.scores[others], found.scores[others])
    assert np.all(again.scores >= found.scores)


@pytest.mark.parametrize(
    ("best", "most", "size"), [(7, 7, 7), (7, 0, 7), (7, 8, 302), (400, 10, 302)]
)
def test_the_best_alone_serve_a_page_that_ends_among_them(snapshot, monkeypatch, best, most, size):
    monkeypatch.setattr(relevance, "BEST", best)
    parsed, found = parse(FIRST[0]), every(snapshot)
    alone, whole = ranked(snapshot, parsed, found, most=most), ranked(snapshot, parsed, found)
    assert (len(alone), len(whole)) == (size, snapshot.size)
    assert np.array_equal(alone.scores, whole.scores[alone.docs])
    assert alone.scores.min() >= np.delete(whole.scores, alone.docs).max(initial=0)


def test_what_is_worth_half_gains_half(snapshot):
    parsed, found = parse(FIRST[0]), every(snapshot)
    half = np.full(snapshot.size, 0.5, np.float32)
    whole, less = (foremost(snapshot, parsed, found, one) for one in (None, half))
    assert np.allclose(
        less.scores - found.scores[less.docs],
        (whole.scores - found.scores[whole.docs]) / 2,
        atol=1e-6,
    )
