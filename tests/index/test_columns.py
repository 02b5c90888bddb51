"""Columns of one or several segments are those of the reports in a plain list."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.columns import Columns
from index.contents import DeletedReport, Segment
from index.facets import HISTORY_FACETS, PARAGRAPH_FACETS, REPORT_FACETS, date_number
from index.grade_history import read_grade_history
from tests.index.reports import open_reader, report
from tests.index.segments.drawn import reports


def open_columns(data, groups, deleted=()):
    """Columns of a segment per group of reports, with the reports of the ids `deleted` deleted."""
    readers = [open_reader(data, *group) for group in groups]
    segments = []
    for reader, group in zip(readers, groups, strict=True):
        first = reader.first.tolist()
        dead = tuple(
            DeletedReport(row, *first[row : row + 2])
            for row, report in enumerate(group)
            if report.id in deleted
        )
        segments.append(Segment(reader.name, reader.size, len(group), dead))
    return Columns(readers, segments)


@given(reports(), st.data())
def test_columns_are_those_of_the_reports(tmp_path_factory, drawn, data):
    cut = data.draw(st.integers(0, len(drawn)))
    deleted = {report.id for report in drawn if data.draw(st.booleans())}
    groups = data.draw(st.sampled_from([[drawn], [drawn[:cut], drawn[cut:]]]))
    columns = open_columns(tmp_path_factory.mktemp("data"), groups, deleted)
    pairs = [
        (row, paragraph) for row, report in enumerate(drawn) for paragraph in report.paragraphs
    ]
    assert columns.report_of.tolist() == [row for row, _ in pairs]
    assert columns.lengths.tolist() == [len(paragraph.text.split()) for _, paragraph in pairs]
    assert columns.dates.tolist() == [date_number(report.dated) for report in drawn]
    assert columns.rows == {
        report.id: row for row, report in enumerate(drawn) if report.id not in deleted
    }
    assert columns.living.tolist() == [
        doc for doc, (row, _) in enumerate(pairs) if drawn[row].id not in deleted
    ]
    assert (columns.alive is None) == (not deleted)
    for row in range(len(drawn)):
        assert [doc for doc, (its_row, _) in enumerate(pairs) if its_row == row] == list(
            columns.docs(row)
        )
    for facet in REPORT_FACETS:
        names = columns.names[facet.key]
        assert [names[code] for code in columns.codes(facet.key)] == [
            facet.value(drawn[row]) for row, _ in pairs
        ]
    history = read_grade_history([report for report in drawn if report.id not in deleted])
    for facet in HISTORY_FACETS:
        names = columns.names[facet.key]
        assert [names[code] for code in columns.codes(facet.key)] == [
            facet.value(drawn[row], history) for row, _ in pairs
        ]
    for facet in PARAGRAPH_FACETS:
        assert values_of(columns, facet.key) == [
            {value for value in facet.values(paragraph) if value} for _, paragraph in pairs
        ]

    for theme_by, themes in (("words", "themes"), ("section", "section_themes")):
        assert values_of(columns, "theme", theme_by) == [
            set(getattr(paragraph, themes)) for _, paragraph in pairs
        ]


def values_of(columns, key, theme_by="either"):
    """The values of a facet that each paragraph's code stands for."""
    names, codes = columns.names[key], columns.combo_codes(key, theme_by)[columns.combo].tolist()
    if key == "theme":
        return [{name for bit, name in enumerate(names[1:]) if code >> bit & 1} for code in codes]
    return [{names[code]} - {None} for code in codes]


DATED = [
    report("elm", "a", "b", day=date(2020, 1, 1)),
    report("ash", "c", day=date(2020, 1, 1)),
    report("oak", "d", day=None),
    report("fir", "e", day=date(2022, 1, 1)),
    report("yew", "f", day=date(2019, 1, 1)),
]


@pytest.mark.parametrize(
    ("order", "ids", "ranks"),
    [
        ("newest", ["fir", "ash", "elm", "yew", "oak"], [2, 3, 1, 5, 0, 4]),
        ("oldest", ["yew", "ash", "elm", "fir", "oak"], [2, 3, 1, 5, 4, 0]),
    ],
)
@pytest.mark.parametrize("cut", [0, 2])
def test_order_by_date_with_the_undated_last_then_by_id(tmp_path, order, ids, ranks, cut):
    columns = open_columns(tmp_path, [DATED[:cut], DATED[cut:]] if cut else [DATED])
    assert [DATED[row].id for row in getattr(columns, order)] == ids
    assert getattr(columns, f"place_{order}").tolist() == ranks


def test_deleted_reports_are_in_no_order(tmp_path):
    columns = open_columns(tmp_path, [DATED], deleted={"ash"})
    assert [DATED[row].id for row in columns.newest] == ["fir", "elm", "yew", "oak"]


def test_an_index_without_segments_has_empty_columns(tmp_path):
    columns = open_columns(tmp_path, [])
    assert columns.first.tolist() == [0]
    assert (columns.rows, columns.alive) == ({}, None)
    assert np.concatenate([columns.combo, columns.report_of, columns.lengths]).tolist() == []
