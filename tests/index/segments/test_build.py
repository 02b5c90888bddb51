"""The stored columns of small reports, as the module's table describes them."""

from datetime import date

import pytest

from index.errors import TooMany
from index.segments.build import MAX_THEMES, Builder, CodeTable
from index.segments.strings import Strings
from tests.index.reports import report, stored_columns

ASH = report(
    "ash",
    ("Plans are timely.", {"themes": ("health", "education"), "section": None, "number": None}),
    ("The plans are late.", {"themes": ("education",), "timescale": "at once"}),
    day=None,
)
ELM = report(
    "elm",
    ("", {"page": 7, "grade": None, "section_themes": ("health",)}),
    ("Late.", {"themes": ("education", "health")}),
)


@pytest.fixture(scope="module")
def columns():
    return stored_columns(ASH, report("none"), ELM, reader=3)


@pytest.mark.parametrize(
    ("name", "strings"),
    [
        ("report.ids", ["ash", "none", "elm"]),
        ("report.file", ["ash.md", "none.md", "elm.md"]),
        ("report.sha", [report.source.sha256 for report in (ASH, report("none"), ELM)]),
        ("doc.ids", ["ash/p1", "ash/p2", "elm/p1", "elm/p2"]),
        ("doc.text", ["Plans are timely.", "The plans are late.", "", "Late."]),
        ("words", ["are", "late", "plans", "the", "timely"]),
        ("names.section", ["Leadership"]),
        ("names.timescale", ["at once"]),
        ("names.theme", ["health", "education"]),
        ("names.authority", ["Ash", "None", "Elm"]),
        ("names.region", []),
        ("names.year", ["2020"]),
    ],
)
def test_strings(columns, name, strings):
    assert Strings.from_arrays(columns, name).all() == strings


@pytest.mark.parametrize(
    ("name", "dtype", "values"),
    [
        ("report.first", "i8", [0, 2, 2, 4]),
        ("report.date", "i4", [0, 20200131, 20200131]),
        ("report.reader", "i4", [3, 3, 3]),
        ("report.authority", "i4", [1, 2, 3]),
        ("report.region", "i4", [0, 0, 0]),
        ("report.year", "i4", [0, 1, 1]),
        ("doc.number", "i4", [0, 2, 1, 2]),
        ("doc.page", "i4", [1, 1, 7, 1]),
        ("doc.ordinal", "i4", [1, 2, 1, 2]),
        ("doc.section", "i4", [0, 1, 1, 1]),
        ("doc.timescale", "i4", [0, 1, 0, 0]),
        ("doc.combo", "i4", [0, 1, 2, 0]),
        ("combo.rows", "i8", [[3, 1, 1, 1, 0, 0], [2, 1, 1, 1, 0, 0], [0, 0, 1, 1, 0, 1]]),
        ("token.first", "i8", [0, 3, 7, 7, 8]),
        ("tokens", "u1", [2, 0, 4, 3, 2, 0, 1, 1]),
    ],
)
def test_numbers(columns, name, dtype, values):
    assert columns[name].dtype == dtype
    assert columns[name].tolist() == values


def test_facts_are_the_report_without_its_paragraphs(columns):
    facts = Strings.from_arrays(columns, "report.facts").all()
    assert '"published": "2020-01-31"' in facts[2]
    assert '"paragraphs": []' in facts[2]


def test_no_reports_give_empty_columns():
    columns = stored_columns()
    assert columns["report.first"].tolist() == columns["token.first"].tolist() == [0]
    assert columns["combo.rows"].shape == (0, 6)
    assert columns.keys() == stored_columns(ASH).keys()


def test_more_themes_than_a_mask_has_bits_are_refused():
    builder = Builder()
    themes = tuple(f"theme {number}" for number in range(MAX_THEMES))
    builder.add(report("ash", ("Plans.", {"themes": themes})), reader=1)
    assert builder.stored_columns()["combo.rows"][0, 0] == 2**MAX_THEMES - 1
    with pytest.raises(TooMany, match="more than 32 themes: the index cannot tell them apart"):
        builder.add(report("elm", ("Plans.", {"themes": ("one more",)})), reader=1)


def test_codes_are_assigned_on_first_use():
    table = CodeTable()
    assert [table[name] for name in ("b", None, "a", "b")] == [1, 0, 2, 1]
    assert table.strings().all() == ["b", "a"]


def test_a_report_counts_for_the_end_of_its_inspection_where_no_day_is_printed():
    ash = report("ash", "Plans.", day=None, inspection_end=date(2019, 5, 4))
    assert stored_columns(ash)["report.date"].tolist() == [20190504]
