"""Segments of older formats are read as if they were of today's."""

import numpy as np
import pytest

from index.segments.arrays import write_arrays
from index.segments.invert import LEADS, invert, invert_words
from index.segments.upgrade import in_current_format, is_current, read_segment
from tests.index.reports import report, stored_columns


def of_format_3(stored):
    """Stored columns as format 3 had them: nothing of themes by section."""
    return {**stored, "combo.rows": stored["combo.rows"][:, :5]}


def of_format_2(stored):
    """Stored columns as format 2 had them: nothing of paths, leads and scales."""
    new = ("doc.path", "doc.lead", "report.scale", "names.path", "names.lead", "names.scale")
    columns = of_format_3(stored)
    return {name: array for name, array in columns.items() if not name.startswith(new)}


def of_format_1(stored):
    """Stored columns as format 1 had them: other words too, and nothing of hyphens."""
    columns = {name: array for name, array in of_format_2(stored).items() if name != "hyphens"}
    return {**columns, "tokens": np.zeros_like(stored["tokens"])}


def same(arrays, others):
    return arrays.keys() == others.keys() and all(
        np.array_equal(arrays[name], others[name]) for name in arrays
    )


STORED = stored_columns(report("ash", "A follow-up of 1,200.", "Safe\u00adguarding."))
WITH_LEAD = stored_columns(report("ash", "Leaders should:", ("plan", {"lead": "Leaders should:"})))


@pytest.mark.parametrize("older", [of_format_1, of_format_2, of_format_3, dict])
def test_columns_of_any_format_are_read_as_those_of_today(tmp_path, older):
    write_arrays(tmp_path / "old.arr", {**older(STORED), **invert_words(older(STORED))})
    assert is_current(older(STORED)) is (older is dict)
    assert same(read_segment(tmp_path / "old.arr"), invert(STORED))
    assert same(in_current_format(older(STORED)), STORED)


def test_leads_of_a_format_that_stored_them_are_found(tmp_path):
    stored = of_format_3(WITH_LEAD)
    write_arrays(tmp_path / "old.arr", {**stored, **invert_words(stored)})
    arrays = read_segment(tmp_path / "old.arr")
    assert same(arrays, invert(WITH_LEAD))
    assert arrays[f"{LEADS}paragraphs"].tolist() == [1]
