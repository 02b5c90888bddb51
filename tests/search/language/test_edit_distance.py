"""One edit is a letter added, left out, changed, or swapped with the next: the same everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.edit_distance import is_near
from search.language.understanding.spelling import corrections
from search.local.expand import are_near
from search.model import Request
from search.service import search
from tests.search.engines.plain_evaluate import osa_distance
from tests.search.worlds import index_engine


@pytest.mark.parametrize(
    ("word", "other", "distance"),
    [
        ("safeguarding", "safeguarding", 0),
        ("safeguarding", "safegaurding", 1),
        ("plan", "plans", 1),
        ("plan", "pan", 1),
        ("plan", "plat", 1),
        ("plan", "lpna", 2),
        ("plan", "napl", 4),
        ("ca", "abc", 3),  # a swap is not taken apart again
        ("été", "éét", 1),
        ("", "ab", 2),
    ],
)
def test_the_distance_counts_edits(word, other, distance):
    assert [is_near(word, other, edits) for edits in range(5)] == [
        edits >= distance for edits in range(5)
    ]
    assert are_near(word, [other, word], distance).tolist() == [True, True]


letters = st.text("abé", max_size=6)


@given(letters, st.lists(letters, max_size=5), st.integers(0, 3))
def test_the_distance_is_that_of_its_definition(word, others, most):
    expected = [osa_distance(word, other) <= most for other in others]
    assert are_near(word, others, most).tolist() == expected
    assert [is_near(word, other, most) for other in others] == expected


def test_a_swap_of_letters_is_found_marked_and_corrected(tmp_path):
    engine = index_engine(tmp_path, ("ash", ["Arrangements for safeguarding are clear."], {}))
    (hit,) = search(engine, Request("safegaurding~")).hits
    assert [hit.text[mark.start : mark.end] for mark in hit.marks] == ["safeguarding"]
    assert corrections(engine, "safegaurding") == ("safeguarding",)
