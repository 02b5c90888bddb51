"""The page of the timeline of a wording, and the same for programs."""

import re
from datetime import date
from html import unescape

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed

SENTENCE = "Managers do not always know which of the children wait for a {what}."
NOTICE = "This notice says in every report that no child should ever wait for a <plan>."


def collection():
    for number, town in enumerate(("Ashby", "Elmton", "Oakham")):
        texts = [SENTENCE.format(what="plan" if number < 2 else "<b>visit</b>")]
        day = date(2015 + number, 3, 1)
        yield report(f"r{number}", *texts, NOTICE, authority=town, day=day)
    yield report("alone", "Drift is rare here.", authority="Firle", day=date(2019, 1, 1))
    yield report("undated", "Children wait.", authority="Hopton", day=None)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return client_of(indexed(tmp_path_factory.mktemp("years"), *collection()))


def ask(client, query):
    response = client.get(f"/wording/timeline?{query}")
    assert response.status_code == 200
    return response.text, " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def test_first_use_years_and_repeats(client):
    source, text = ask(client, "q=children+wait")
    assert "4 of 5 reports use it" in text
    assert re.search(r"First use Ashby , 1 March 2015", text)
    assert "No peak can be told" in text
    assert "1 use in reports without a date" in text
    assert "2 later reports: the first use" in text
    assert 'href="/report/r2#p1"' in source
    assert re.search(r"<ins><span[^>]*>\[added: </span>b&gt;visit", source)
    assert re.search(r"<del><span[^>]*>\[left out: </span>plan", source)


def test_the_uses_of_a_year_are_those_of_its_concordance(client):
    source, _ = ask(client, "q=children+wait&grade=good")
    (address,) = re.findall(r'href="([^"]+)">2016</a> \(1 report\)', source)
    assert "1 occurrence of" in client.get(unescape(address)).text
    assert "grade=good" in address


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Give a word or phrase"),
        ("q=unicorns", "0 of 5 reports use it"),
        ("q=drift", "No later report repeats one of these sentences"),
        ("q=children+OR+drift", "this asks for several"),
        ("q=should+ever+wait", "Only standard paragraphs, which three reports or more have"),
        ("q=wait&year=2015&authority=Firle", "0 of 0 reports use it"),
        ("q=wait&year=soon", "“soon” was left out"),
    ],
)
def test_a_page_helps_whatever_is_asked(client, query, expected):
    assert expected in ask(client, query)[1]


def test_a_program_has_what_the_page_shows(client):
    answer = client.get("/api/wording/timeline?q=children+wait").get_json()
    assert answer["first"]["report"] == "r0"
    assert answer["first"]["dated"] == "2015-03-01"
    (repeated,) = answer["repeated"]
    assert [one["passage"]["report"] for one in repeated["later"]] == ["r1", "r2"]
    assert {"text": "plan ", "change": "removed"} in repeated["later"][1]["parts"]
    assert answer["profile"]["overall"]["using"] == 4


@pytest.mark.parametrize(
    ("query", "reason"), [("", "q is missing"), ("q=x&year=soon", "year=“soon” is wrong")]
)
def test_a_program_is_refused_with_the_reason(client, query, reason):
    response = client.get(f"/api/wording/timeline?{query}")
    assert response.status_code == 400
    assert reason in response.get_json()["error"]["message"]


def test_the_other_pages_on_a_wording_lead_to_it(client):
    for page in ("profile", "concordance"):
        source = client.get(f"/wording/{page}?q=children+wait&grade=good").text
        assert "/wording/timeline?q=" in source
        assert "grade=good" in re.findall(r'href="(/wording/timeline\?[^"]+)"', source)[0]
