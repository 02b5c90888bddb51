"""Files to save: any name, any cell and any character gives a file that programs read."""

import csv
import io
import re

import pytest
from flask import Response
from hypothesis import example, given
from hypothesis import strategies as st

from web.pages.files.downloads import attach, clean, csv_text, safe_name, spreadsheet_cell

any_text = st.text(st.characters(), max_size=30)  # surrogates and controls too


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("a=b", "a=b"),
        (None, ""),
        (7, "7"),
        ("a\x00b", "a\ufffdb"),
        ("\x00=1", "\ufffd=1"),
    ],
)
def test_no_cell_is_taken_for_a_formula(value, cell):
    assert spreadsheet_cell(value) == cell


@given(st.lists(st.lists(any_text, min_size=2, max_size=2), min_size=1, max_size=4))
@example([["\ud800", "\ufffe"], ['a"b', "c\r\nd,e"]])
def test_any_cells_are_read_back_in_their_rows(rows):
    data = "".join(csv_text(rows)).encode().decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(data, newline=""), strict=True))
    assert back == [[spreadsheet_cell(cell) for cell in row] for row in rows]
    assert not [cell for row in back for cell in row if cell.startswith(("=", "+", "-", "@"))]


@given(any_text)
def test_what_is_cleaned_can_be_encoded_and_stands_in_xml(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    cleaned.encode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", cleaned)


@given(any_text)
@example('a/../b\\c:d"e\r\nf\udcff.pdf')
def test_any_name_is_one_header_and_no_path(text):
    name = safe_name(text)
    assert not set(name) & set('"*/:<>?\\|\r\n\x00')
    header = attach(Response(), text).headers["Content-Disposition"]
    assert header.startswith("attachment")
    assert "\n" not in header
