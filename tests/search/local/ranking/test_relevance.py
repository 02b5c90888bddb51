"""Among the best matches, those whose words keep company with the query's come first."""

from dataclasses import replace

import numpy as np
import pytest

from index.analysis import stem, terms
from search.language.parser import parse
from search.local.engine import local_engine
from search.local.matches import Matches
from search.local.ranking import relevance
from search.local.ranking.relevance import rank
from search.model import Request
from search.service import search
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.worlds import index_snapshot

LAST = [f"drift {' '.join(SECOND[:5])} soon", f"drift {' '.join(FIRST[:5])} soon"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return index_snapshot(tmp_path_factory.mktemp("world"), ("ash", [*texts(300), *LAST], {}))


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
    found = rank(snapshot, parse(query), Matches(last, np.ones(2, np.float32)))
    assert first in snapshot.text(int(found.docs[np.argmax(found.scores)]))


def test_ranking_again_changes_no_answer(snapshot):
    plain = search(local_engine(snapshot), Request(FIRST[0], limit=200, sort="oldest"))
    again = search(local_engine(snapshot), Request(FIRST[0], limit=200))
    assert {hit.paragraph.id for hit in plain.hits} == {hit.paragraph.id for hit in again.hits}
    scores = [hit.score for hit in again.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_learnt_words_nothing_changes(snapshot, query):
    found = every(snapshot)
    assert rank(snapshot, parse(query), found) is found


@pytest.mark.parametrize("best", [1, 7, 299, 400])
@pytest.mark.parametrize("weighed", [False, True])
def test_the_best_stay_before_the_others_in_their_order(snapshot, monkeypatch, best, weighed):
    monkeypatch.setattr(relevance, "RERANKED", best)
    found, worth = every(snapshot), worths(snapshot) if weighed else None
    again = rank(snapshot, parse(FIRST[0]), found, worth)
    first, others = np.split(np.argsort(-found.scores), [best])
    assert set(np.argsort(-again.scores)[:best]) == set(first)
    assert again.scores.min() > 0
    plain, others = found.scores if worth is None else found.scores * worth, np.sort(others)
    expected = others[np.argsort(-plain[others], kind="stable")]
    assert np.array_equal(np.argsort(-again.scores, kind="stable")[best:], expected)


@pytest.mark.parametrize(
    ("best", "most", "size"), [(7, 7, 7), (7, 0, 7), (7, 8, 302), (400, 10, 302), (7, None, 302)]
)
def test_the_best_alone_serve_a_page_that_ends_among_them(snapshot, monkeypatch, best, most, size):
    monkeypatch.setattr(relevance, "RERANKED", best)
    parsed, found = parse(FIRST[0]), every(snapshot)
    part, whole = rank(snapshot, parsed, found, None, most), rank(snapshot, parsed, found)
    assert (len(part), len(whole)) == (size, snapshot.size)
    assert np.array_equal(part.scores, whole.scores[part.docs])


@pytest.mark.parametrize("query", [FIRST[0], f"{FIRST[0]} OR {SECOND[0]}", "*"])
@pytest.mark.parametrize("limit", [7, 10])
def test_pages_repeat_and_skip_none(snapshot, monkeypatch, query, limit):
    monkeypatch.setattr(relevance, "RERANKED", 25)
    asked = Request(query, limit=limit)
    total = search(local_engine(snapshot), asked).total
    pages = [
        search(local_engine(snapshot), replace(asked, start=at)).hits
        for at in range(0, total, limit)
    ]
    docs = [hit.ref for page in pages for hit in page]
    assert len(docs) == len(set(docs)) == total


def test_equal_scores_are_not_all_ranked_again(snapshot, monkeypatch):
    monkeypatch.setattr(relevance, "RERANKED", 25)
    found = Matches(np.arange(snapshot.size), np.ones(snapshot.size, np.float32))
    assert len(rank(snapshot, parse(FIRST[0]), found, page_end=10)) == 25


def test_what_is_worth_half_counts_half(snapshot):
    parsed, found = parse(FIRST[0]), every(snapshot)
    half = np.full(snapshot.size, 0.5, np.float32)
    whole, less = (rank(snapshot, parsed, found, one, page_end=10) for one in (None, half))
    assert np.allclose(less.scores, whole.scores / 2)


def worths(snapshot):
    """What each paragraph might be worth: half of every third."""
    return np.where(np.arange(snapshot.size) % 3, np.float32(1), np.float32(0.5))


@pytest.mark.parametrize("size", [1, 2, 40, 300])
@pytest.mark.parametrize("words", [FIRST[:1], FIRST[:2], [FIRST[0], SECOND[3], "drift"]])
def test_scores_are_those_worked_out_word_by_word(snapshot, size, words):
    found = every(snapshot).take(np.arange(snapshot.size - size, snapshot.size))
    again = rank(snapshot, parse(" OR ".join(words)), found)
    highest = float(found.scores.max())
    expected = found.scores + 0.8 * highest * contexts(snapshot, words, found.docs)
    assert again.docs.tolist() == found.docs.tolist()
    assert again.scores == pytest.approx(expected, abs=0.02 * highest)


def contexts(snapshot, words, docs):
    """How near paragraphs are to words, the nearest 1: from the vectors of all their words."""
    asked = vector(snapshot, words)
    near = [unit(vector(snapshot, terms(snapshot.text(doc)))) @ asked for doc in docs.tolist()]
    return np.maximum(near, 0) / max(near)


def vector(snapshot, words):
    learnt = snapshot.model
    rows = [learnt.stems.index(stem(word)) for word in words if stem(word) in learnt.stems]
    return sum((learnt.vectors[row] * learnt.weights[row] for row in rows), np.zeros(64))


def unit(vector):
    return vector / max(np.linalg.norm(vector), 1e-9)
