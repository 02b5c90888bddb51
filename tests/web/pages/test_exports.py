"""Results to take away: CSV, RIS and Atom have all that the pages show."""

import csv
import io
import tracemalloc
import xml.etree.ElementTree as ET

import pytest

from corpus.model import label
from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app

ATOM = "{http://www.w3.org/2005/Atom}"


def rows(response):
    """The headings of a CSV export, and its rows as heading -> cell."""
    with response:
        text = response.get_data(as_text=True)
    assert text.startswith("\ufeff")
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    assert len(set(head)) == len(head)
    return head, [dict(zip(head, line, strict=True)) for line in lines]


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
    _, results = rows(client.get(f"/search.csv?{query}"))
    total = client.get(f"/api/search?{query}").get_json()[unit]
    assert [row["result"] for row in results] == [str(n) for n in range(1, total + 1)]
    assert {row["results"] for row in results} == ({str(total)} if total else set())


def test_each_row_says_what_was_searched_and_under_which_licence(client):
    response = client.get("/search.csv?q=recording&grade=inadequate&size=50")
    assert "open-government-licence" in response.headers["Link"]
    _, (row,) = rows(response)
    assert row["text"] == "Recording is not yet good."
    assert row["link"] == f"http://localhost/report/{TARN}/p1"
    assert row["citation"].startswith("Ofsted, ")
    assert row["search"] == "http://localhost/?q=recording&grade=inadequate"
    assert "Open Government Licence" in row["licence"]
    assert row["collection"].startswith("generation 1, taken on 20")


def test_labels_stand_beside_codes_and_the_overall_grade_is_a_column(client):
    headings, results = rows(client.get("/search.csv?q=recording&sort=oldest"))
    row = results[0]
    assert (row["grade"], row["grade_label"], row["grade_number"]) == (
        "inadequate",
        "Inadequate",
        "4",
    )
    assert (row["overall"], row["overall_label"], row["overall_number"]) == (
        "inadequate",
        "Inadequate",
        "4",
    )
    assert (row["framework"], row["area"], row["kind"]) == ("slac", "leadership", "finding")
    for key in ("framework", "area", "kind", "polarity", "grade"):
        assert headings[headings.index(key) + 1] == f"{key}_label"
        assert row[f"{key}_label"] == label(key, row[key])


def test_a_file_that_is_cut_says_so_in_its_name_and_in_each_row(data):
    client = create_app({"data": str(data), "rows": 2}).test_client()
    response = client.get("/search.csv?q=recording")
    assert "filename=evidence-first-2-of-3.csv" in response.headers["Content-Disposition"]
    _, results = rows(response)
    assert [(row["result"], row["results"]) for row in results] == [("1", "3"), ("2", "3")]


def test_a_search_that_is_too_long_for_each_row_is_said_in_words(client):
    words = " ".join(f"word{number}" for number in range(120))
    _, results = rows(
        client.get("/search.csv", query_string={"q": f"recording {words}", "match": "any"})
    )
    assert results
    assert all(len(row["search"]) <= 500 for row in results)


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
