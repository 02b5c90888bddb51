"""Stems of one topic get near vectors, and counts are those of brute force."""

import numpy as np
import pytest

from index.vectors import word_vectors
from index.vectors.word_vectors import (
    Tokens,
    count_pairs,
    left_singular,
    renumber_stems,
    sample_paragraphs,
    select_stems,
    to_ppmi,
    train_word_vectors,
)

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
    rows, vectors = train_word_vectors(tokens, frequencies)
    similarity = vectors @ vectors.T
    first = rows < 60
    assert similarity[np.ix_(first, first)].mean() > similarity[np.ix_(first, ~first)].mean() + 0.05
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_training_again_gives_the_same():
    first, again = train_word_vectors(*world()), train_word_vectors(*world())
    assert np.array_equal(first[1], again[1])


def test_singular_vectors_are_those_of_numpys_svd():
    tall = np.random.default_rng(4).standard_normal((50, 6)).astype(np.float32)
    left, strengths = left_singular(tall)
    expected, values, _ = np.linalg.svd(tall, full_matrices=False)
    assert np.allclose(strengths, values, rtol=1e-4)
    assert np.allclose(np.abs((left * expected).sum(axis=0)), 1, atol=1e-3)


def test_a_small_collection_has_no_vectors():
    tokens = Tokens(np.zeros(3, np.int32), np.zeros(3, np.int32))
    rows, vectors = train_word_vectors(tokens, np.array([1]))
    assert len(rows) == len(vectors) == 0


def test_words_that_never_meet_have_no_direction():
    docs = np.arange(400, dtype=np.int32)
    rows, vectors = train_word_vectors(Tokens(docs % 100, docs), np.full(100, 4))
    assert len(rows) == 100
    assert not vectors.any()


def test_pairs_are_those_of_brute_force(monkeypatch):
    monkeypatch.setattr(word_vectors, "WINDOW_WORDS", 5)
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
    assert np.array_equal(count_pairs(tokens, 7), expected)


def test_ppmi_is_its_formula_and_never_negative():
    counts = np.array([[0, 6, 1], [6, 2, 0], [1, 0, 0]], np.float32)
    totals = counts.sum(axis=1)
    contexts = totals**0.75 / (totals**0.75).sum()
    expected = [
        [
            max(0.0, float(np.log(count / (total * context)))) if count else 0.0
            for count, context in zip(row, contexts, strict=True)
        ]
        for row, total in zip(counts.tolist(), totals.tolist(), strict=True)
    ]
    assert np.allclose(to_ppmi(counts), expected, atol=1e-5)


@pytest.mark.parametrize(
    ("frequencies", "expected"),
    [([3, 4, 30, 31, 5], [1, 2, 4]), ([5] * 5, [0, 1, 2]), ([4, 9, 4, 9, 9], [1, 3, 4])],
    ids=["neither rare nor everywhere", "the first of equals", "the most frequent"],
)
def test_the_stems_that_get_vectors(monkeypatch, frequencies, expected):
    monkeypatch.setattr(word_vectors, "MAX_VECTOR_STEMS", 3)
    rows = select_stems(np.array(frequencies), 100)
    assert rows.tolist() == expected
    assert rows.dtype == np.int32


def test_only_selected_stems_are_numbered():
    tokens = Tokens(np.array([4, 1, 2, 4]), np.array([0, 0, 1, 1]))
    renumbered = renumber_stems(tokens, np.array([1, 4]), 5)
    assert renumbered.stems.tolist() == [1, 0, 1]
    assert renumbered.docs.tolist() == [0, 0, 1]


@pytest.mark.parametrize(("max_tokens", "kept"), [(100, 10), (5, 5), (4, 4)])
def test_a_large_collection_is_sampled_by_paragraphs(monkeypatch, max_tokens, kept):
    monkeypatch.setattr(word_vectors, "MAX_TOKENS", max_tokens)
    sample = sample_paragraphs(Tokens(np.arange(10), np.arange(10)))
    assert len(sample.stems) == kept
