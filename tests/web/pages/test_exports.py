"""Results to take away: CSV, RIS and Atom have all that the pages show."""

import csv
import io
import tracemalloc
import xml.etree.ElementTree as ET

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app
from web.pages.exports import spreadsheet_cell

ATOM = "{http://www.w3.org/2005/Atom}"


def rows(response):
    """The headings and rows of a CSV export, and the notes under them by name."""
    with response:
        text = response.get_data(as_text=True)
    assert text.startswith("\ufeff")
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    end = lines.index([])
    return head, lines[:end], dict(lines[end + 1 :])


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("q=recording", "total"),
        ("q=recording&grade=good", "total"),
        ("", "total"),
        ("q=nothing+here", "total"),
        ("q=recording&unit=reports", "reports"),
        ("q=recording&once=1&size=50", "reports"),
    ],
)
def test_the_file_has_as_many_results_as_the_answer_counts(client, query, unit):
    _, results, notes = rows(client.get(f"/search.csv?{query}"))
    answer = client.get(f"/api/search?{query}").get_json()
    assert len(results) == answer[unit]
    assert notes["Found"] == f"{answer['total']} paragraphs in {answer['reports']} reports"


def test_the_file_says_what_was_searched_and_under_which_licence(client):
    headings, results, notes = rows(client.get("/search.csv?q=recording&grade=inadequate"))
    row = dict(zip(headings, results[0], strict=True))
    assert row["text"] == "Recording is not yet good."
    assert row["link"] == f"http://localhost/report/{TARN}/p1"
    assert row["citation"].startswith("Inspection of safeguarding")  # it names no publisher
    assert notes["Search"] == "http://localhost/?q=recording&grade=inadequate"
    assert notes["grade"] == "inadequate"
    assert "Open Government Licence" in notes["Licence"]
    assert notes["Collection"].startswith("generation 1")


def test_a_file_that_is_cut_says_so(data):
    client = create_app({"data": str(data), "rows": 2}).test_client()
    _, results, notes = rows(client.get("/search.csv?q=recording"))
    assert len(results) == 2
    assert notes["Cut"] == "only the first 2 are in this file"


def test_a_large_file_takes_no_more_memory_than_a_small_one(tmp_path):
    with writing(tmp_path) as writer:
        for number in range(4):
            texts = (f"Plan {at} is late. " + "x" * 1000 for at in range(1500))
            writer.put(report(f"place-{number}", *texts))
    client = create_app({"data": str(tmp_path)}).test_client()
    client.get("/search.csv?q=late&size=25", buffered=True)
    tracemalloc.start()
    with client.get("/search.csv?q=late", buffered=False) as response:
        sent = sum(map(len, response.response))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sent > 6_000_000 > most


@pytest.mark.parametrize(
    ("value", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("a=b", "a=b"), (None, ""), (7, "7")]
)
def test_no_cell_is_taken_for_a_formula(value, cell):
    assert spreadsheet_cell(value) == cell


def test_ris_has_a_record_for_each_result(client):
    with client.get("/search.ris?q=recording") as response:
        text = response.get_data(as_text=True)
    assert text.count("TY  - RPRT\r\n") == text.count("ER  - \r\n") == 3
    record = client.get(f"/report/{TARN}/p1.ris").get_data(as_text=True)
    assert f"UR  - http://localhost/report/{TARN}/p1" in record


def test_the_feed_lists_reports_newest_first(client):
    response = client.get("/search.atom?q=recording")
    assert response.mimetype == "application/atom+xml"
    feed = ET.fromstring(response.get_data())
    entries = feed.findall(f"{ATOM}entry")
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries]
    assert [link.split("/")[4] for link in links] == [MARROW, TARN]
    assert entries[0].find(f"{ATOM}updated").text == "2021-10-22T00:00:00Z"
    assert feed.find(f"{ATOM}updated").text == "2021-10-22T00:00:00Z"


@pytest.mark.parametrize("name", ["search.csv", "search.ris", "search.atom"])
def test_a_wrong_parameter_is_refused(client, name):
    assert client.get(f"/{name}?sort=best").status_code == 400


def test_a_publisher_is_named_where_it_is_known_and_nowhere_else(client):
    """Marrowdale's report names Ofsted, Tarnsea's nobody."""
    for authority, name in (("Marrowdale", "Ofsted"), ("Tarnsea", None)):
        feed = client.get(f"/search.atom?q=&authority={authority}").get_data(as_text=True)
        assert f"<author><name>{name or 'Unknown publisher'}</name></author>" in feed
        assert ("Ofsted" in feed) == (name is not None)
        with client.get(f"/search.ris?q=&authority={authority}") as response:
            ris = response.get_data(as_text=True)
        assert ("AU  - Ofsted" in ris) == (name is not None)
        hit = client.get(f"/api/search?q=&authority={authority}").get_json()["hits"][0]
        assert hit["report"]["publisher"] == name
        page = client.get(f"/report/{hit['report']['id']}").get_data(as_text=True)
        assert ("<dd>Ofsted</dd>" in page) == (name is not None)
