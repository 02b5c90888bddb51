"""Excel workbooks of what became of recommendations."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from tests.search.followup.authority import FIRST, SECOND, THIRD, ask, visit
from tests.web.conftest import client_of, indexed

PATH = "/authority/Ashford/recommendations.xlsx"


def read(client):
    response = client.get(PATH)
    assert response.status_code == 200
    assert "recommendations-Ashford.xlsx" in response.headers["Content-Disposition"]
    return load_workbook(io.BytesIO(response.data))


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    return read(client_of(indexed(tmp_path_factory.mktemp("workbook"), FIRST, SECOND, THIRD)))


def test_each_later_report_has_a_row_under_headings_that_stay(workbook):
    sheet = workbook["Recommendations"]
    headings, *rows = sheet.iter_rows(values_only=True)
    assert sheet.freeze_panes == "A2"
    assert len(rows) == 2 * 3 + 1
    row = dict(
        zip(headings, next(row for row in rows if row[3].startswith("The timeliness")), strict=True)
    )
    assert (row["Asked on"], row["Later date"]) == (datetime(2016, 3, 1), datetime(2019, 3, 1))
    assert row["Status"] == "Asked again"
    assert "still too often late" in row["Quote 1"]


def test_paragraphs_are_links(workbook):
    (cell,) = [c for c in workbook["Recommendations"][1] if c.value == "Link"]
    first = workbook["Recommendations"].cell(2, cell.column)
    assert first.hyperlink.target == first.value == "http://localhost/report/first/p6"


def test_the_same_is_told_by_report(workbook):
    headings, *rows = workbook["By report"].iter_rows(values_only=True)
    assert len(headings) == 2 + 3
    assert [row[2:] for row in rows if row[1].startswith("Arrangements")] == [
        ("Asked", "Nothing found", "Nothing found")
    ]


def test_the_workbook_says_how_often_it_is_right(workbook):
    about = dict(workbook["About"].iter_rows(values_only=True))
    assert about["Authority"] == "Ashford"
    assert about["of which the status was right in"] > 0


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://example.org")'])
def test_no_text_is_taken_for_a_formula(tmp_path, text):
    sheet = read(client_of(indexed(tmp_path, visit("a", 2016, ask(text)))))["Recommendations"]
    cell = sheet.cell(2, 4)
    assert (cell.value, cell.data_type) == (text, "s")


def test_what_no_file_holds_is_replaced(tmp_path):
    sheet = read(client_of(indexed(tmp_path, visit("a", 2016, ask("More\x00 boats.")))))
    assert sheet["Recommendations"].cell(2, 4).value == "More\ufffd boats."


def test_a_workbook_takes_no_parameters(tmp_path):
    client = client_of(indexed(tmp_path, FIRST))
    assert client.get(f"{PATH}?page=2").status_code == 400
    assert client.get("/authority/Atlantis/recommendations.xlsx").status_code == 404
