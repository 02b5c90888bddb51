"""Where concepts occur in texts, and what weights add up to there."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.followup.tracker.occurrences import ConceptOccurrences

NAMES = "abcde"
TEXTS = st.lists(st.frozensets(st.sampled_from(NAMES)), min_size=1, max_size=6)
WEIGHTS = st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=1, max_size=3).map(
    lambda rows: np.array(rows, np.float32)
)


def occurrences(texts):
    return ConceptOccurrences.of(texts, lambda names: [NAMES.index(name) for name in names])


def plain_sums(texts, weights):
    return [[sum(row[NAMES.index(name)] for name in text) for text in texts] for row in weights]


@given(TEXTS, WEIGHTS)
def test_weights_add_up_by_text(texts, weights):
    assert occurrences(texts).add_up(weights).tolist() == plain_sums(texts, weights)


@given(TEXTS, WEIGHTS, st.permutations(range(5)), st.sets(st.integers(0, 4)))
def test_other_numbers_have_their_weights_and_none_is_left_out(texts, weights, numbers, dropped):
    renumbered = np.array([-1 if place in dropped else n for place, n in enumerate(numbers)])
    kept = [frozenset(name for name in text if NAMES.index(name) not in dropped) for text in texts]
    by_place = weights[:, list(numbers)]
    result = occurrences(texts).renumber(renumbered).add_up(weights)
    assert result.tolist() == plain_sums(kept, by_place)
