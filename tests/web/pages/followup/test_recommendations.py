"""The page that tells what became of the recommendations to an authority."""

import re
from dataclasses import replace

import pytest

from corpus.model import FieldCorrection
from tests.search.followup.authority import FILLER, FIRST, SECOND, THIRD, ask, visit
from tests.web.conftest import client_of, indexed

PATH = "/authority/Ashford/recommendations"


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """A client of a collection with an authority whose reports speak of each other."""
    return client_of(indexed(tmp_path_factory.mktemp("followed"), FIRST, SECOND, THIRD))


def test_each_recommendation_is_shown_with_what_later_reports_say(followed):
    page = followed.get(PATH).text
    assert "4 recommendations in 3 reports ask for 3 things" in page
    assert page.index("third") < page.index("second")  # the newest report first
    for word in ("Asked", "Asked again", "Moved on", "Nothing found"):
        assert f">{word}</span>" in page
    quotes = re.findall(r'<blockquote class="quote">(.*?) <a', page)
    assert (
        "Initial health assessments for children in care are still too often late, and too many wait."
        in quotes
    )
    assert 'href="/report/third/p5"' in page


def test_a_thread_tells_when_it_was_asked(followed):
    page = " ".join(followed.get(PATH).text.split())
    asked = re.findall(
        r'Asked <a href="/report/first/p6">2016.*?<a href="/report/second/p6">2019', page
    )
    assert len(asked) == 1


def test_how_often_it_is_right_is_told(followed):
    page = followed.get(PATH).text
    assert "so read the quotes" in page
    assert "the status was right in" in page


@pytest.mark.parametrize(
    ("reports", "sentence"),
    [
        ([FIRST], "There is no later report yet"),
        ([visit("none", 2020, "Nothing is asked.")], "makes no recommendation that could be read"),
    ],
    ids=["one report", "nothing asked"],
)
def test_what_cannot_be_told_is_said(tmp_path, reports, sentence):
    assert sentence in client_of(indexed(tmp_path, *reports)).get(PATH).text


@pytest.mark.parametrize(
    "address",
    ["/authority/ASHFORD/recommendations", "/recommendations?name=ashford"],
)
def test_a_name_in_other_writing_leads_to_the_page(followed, address):
    answer = followed.get(f"{address}{'&' if '?' in address else '?'}page=1")
    assert (answer.status_code, answer.location) == (301, f"{PATH}?page=1")


def test_no_name_leads_to_the_list_of_authorities(followed):
    assert followed.get("/recommendations").location == "/authorities"


@pytest.mark.parametrize(
    "address",
    [
        "/authority/ashford/recommendations.xlsx",
        "/api/authorities/ashford/recommendations",
        "/api/authorities/ASHFORD/recommendations",
    ],
)
def test_a_file_and_the_api_answer_any_name(followed, address):
    assert followed.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/authority/Asford/recommendations", 'href="/authority/Ashford"'),
        ("/api/authorities/Asford/recommendations", "did you mean Ashford"),
        ("/authority/Atlantis/recommendations", "No such authority"),
        ("/authority/Kent/recommendations", "This collection has no report on Kent"),
        ("/api/authorities/Kent/recommendations", "This collection has no report on Kent"),
    ],
)
def test_a_name_without_reports_is_not_found_and_says_why(followed, address, sentence):
    answer = followed.get(address)
    assert answer.status_code == 404
    assert sentence in answer.text


def test_a_long_list_has_pages(tmp_path):
    many = [
        ask(f"The number of {word}s.")
        for word in ["otter", "boat", "kite", "fox", "heron", "goose"]
    ]
    client = client_of(indexed(tmp_path, visit("a", 2016, *many * 4), visit("b", 2019, *FILLER)))
    assert 'href="/authority/Ashford/recommendations?page=2"' in client.get(PATH).text
    assert client.get(f"{PATH}?page=2").status_code == 200
    assert "page is a number from 1 to 2" in client.get(f"{PATH}?page=9").text


def test_a_name_that_may_not_stand_in_a_path_is_a_parameter(tmp_path):
    report = visit("a", 2016, ask("More boats."), authority="A/B")
    client = client_of(indexed(tmp_path, report))
    page = client.get("/recommendations?name=A/B")
    assert page.status_code == 200
    assert "/authority?name=A%2FB" in page.text


def test_the_text_of_reports_is_escaped(tmp_path):
    reports = (
        visit("a", 2016, ask("More <b>boats</b>.")),
        visit("b", 2019, ask("More <b>boats</b>.")),
    )
    page = client_of(indexed(tmp_path, *reports)).get(PATH).text
    assert "<b>" not in page
    assert "More &lt;b&gt;boats&lt;/b&gt;." in page


def test_a_curator_is_told_how_to_correct_and_what_is_corrected(followed, tmp_path):
    command = 'evidence correct first/p5 "follow_up-second=asked again"'
    assert command in followed.get(PATH).text
    correction = FieldCorrection("p5", "follow_up-second", None, "moved on")
    gone = FieldCorrection("p5", "follow_up-gone", None, "silent")
    first = replace(FIRST, corrections=(correction, gone))
    page = client_of(indexed(tmp_path, first, SECOND)).get(PATH).text
    assert "corrected by a curator" in page
    assert "first/p5 is corrected for gone" in page
