"""Among the best matches, those most similar to the query come first."""

from dataclasses import replace

import numpy as np
import pytest

from index.analysis import stem, terms
from search.language.parser import parse
from search.local.engine import local_engine
from search.local.matches import Matches
from search.local.ranking import relevance
from search.local.ranking.relevance import SIMILARITY_SHARE, rank
from search.model import Request
from search.service import search
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.clocks import AMPLE
from tests.search.worlds import index_snapshot

LAST = [f"drift {' '.join(SECOND[:5])} soon", f"drift {' '.join(FIRST[:5])} soon"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return index_snapshot(tmp_path_factory.mktemp("world"), ("ash", [*texts(300), *LAST], {}))


def match_all(snapshot):
    """Return all paragraphs with a score each, no two alike."""
    scores = np.random.default_rng(8).permutation(snapshot.size) + 1
    return Matches(np.arange(snapshot.size), (scores / snapshot.size).astype(np.float32))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (f"drift OR {FIRST[7]}", FIRST[0]),
        (f"drift {SECOND[9]}", SECOND[0]),
        (f'"{FIRST[9]}"', FIRST[0]),
    ],
)
def test_similarity_decides_between_equals(snapshot, query, first):
    last = np.arange(snapshot.size - 2, snapshot.size)
    ranked = rank(snapshot, parse(query), Matches(last, np.ones(2, np.float32)))
    assert first in snapshot.text(int(ranked.docs[np.argmax(ranked.scores)]))


def test_ranking_changes_no_answer(snapshot):
    engine = local_engine(snapshot)
    by_date = search(engine, Request(FIRST[0], limit=200, sort="oldest"), AMPLE)
    ranked = search(engine, Request(FIRST[0], limit=200), AMPLE)
    assert {hit.ref for hit in by_date.hits} == {hit.ref for hit in ranked.hits}
    scores = [hit.score for hit in ranked.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_known_words_nothing_changes(snapshot, query):
    matches = match_all(snapshot)
    assert rank(snapshot, parse(query), matches) is matches


@pytest.mark.parametrize("count", [1, 7, 299, 400])
@pytest.mark.parametrize("has_priors", [False, True])
def test_the_best_stay_before_the_others_in_their_order(snapshot, monkeypatch, count, has_priors):
    monkeypatch.setattr(relevance, "RERANKED", count)
    matches, priors = match_all(snapshot), priors_of(snapshot) if has_priors else None
    ranked = rank(snapshot, parse(FIRST[0]), matches, priors)
    best, others = np.split(np.argsort(-matches.scores), [count])
    assert set(np.argsort(-ranked.scores)[:count]) == set(best)
    assert ranked.scores.min() > 0
    scores = matches.scores if priors is None else matches.scores * priors
    others = np.sort(others)
    expected = others[np.argsort(-scores[others], kind="stable")]
    assert np.array_equal(np.argsort(-ranked.scores, kind="stable")[count:], expected)


@pytest.mark.parametrize(
    ("count", "page_end", "size"),
    [(7, 7, 7), (7, 0, 7), (7, 8, 302), (400, 10, 302), (7, None, 302)],
)
def test_the_best_alone_serve_a_page_that_ends_among_them(
    snapshot, monkeypatch, count, page_end, size
):
    monkeypatch.setattr(relevance, "RERANKED", count)
    parsed, matches = parse(FIRST[0]), match_all(snapshot)
    part, whole = (rank(snapshot, parsed, matches, None, end) for end in (page_end, None))
    assert (len(part), len(whole)) == (size, snapshot.size)
    assert np.array_equal(part.scores, whole.scores[part.docs])


@pytest.mark.parametrize("query", [FIRST[0], f"{FIRST[0]} OR {SECOND[0]}", "*"])
@pytest.mark.parametrize("limit", [7, 10])
def test_pages_repeat_and_skip_none(snapshot, monkeypatch, query, limit):
    monkeypatch.setattr(relevance, "RERANKED", 25)
    engine, request = local_engine(snapshot), Request(query, limit=limit)
    total = search(engine, request, AMPLE).total
    pages = [
        search(engine, replace(request, start=start), AMPLE).hits
        for start in range(0, total, limit)
    ]
    refs = [hit.ref for page in pages for hit in page]
    assert len(refs) == len(set(refs)) == total


def test_equal_scores_are_not_all_ranked_again(snapshot, monkeypatch):
    monkeypatch.setattr(relevance, "RERANKED", 25)
    matches = Matches(np.arange(snapshot.size), np.ones(snapshot.size, np.float32))
    assert len(rank(snapshot, parse(FIRST[0]), matches, page_end=10)) == 25


def test_a_prior_of_a_half_halves_the_score(snapshot):
    parsed, matches = parse(FIRST[0]), match_all(snapshot)
    half = np.full(snapshot.size, 0.5, np.float32)
    whole, less = (rank(snapshot, parsed, matches, priors, 10) for priors in (None, half))
    assert np.allclose(less.scores, whole.scores / 2)


def priors_of(snapshot):
    """Return priors as paragraphs might have them: a half for every third."""
    return np.where(np.arange(snapshot.size) % 3, np.float32(1), np.float32(0.5))


@pytest.mark.parametrize("size", [1, 2, 40, 300])
@pytest.mark.parametrize("words", [FIRST[:1], FIRST[:2], [FIRST[0], SECOND[3], "drift"]])
def test_scores_are_those_worked_out_word_by_word(snapshot, size, words):
    matches = match_all(snapshot).take(np.arange(snapshot.size - size, snapshot.size))
    ranked = rank(snapshot, parse(" OR ".join(words)), matches)
    highest = float(matches.scores.max())
    gains = SIMILARITY_SHARE * highest * cosines(snapshot, words, matches.docs)
    assert ranked.docs.tolist() == matches.docs.tolist()
    assert ranked.scores == pytest.approx(matches.scores + gains, abs=0.02 * highest)


def cosines(snapshot, words, docs):
    """Return the cosines of paragraphs and words, the highest 1, from the vectors of all words."""
    query = vector_of(snapshot, words)
    values = [unit(vector_of(snapshot, terms(snapshot.text(doc)))) @ query for doc in docs.tolist()]
    return np.maximum(values, 0) / max(values)


def vector_of(snapshot, words):
    model = snapshot.model
    rows = [model.stems.index(stem(word)) for word in words if stem(word) in model.stems]
    return sum((model.vectors[row] * model.weights[row] for row in rows), np.zeros(64))


def unit(vector):
    return vector / max(np.linalg.norm(vector), 1e-9)


@pytest.mark.parametrize("count", [0, 1, 7, 250, 302])
@pytest.mark.parametrize("page_end", [None, 10])
@pytest.mark.parametrize("reranked", [5, 300, 1000])
def test_a_higher_tier_scores_higher_than_all_lower_ones(
    snapshot, monkeypatch, count, page_end, reranked
):
    monkeypatch.setattr(relevance, "RERANKED", reranked)
    matches = match_all(snapshot)
    chance = np.random.default_rng(3)
    tiers = np.zeros(snapshot.size, np.uint8)
    tiers[chance.choice(snapshot.size, count, replace=False)] = chance.integers(1, 3, count)
    priors = chance.choice(np.array([0.5, 1], np.float32), snapshot.size)
    ranked = rank(snapshot, parse(FIRST[0]), matches, priors, page_end, tiers)
    in_order = ranked.docs[np.argsort(-ranked.scores, kind="stable")]
    shown = len(ranked) if page_end is None else min(page_end, len(ranked))
    listed = tiers[in_order[:shown]].tolist()
    assert listed == sorted(tiers.tolist(), reverse=True)[:shown]
    assert (ranked.scores > 0).all()
