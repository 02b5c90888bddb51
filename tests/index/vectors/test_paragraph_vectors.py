"""A paragraph's vector is the direction of its weighted words, whenever and by whom it is read."""

import gc
import weakref

import numpy as np
import pytest

from index.analysis import stem, terms
from index.collection import open_snapshot
from index.vectors.paragraph_vectors import QUANTIZED_LENGTH
from index.writer import writing
from tests.index.reports import report
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.threads import at_once


@pytest.fixture
def snapshot(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300), "", "xylophone", f"{FIRST[0]} xylophone {FIRST[0]}"))
    return open_snapshot(tmp_path)


def vectors_of(snapshot, docs):
    (reader,) = snapshot.readers
    return snapshot.model.paragraph_vectors(reader).of(reader, docs)


def plain_vector(snapshot, doc):
    """The direction of a paragraph's words, one word after another."""
    model, total = snapshot.model, 0.0
    for word in map(stem, terms(snapshot.text(doc))):
        if word in model.row:
            total = total + model.weights[model.row[word]] * model.vectors[model.row[word]]
    length = np.linalg.norm(total)
    return total / length if length else np.zeros(model.vectors.shape[1])


def test_vectors_are_those_of_plain_sums(snapshot):
    docs = np.random.default_rng(5).permutation(snapshot.size)
    expected = np.array([plain_vector(snapshot, doc) for doc in docs.tolist()])
    assert np.abs(vectors_of(snapshot, docs) - QUANTIZED_LENGTH * expected).max() <= 0.51


def test_a_paragraph_without_known_words_has_none(snapshot):
    empty, unknown, known = vectors_of(snapshot, np.array([300, 301, 302]))
    assert not empty.any()
    assert not unknown.any()
    assert np.linalg.norm(known) == pytest.approx(QUANTIZED_LENGTH, rel=0.02)


def test_topics_are_told_apart(snapshot):
    vectors = vectors_of(snapshot, np.arange(300)).astype(int)
    first, second = vectors[::2], vectors[1::2]
    assert (first @ first.T).mean() > (first @ second.T).mean() + QUANTIZED_LENGTH
    assert set(FIRST).isdisjoint(SECOND)


def test_threads_that_read_the_same_get_the_same(snapshot):
    ranges = [np.arange(start, start + 80) for start in range(0, 220, 20)]
    asks = [lambda docs=docs: vectors_of(snapshot, docs) for docs in ranges]
    for answers in at_once(*asks):
        assert all(
            np.array_equal(answer, vectors_of(snapshot, docs))
            for answer, docs in zip(answers, ranges, strict=True)
        )


def test_vectors_are_freed_with_their_segment(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300)))
    snapshot = open_snapshot(tmp_path)
    model, reader = snapshot.model, weakref.ref(snapshot.readers[0])
    vectors_of(snapshot, np.arange(9))
    del snapshot
    gc.collect()
    assert reader() is None
    assert not model._paragraph_vectors
