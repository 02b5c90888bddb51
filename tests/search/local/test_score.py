"""The best of many scores, and what is remembered between queries."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query

from search.language.nodes import Synonyms
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.score import OVERHEAD, Memory, chosen, top
from tests.search.worlds import collection

scores = st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), max_size=12)


@given(scores, st.integers(1, 90), st.sampled_from([0, 1, 3, 10]), st.booleans(), st.randoms())
def test_the_best_are_those_of_a_sort(some, times, count, placed, chance):
    values = np.array(some * times, np.float32) + np.float32(0.25) * (
        np.arange(len(some) * times) % 7
    )
    docs = np.arange(len(values)) * 2
    order = list(range(2 * len(values)))
    chance.shuffle(order)
    places = np.array(order, np.int32) if placed else None
    deciding = [order[doc] for doc in docs.tolist()] if placed else docs.tolist()
    rows = sorted(range(len(values)), key=lambda row: (-values[row], deciding[row]))[:count]
    assert top(values, docs, count, places).tolist() == rows
    assert sorted(chosen(values, docs, count, places).tolist()) == sorted(rows)


def zeros(size):
    return lambda: np.zeros(size, np.uint8)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (["a", "b"], "ab"),
        (["a", "b", "c"], "abc"),
        (["a", "b", "c", "d", "e"], "bcde"),
        (["a", "b", "c", "d", "a", "e"], "cdae"),
        (["large"], ""),
    ],
    ids=["two", "three", "the first goes", "the one not used goes", "over a quarter of all"],
)
def test_what_was_not_used_for_longest_is_forgotten(asked, kept):
    size = OVERHEAD + 10
    memory = Memory(4 * size)
    for key in asked:
        memory.get(key, zeros(11 if key == "large" else 10))
    assert memory.held == size * len(kept)
    made = []
    for key in kept:
        memory.get(key, lambda key=key: made.append(key) or zeros(10)())
    assert made == []


def test_what_is_empty_is_forgotten_too():
    memory = Memory(100 * OVERHEAD)
    for word in range(1000):
        memory.get(word, zeros(0))
    assert memory.held <= memory.limit
    assert memory.find(0) is None


def test_words_push_no_wordings_out(tmp_path):
    view = QueryContext.of(
        collection(tmp_path, ("one", ["Care plans are late.", "Plans are clear."], {}))
    )
    node = Synonyms([query.Term("text", "plan"), query.Phrase("text", ["care", "plan"])])
    found = evaluate(node, view)
    for word in range(2 * view.ranking.memory.limit // OVERHEAD):
        view.ranking.memory.get(word, zeros(0))
    assert evaluate(node, view) is found
    assert view.ranking.wordings.limit < view.ranking.memory.limit
