"""Results to take away: CSV and RIS have all that the pages show, in files that programs read."""

import re
import tracemalloc

import pytest

from corpus.registry import label
from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN, client_of, indexed
from tests.web.csv_files import read_csv
from tests.web.hostile import HOSTILE
from web import create_app
from web.citations import LICENCE


def rows(response):
    """The headings of a CSV export, and its rows as heading -> cell."""
    with response:
        return read_csv(response.get_data(as_text=True))


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


def test_each_row_says_what_was_searched(client):
    response = client.get("/search.csv?q=recording&grade=inadequate&size=50")
    _, (row,) = rows(response)
    assert row["text"] == "Recording is not yet good."
    assert row["link"] == f"http://localhost/report/{TARN}/p1"
    assert row["citation"].startswith("Inspection of safeguarding")  # it names no publisher
    assert row["search"] == "http://localhost/?q=recording&grade=inadequate"
    assert row["collection"].startswith("generation 1, taken on 20")


@pytest.mark.parametrize("path", ["/search.csv?q=recording", "/wording/concordance?q=is&as=csv"])
def test_a_row_names_a_licence_only_where_its_publisher_is_known(client, path):
    response = client.get(path, buffered=True)
    assert "Link" not in response.headers
    _, results = rows(response)
    licences = {row["authority"]: row["licence"] for row in results}
    assert licences == {"Marrowdale": LICENCE, "Tarnsea": ""}


def test_a_paragraph_names_a_licence_only_where_its_publisher_is_known(client):
    hint = f'<p class="hint">{LICENCE}</p>'
    assert hint in client.get(f"/report/{MARROW}/p1").text
    assert hint not in client.get(f"/report/{TARN}/p1").text


def test_each_row_says_whether_it_is_as_typed(tmp_path):
    client = client_of(
        indexed(tmp_path, report("ash", "Visits and caseloads.", "A visit.", "Caseload!"))
    )
    _, results = rows(client.get("/search.csv?q=visits+caseloads&match=any"))
    assert {row["text"]: row["found"] for row in results} == {
        "Visits and caseloads.": "as typed",
        "A visit.": "fewer words",
        "Caseload!": "fewer words",
    }


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


def test_ris_records_are_whole_whatever_is_indexed(hostile):
    with hostile.get("/search.ris?q=plan") as response:
        lines = response.get_data().decode().split("\r\n")
    assert lines.pop() == ""
    assert [
        line for line in lines if not re.fullmatch(r"[A-Z][A-Z0-9]  - [^\x00-\x1f]*", line)
    ] == []
    assert [line[:2] for line in lines].count("TY") == len(HOSTILE)
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "] * len(HOSTILE)


def test_csv_has_a_row_for_each_result_whatever_is_indexed(hostile):
    _, results = rows(hostile.get("/search.csv?q=plan"))
    assert len(results) == len(HOSTILE)
    cells = [cell for row in results for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert [
        cell for cell in cells if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", cell)
    ] == []


@pytest.mark.parametrize(
    "path", ["/api/search?q=plan+-half", "/api/reports", "/api/authorities", "/?q=plan+-half"]
)
def test_pages_and_api_answer_whatever_is_indexed(hostile, path):
    response = hostile.get(path)
    assert response.status_code == 200
    response.get_data().decode()
