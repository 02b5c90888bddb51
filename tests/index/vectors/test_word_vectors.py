"""Stems that keep company come out near each other, and counts are those of brute force."""

import numpy as np
import pytest

from index.vectors import word_vectors
from index.vectors.word_vectors import Tokens, learn, numbered, pairs, sampled

TOPICS = [range(0, 60), range(60, 120)]


def world(paragraphs: int = 400, size: int = 30) -> tuple[Tokens, np.ndarray]:
    """Paragraphs that each draw their words from one of two topics."""
    random = np.random.default_rng(1)
    texts = [random.choice(TOPICS[number % 2], size) for number in range(paragraphs)]
    stems = np.concatenate(texts).astype(np.int32)
    docs = np.repeat(np.arange(paragraphs, dtype=np.int32), size)
    frequencies = np.bincount(np.concatenate([np.unique(text) for text in texts]), minlength=120)
    return Tokens(stems, docs), frequencies


def test_words_of_one_topic_are_near_and_those_of_another_are_not():
    tokens, frequencies = world()
    rows, vectors = learn(tokens, frequencies)
    near = vectors @ vectors.T
    first = rows < 60
    assert near[np.ix_(first, first)].mean() > near[np.ix_(first, ~first)].mean() + 0.05
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_learning_again_gives_the_same():
    first, again = learn(*world()), learn(*world())
    assert np.array_equal(first[1], again[1])


def test_principal_directions_are_those_of_numpys_svd():
    tall = np.random.default_rng(4).standard_normal((50, 6)).astype(np.float32)
    left, strengths = word_vectors.principal(tall)
    expected, values, _ = np.linalg.svd(tall, full_matrices=False)
    assert np.allclose(strengths, values, rtol=1e-4)
    assert np.allclose(np.abs((left * expected).sum(axis=0)), 1, atol=1e-3)


def test_a_small_collection_teaches_nothing():
    rows, vectors = learn(Tokens(np.zeros(3, np.int32), np.zeros(3, np.int32)), np.array([1]))
    assert len(rows) == len(vectors) == 0


def test_words_that_never_meet_keep_no_company():
    docs = np.arange(400, dtype=np.int32)
    rows, vectors = learn(Tokens(docs % 100, docs), np.full(100, 4))
    assert len(rows) == 100
    assert not vectors.any()


def test_pairs_are_those_of_brute_force(monkeypatch):
    monkeypatch.setattr(word_vectors, "WINDOW", 5)
    random = np.random.default_rng(2)
    tokens = Tokens(
        random.integers(0, 7, 200).astype(np.int32), np.sort(random.integers(0, 9, 200))
    )
    expected = np.zeros((7, 7))
    for left in range(200):
        for right in range(left + 1, min(left + 6, 200)):
            if tokens.docs[left] == tokens.docs[right]:
                expected[tokens.stems[left], tokens.stems[right]] += 1
                expected[tokens.stems[right], tokens.stems[left]] += 1
    assert np.array_equal(pairs(tokens, 7), expected)


def test_only_learnt_stems_are_numbered():
    tokens = numbered(Tokens(np.array([4, 1, 2, 4]), np.array([0, 0, 1, 1])), np.array([1, 4]), 5)
    assert tokens.stems.tolist() == [1, 0, 1]
    assert tokens.docs.tolist() == [0, 0, 1]


@pytest.mark.parametrize(("most", "kept"), [(100, 10), (5, 5), (4, 4)])
def test_a_large_collection_is_sampled_by_paragraphs(monkeypatch, most, kept):
    monkeypatch.setattr(word_vectors, "MOST_TOKENS", most)
    tokens = sampled(Tokens(np.arange(10), np.arange(10)))
    assert len(tokens.stems) == kept
