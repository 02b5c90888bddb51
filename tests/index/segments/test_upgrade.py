"""Segments of format 1 are read with the words that today's analysis finds."""

import numpy as np

from index.segments.arrays import write_arrays
from index.segments.invert import invert
from index.segments.upgrade import has_current_words, read_segment, with_current_words
from tests.index.reports import report, stored_columns


def older(stored):
    """Stored columns as format 1 had them: other words, and nothing of hyphens."""
    columns = {name: array for name, array in stored.items() if name != "hyphens"}
    return {**columns, "tokens": np.zeros_like(stored["tokens"])}


def same(arrays, others):
    return arrays.keys() == others.keys() and all(
        np.array_equal(arrays[name], others[name]) for name in arrays
    )


STORED = stored_columns(report("ash", "A follow-up of 1,200.", "Safe\u00adguarding."))


def test_words_are_those_of_today(tmp_path):
    write_arrays(tmp_path / "old.arr", invert(older(STORED)))
    write_arrays(tmp_path / "new.arr", invert(STORED))
    assert not has_current_words(older(STORED))
    assert same(read_segment(tmp_path / "old.arr"), invert(STORED))
    assert same(read_segment(tmp_path / "new.arr"), invert(STORED))


def test_current_columns_stay_as_they_are():
    assert same(with_current_words(STORED), STORED)
    assert same(with_current_words(older(STORED)), STORED)
