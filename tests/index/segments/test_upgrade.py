"""Segments of format 1 are read with the words that today's analysis finds."""

import numpy as np

from index.segments.arrays import write_arrays
from index.segments.invert import invert
from index.segments.strings import Strings
from index.segments.upgrade import (
    has_current_words,
    read_segment,
    with_all_facets,
    with_current_words,
)
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
WITH_SCALE = stored_columns(report("ash", "Plans.", scale="ofsted"))


def test_words_are_those_of_today(tmp_path):
    write_arrays(tmp_path / "old.arr", invert(older(STORED)))
    write_arrays(tmp_path / "new.arr", invert(STORED))
    assert not has_current_words(older(STORED))
    assert same(read_segment(tmp_path / "old.arr"), invert(STORED))
    assert same(read_segment(tmp_path / "new.arr"), invert(STORED))


def test_current_columns_stay_as_they_are():
    assert same(with_current_words(STORED), STORED)
    assert same(with_current_words(older(STORED)), STORED)


def test_a_facet_that_a_segment_lacks_has_no_value(tmp_path):
    lacking = {
        n: a for n, a in WITH_SCALE.items() if not n.startswith(("report.scale", "names.scale"))
    }
    assert len(lacking) < len(WITH_SCALE)
    completed = with_all_facets(lacking)
    assert completed.keys() == WITH_SCALE.keys()
    assert completed["report.scale"].tolist() == [0]
    assert Strings.from_arrays(completed, "names.scale").all() == []
    assert same(with_all_facets(WITH_SCALE), WITH_SCALE)
    write_arrays(tmp_path / "old.arr", invert(lacking))
    assert same(read_segment(tmp_path / "old.arr"), invert(completed))
