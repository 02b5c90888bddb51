"""The rows of the best scores are those of a sort."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.local.ranking.top_k import top_rows, top_rows_unordered

scores = st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), max_size=12)


@given(scores, st.integers(1, 90), st.sampled_from([0, 1, 3, 10]), st.booleans(), st.randoms())
def test_the_best_rows_are_those_of_a_sort(base, times, count, has_places, chance):
    values = np.array(base * times, np.float32) + np.float32(0.25) * (
        np.arange(len(base) * times) % 7
    )
    docs = np.arange(len(values)) * 2
    order = list(range(2 * len(values)))
    chance.shuffle(order)
    places = np.array(order, np.int32) if has_places else None
    ties = [order[doc] for doc in docs.tolist()] if has_places else docs.tolist()
    rows = sorted(range(len(values)), key=lambda row: (-values[row], ties[row]))[:count]
    assert top_rows(values, docs, count, places).tolist() == rows
    assert sorted(top_rows_unordered(values, docs, count, places).tolist()) == sorted(rows)
