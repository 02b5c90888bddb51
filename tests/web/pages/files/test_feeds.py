"""The feed of a search: its entries and times, and that it is well-formed whatever it is of."""

import re
import unicodedata
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus.model import THEMES
from index.collection import open_snapshot
from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from tests.web.hostile import HOSTILE
from web import create_app
from web.citations import LICENCE
from web.pages.files.feeds import MAX_TITLE

ATOM = "{http://www.w3.org/2005/Atom}"
TIMESTAMP = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"


def test_the_feed_lists_reports_newest_first(client):
    response = client.get("/search.atom?q=recording")
    assert response.mimetype == "application/atom+xml"
    feed = ET.fromstring(response.get_data())
    entries = feed.findall(f"{ATOM}entry")
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries]
    assert [link.split("/")[4] for link in links] == [MARROW, TARN]
    assert entries[0].find(f"{ATOM}updated").text == "2021-10-22T00:00:00Z"
    assert feed.find(f"{ATOM}updated").text == "2021-10-22T00:00:00Z"


def test_what_has_no_date_has_the_time_of_the_commit(client, data, tmp_path):
    """Nothing of a feed was changed in 1970, neither an empty one nor a report without a date."""
    committed = open_snapshot(data).committed
    feed = assert_is_feed(client.get("/search.atom?q=unicorns"))
    assert feed.findtext(f"{ATOM}updated") == committed.strftime("%Y-%m-%dT%H:%M:%SZ")
    with writing(tmp_path / "data") as writer:
        writer.put(report("undated", "Plans.", published=None, inspection_end=None))
    before = datetime.now(timezone.utc) - timedelta(minutes=10)
    undated = create_app({"data": str(tmp_path / "data")}).test_client().get("/search.atom")
    times = {element.text for element in assert_is_feed(undated).iter(f"{ATOM}updated")}
    (only,) = times
    assert before < datetime.strptime(only, "%Y-%m-%dT%H:%M:%S%z") <= datetime.now(timezone.utc)


def test_a_licence_is_named_of_those_entries_whose_publisher_uses_it(client):
    """Marrowdale's report names Ofsted, Tarnsea's nobody."""
    for authority, rights in (("Marrowdale", [LICENCE]), ("Tarnsea", [])):
        feed = assert_is_feed(client.get(f"/search.atom?authority={authority}"))
        assert [element.text for element in feed.iter(f"{ATOM}rights")] == rights


def assert_is_feed(response):
    """Check what RFC 4287 requires of a feed and of each entry."""
    assert (response.status_code, response.mimetype) == (200, "application/atom+xml")
    feed = etree.fromstring(response.get_data())
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            (only,) = element.findall(f"{ATOM}{name}")
            content = only.findtext(f"{ATOM}name") if name == "author" else only.text
            assert (content or "").strip(), (name, etree.tostring(element)[:200])
        assert re.fullmatch(TIMESTAMP, element.findtext(f"{ATOM}updated"))
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
@example("A:0")
def test_the_feed_is_well_formed_whatever_is_asked(hostile, query):
    response = hostile.get("/search.atom", query_string={"q": query})
    if response.status_code == 400:  # a field that there is not, as in `A:0`, and nothing else
        assert ":" in unicodedata.normalize("NFKC", query)
        return
    feed = assert_is_feed(response)
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
    assert len(feed.findtext(f"{ATOM}title")) <= len("Evidence search: ") + MAX_TITLE


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%EF%BF%BE", "%00", "%5D%5D%3E", "\xff"])
def test_the_feed_of_a_query_in_broken_bytes_is_well_formed(hostile, raw):
    assert_is_feed(hostile.get(f"/search.atom?q={raw}"))


def test_every_hostile_text_is_in_the_feed_and_none_is_lost(hostile):
    feed = assert_is_feed(hostile.get("/search.atom?q=plan"))
    assert len(feed.findall(f"{ATOM}entry")) == len(HOSTILE)
