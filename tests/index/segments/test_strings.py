"""Strings in one run of bytes are found and taken as from a list."""

from bisect import bisect_left

import numpy as np
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
    assert Strings.of(texts).some(rows) == expected
