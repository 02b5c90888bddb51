"""Results to take away: CSV, RIS and Atom have all that the pages show."""

import csv
import io
import re
import tracemalloc
import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus.model import THEMES
from corpus.registry import label
from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app
from web.citations import LICENCE
from web.pages.exports import MAX_FEED_TITLE

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


HOSTILE = (
    "\x00\x01\x0b\x1f control",
    "]]> <![CDATA[ & <b> end",
    "\ud800 half \udfff",
    "\ufffe \uffff none",
    "TY  - JOUR\r\nER  - \r\n broken",
    "=cmd|' /C calc'!A0",
    "x" * 60_000,
    '"quoted", and\nline\r\nfeeds\u2028\x85',
    "\u202e reversed \x7f\x9f",
)


def readable(words):
    """Words without halves of characters, which no reader gives but an index can hold."""
    return words.encode(errors="replace").decode()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A client of a collection whose texts, titles and names are such as files stumble over."""
    data = tmp_path_factory.mktemp("hostile")
    with writing(data) as writer:
        for number, words in enumerate(HOSTILE):
            fields = {"section": words[:500], "timescale": words[:50]}
            writer.put(
                report(
                    f"place-{number}",
                    (f"{words} plan", fields),
                    title=readable(words),
                    authority=readable(words[:200]) if number % 2 else None,
                    framework="other",
                )
            )
    return create_app({"data": str(data), "heavy_rate": ""}).test_client()


def assert_is_feed(response):
    """Check what RFC 4287 requires of a feed and of each entry."""
    assert (response.status_code, response.mimetype) == (200, "application/atom+xml")
    feed = etree.fromstring(response.get_data())
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            (only,) = element.findall(f"{ATOM}{name}")
            content = only.findtext(f"{ATOM}name") if name == "author" else only.text
            assert (content or "").strip(), (name, etree.tostring(element)[:200])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated"))
        assert (
            element.find(f"{ATOM}link[@rel='alternate']")
            .get("href")
            .startswith("http://localhost/")
        )
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == feed.findtext(f"{ATOM}id")
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    return feed


@settings(max_examples=60)
@given(st.text(max_size=60))
@example("]]>")
@example("\x00\x0b")
@example("x" * 1_900)
@example('<a href="&amp;">')
def test_the_feed_is_well_formed_whatever_is_asked(hostile, query):
    feed = assert_is_feed(hostile.get("/search.atom", query_string={"q": query}))
    assert feed.findtext(f"{ATOM}title").startswith("Evidence search: ")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "all reports"),
        ("q=recording", "recording"),
        ("grade=inadequate", "all reports; graded inadequate"),
        (
            "q=recording&grade=good&grade=inadequate&authority=Tarnsea&since=2010",
            "recording; graded good or inadequate; on Tarnsea; from 1 January 2010 on",
        ),
        ("q=a%26b", "a&b"),
    ],
)
def test_a_feed_is_called_by_what_it_is_of(client, query, title):
    feed = assert_is_feed(client.get(f"/search.atom?{query}"))
    assert feed.findtext(f"{ATOM}title") == f"Evidence search: {title}"


def test_the_title_of_a_feed_is_bounded(client):
    themes = "&".join(f"theme={theme.key}" for theme in THEMES)
    feed = assert_is_feed(client.get(f"/search.atom?q={'x' * 900}&{themes}"))
    assert len(feed.findtext(f"{ATOM}title")) <= len("Evidence search: ") + MAX_FEED_TITLE


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%EF%BF%BE", "%00", "%5D%5D%3E", "\xff"])
def test_the_feed_of_a_query_in_broken_bytes_is_well_formed(hostile, raw):
    assert_is_feed(hostile.get(f"/search.atom?q={raw}"))


def test_every_hostile_text_is_in_the_feed_and_none_is_lost(hostile):
    feed = assert_is_feed(hostile.get("/search.atom?q=plan"))
    assert len(feed.findall(f"{ATOM}entry")) == len(HOSTILE)


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
