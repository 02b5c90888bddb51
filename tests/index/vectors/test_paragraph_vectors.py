"""A gist is the direction of the words of a paragraph, whenever and by whom it is asked for."""

import gc
import weakref

import numpy as np
import pytest

from index.analysis import stem, terms
from index.collection import open_snapshot
from index.vectors.paragraph_vectors import SCALE
from index.writer import writing
from tests.index.reports import report
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.threads import at_once


@pytest.fixture
def snapshot(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300), "", "xylophone", f"{FIRST[0]} xylophone {FIRST[0]}"))
    return open_snapshot(tmp_path)


def plain(snapshot, doc):
    """The direction of a paragraph's words, one word after another."""
    learnt, total = snapshot.model, 0.0
    for word in map(stem, terms(snapshot.text(doc))):
        if word in learnt.row:
            total = total + learnt.weights[learnt.row[word]] * learnt.vectors[learnt.row[word]]
    length = np.linalg.norm(total)
    return total / length if length else np.zeros(learnt.vectors.shape[1])


def test_gists_are_those_of_plain_sums(snapshot):
    (reader,) = snapshot.readers
    docs = np.random.default_rng(5).permutation(snapshot.size)
    found = snapshot.model.gists(reader).of(reader, docs)
    expected = np.array([plain(snapshot, doc) for doc in docs.tolist()])
    assert np.abs(found - SCALE * expected).max() <= 0.51


def test_a_paragraph_without_such_words_has_none(snapshot):
    (reader,) = snapshot.readers
    empty, strange, one = snapshot.model.gists(reader).of(reader, np.array([300, 301, 302]))
    assert not empty.any()
    assert not strange.any()
    assert np.linalg.norm(one) == pytest.approx(SCALE, rel=0.02)


def test_topics_are_told_apart(snapshot):
    (reader,) = snapshot.readers
    gists = snapshot.model.gists(reader).of(reader, np.arange(300)).astype(int)
    first, second = gists[::2], gists[1::2]
    assert (first @ first.T).mean() > (first @ second.T).mean() + SCALE
    assert set(FIRST).isdisjoint(SECOND)


def test_threads_that_ask_for_the_same_get_the_same(snapshot):
    (reader,) = snapshot.readers
    runs = [np.arange(start, start + 80) for start in range(0, 220, 20)]
    asks = [lambda run=run: snapshot.model.gists(reader).of(reader, run) for run in runs]
    found = at_once(*asks)
    again = snapshot.model.gists(reader)
    for one in found:
        assert all(
            np.array_equal(got, again.of(reader, run)) for got, run in zip(one, runs, strict=True)
        )


def test_gists_go_when_their_segment_goes(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300)))
    first = open_snapshot(tmp_path)
    learnt, reader = first.model, weakref.ref(first.readers[0])
    learnt.gists(first.readers[0]).of(first.readers[0], np.arange(9))
    del first
    gc.collect()
    assert reader() is None
    assert not learnt._gists
