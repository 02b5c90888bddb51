"""Strings in one blob are found, taken and joined as from a list."""

from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.strings import Strings


@given(st.lists(st.text("ab", max_size=4), unique=True), st.text("ab", max_size=4), st.data())
def test_strings_are_found_where_they_are_sorted(texts, wanted, data):
    texts = sorted(texts)
    strings = Strings.of(texts)
    assert strings.find(wanted) == (texts.index(wanted) if wanted in texts else None)
    first = bisect_left(texts, wanted)
    low = data.draw(st.integers(0, first))
    assert strings.first_from(wanted.encode(), low) == first
    assert [strings[row] for row in range(len(strings))] == texts


@given(st.lists(st.text(max_size=4), min_size=1), st.data())
def test_rows_of_strings_are_taken_in_their_order(texts, data):
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    expected = [texts[row] for row in rows]
    assert Strings.of(texts).take(np.array(rows, np.int64)).all() == expected
    assert Strings.of(texts).get_many(rows) == expected


@given(st.lists(st.lists(st.text(max_size=4)), min_size=1, max_size=4))
def test_parts_are_joined_in_their_order(parts):
    joined = Strings.concatenate(map(Strings.of, parts))
    assert joined.all() == [text for part in parts for text in part]


@pytest.mark.parametrize("texts", [[], [""], ["ash", "", "élan"], ["lone \ud800 surrogate"]])
def test_arrays_give_back_the_strings(texts):
    arrays = Strings.of(texts).to_arrays("words")
    assert arrays.keys() == {"words.blob", "words.ends"}
    strings = Strings.from_arrays(arrays, "words")
    assert strings.all() == texts
    assert [strings.bytes(row) for row in range(len(texts))] == [
        text.encode("utf-8", "surrogatepass") for text in texts
    ]
