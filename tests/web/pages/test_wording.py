"""The pages on wording: what they show, and what they forget."""

import csv
import html
import io
import logging
import re
from datetime import date

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app


def text(response):
    return response.get_data(as_text=True)


def test_every_occurrence_stands_between_its_neighbours(client):
    page = text(client.get("/wording/concordance?q=is"))
    assert "2 occurrences of <q>is</q> in 2 paragraphs of 2 reports" in page
    assert page.index("not yet good") < page.index("timely &amp; clear")
    assert f'href="/report/{TARN}#p1"' in page


def test_occurrences_as_csv_are_those_of_the_page(client):
    response = client.get("/wording/concordance?q=is&as=csv", buffered=True)
    assert response.mimetype == "text/csv"
    head, *rows = csv.reader(io.StringIO(text(response).removeprefix("\ufeff")))
    assert head[:3] == ["left", "match", "right"]
    assert [(row[1], row[3]) for row in rows] == [("is", "Tarnsea"), ("is", "Marrowdale")]
    assert rows[1][-1] == f"http://localhost/report/{MARROW}/p1"


def test_a_profile_tells_the_share_of_reports_by_grade(client):
    page = text(client.get("/wording/profile?q=recording"))
    assert "2 of 2 reports use it (100.0 %)" in page
    assert "<svg" in page
    assert '<th scope="row">Inadequate' in page


def test_two_wordings_stand_side_by_side(client):
    page = text(client.get("/wording/compare?q=timely&other=conference"))
    assert "Share of reports by grade" in page
    assert page.count('<h2 id="one-grades">') == page.count('<h2 id="other-grades">') == 1


def test_a_draft_finds_precedents_and_is_neither_logged_nor_kept(client, caplog):
    caplog.set_level(logging.INFO)
    secret = "Recording of the quibblewick visits is timely."
    page = text(client.post("/wording/draft", data={"draft": f"{secret}\n\nSchools attend."}))
    assert "Paragraph 2 of the draft" in page
    assert f"/report/{MARROW}#p1" in page
    assert "quibblewick" not in caplog.text
    assert "quibblewick" not in text(client.get("/wording/draft"))


@pytest.mark.parametrize(
    ("draft", "status"),
    [("x" * 150_000, 400), ("y" * 300_000, 413), ("one\n\n" * 30, 400), ("\x00\u202e", 200)],
    ids=["too long", "too large", "too many paragraphs", "control characters"],
)
def test_any_draft_is_answered_or_refused_plainly(client, draft, status):
    assert client.post("/wording/draft", data={"draft": draft}).status_code == status


@pytest.mark.parametrize("page", ["concordance", "profile", "compare", "distinctive"])
@pytest.mark.parametrize("query", ["", '"', "(((", "*", "\x00", "word " * 300])
def test_whatever_is_asked_of_wording_is_a_page(client, page, query):
    asked = {"q": query, "other": query or "x"}
    assert client.get(f"/wording/{page}", query_string=asked).status_code == 200


def test_filters_of_the_address_stay_and_can_be_left(client):
    page = text(client.get("/wording/profile?q=recording&theme=health&grade=good&since=2011"))
    for name, value in (("theme", "health"), ("grade", "good"), ("since", "2011-01-01")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert '<a href="/wording/profile?q=recording">All paragraphs</a>' in page
    other = text(client.get("/wording/distinctive?theme=health&framework=ilacs"))
    assert '<input type="hidden" name="framework" value="ilacs">' in other
    assert 'type="hidden" name="theme"' not in other


@pytest.fixture
def years(tmp_path):
    """A client of a collection with two reports on one authority and one on another."""
    with writing(tmp_path / "data") as writer:
        asked = ("Make health assessments timely.", {"kind": "recommendation", "grade": None})
        writer.put(report("ash-2019", asked, authority="Ash", day=date(2019, 1, 1)))
        told = "Health assessments are now mostly timely."
        writer.put(report("ash-2022", told, authority="Ash", day=date(2022, 1, 1)))
        writer.put(report("elm-2023", "Health assessments are timely.", authority="Elm"))
    return create_app({"data": str(tmp_path / "data")}).test_client()


def test_a_recommendation_leads_to_what_later_reports_say(years):
    page = text(years.get("/authority/Ash"))
    (later,) = re.findall(r'href="(/wording/like/[^"]+)"', page)
    found = text(years.get(html.unescape(later)))
    assert "/report/ash-2022#" in found
    assert "/report/elm-2023#" not in found
    assert "/report/elm-2023#" in text(years.get(later.partition("?")[0]))


def test_a_time_line_is_also_a_table(client):
    page = text(client.get("/authority/Tarnsea"))
    table = page[page.index("Grades of Tarnsea by report and area") :]
    assert "Inadequate" in table[: table.index("</table>")]
