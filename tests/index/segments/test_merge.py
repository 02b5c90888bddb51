"""Merging segments gives the stored columns of a segment built from the reports that are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.segments.build import CODED_COLUMNS
from index.segments.merge import (
    merge_segments,
    recode_facet,
    recode_masks,
    select_groups,
    unify_codes,
)
from index.segments.strings import Strings
from tests.index.reports import stored_columns
from tests.index.segments.drawn import reports

REPORT_KEYS = tuple(facet.key for facet in REPORT_FACETS)
# What has the same values in any segment of the same reports; codes depend on their history.
INDEPENDENT = (
    *("report.first", "report.date", "report.reader", "token.first", "tokens", "hyphens"),
    *("doc.number", "doc.page", "doc.ordinal"),
    *(
        f"{name}.{part}"
        for name in ("report.ids", "report.facts", "report.file", "report.sha")
        for part in ("blob", "ends")
    ),
    *(f"{name}.{part}" for name in ("doc.ids", "doc.text", "words") for part in ("blob", "ends")),
)


def decoded(columns):
    """The values that the codes of stored columns stand for."""

    def names(key):
        return [None, *Strings.from_arrays(columns, f"names.{key}").all()]

    values = {key: [names(key)[code] for code in columns[f"report.{key}"]] for key in REPORT_KEYS}
    for key in CODED_COLUMNS:
        values[key] = [names(key)[code] for code in columns[f"doc.{key}"]]
    for column, facet in enumerate(PARAGRAPH_FACETS):
        codes = columns["combo.rows"][:, column][columns["doc.combo"]].tolist()
        if facet.key == "theme":
            values["theme"] = [
                {name for bit, name in enumerate(names("theme")[1:]) if code >> bit & 1}
                for code in codes
            ]
        else:
            values[facet.key] = [names(facet.key)[code] for code in codes]
    return values


@given(reports(), st.data())
def test_merged_columns_are_those_of_the_kept_reports(drawn, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(drawn)), max_size=2)))
    groups = [drawn[start:end] for start, end in zip([0, *cuts], [*cuts, len(drawn)], strict=True)]
    kept = [[report for report in group if data.draw(st.booleans())] for group in groups]
    rows = [
        np.array([group.index(report) for report in part], np.intp)
        for group, part in zip(groups, kept, strict=True)
    ]
    merged = merge_segments([stored_columns(*group) for group in groups], rows)
    expected = stored_columns(*(report for part in kept for report in part))
    assert merged.keys() == expected.keys()
    for name in INDEPENDENT:
        assert merged[name].dtype == expected[name].dtype, name
        assert merged[name].tolist() == expected[name].tolist(), name
    assert decoded(merged) == decoded(expected)


def test_codes_are_unified_in_the_order_of_the_names():
    names, maps = unify_codes([["a", "b"], [], ["c", "b"]])
    assert names == ["a", "b", "c"]
    assert [new_codes.tolist() for new_codes in maps] == [[0, 1, 2], [0], [0, 3, 2]]


@pytest.mark.parametrize(
    ("masks", "new_codes", "expected"),
    [
        ([0b00, 0b01, 0b10, 0b11], [0, 1, 2], [0b00, 0b01, 0b10, 0b11]),
        ([0b00, 0b01, 0b10, 0b11], [0, 3, 1], [0b000, 0b100, 0b001, 0b101]),
        ([1 << 31], [0] * 32 + [1], [1]),
    ],
    ids=["as they were", "moved", "the highest bit"],
)
def test_bits_move_to_their_new_codes(masks, new_codes, expected):
    new_codes = np.array(new_codes, np.int64)
    if len(new_codes) > 32:
        new_codes[1:32] = np.arange(2, 33)
    assert recode_masks(np.array(masks, np.int64), new_codes).tolist() == expected


def test_a_facets_codes_are_replaced_in_masks_and_columns():
    column, new_codes = np.array([0, 1, 2]), np.array([0, 2, 1])
    assert recode_facet("grade", column, new_codes).tolist() == [0, 2, 1]
    assert recode_facet("theme", column, new_codes).tolist() == [0b00, 0b10, 0b01]


@pytest.mark.parametrize(
    ("groups", "first", "members"),
    [
        ([0, 1, 2], [0, 2, 2, 5], [0, 1, 2, 3, 4]),
        ([2, 0], [0, 3, 5], [2, 3, 4, 0, 1]),
        ([], [0], []),
    ],
)
def test_groups_are_selected_with_their_members(groups, first, members):
    selected = select_groups(np.array([0, 2, 2, 5]), np.array(groups, np.intp))
    assert [part.tolist() for part in selected] == [first, members]
