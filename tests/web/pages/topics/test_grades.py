"""The page of two grades on one topic, and the same for programs."""

import re
from html import unescape

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed

GOOD = "{which} well planned town homes. So says {town}."
WEAK = "Too few homes stay open. Homes of {town} drift."
TOWNS = ("Ashby", "Elmton", "Oakham", "Firle", "Yewtown", "Baywick")


def collection():
    for number, town in enumerate(TOWNS * 2):
        grade, text = (("good", GOOD), ("inadequate", WEAK))[number % 2]
        scale = "cqc" if number == 11 else "ofsted"
        facts = {"authority": f"{town} {number}", "overall": grade, "scale": scale}
        which = ("The", "All")[number // 2 % 2]
        own = {"grade": grade if number < 6 else None}
        yield report(f"r{number}", (text.format(which=which, town=town), own), **facts)
    yield report("late", ("Homes.", {"grade": "adequate"}), authority="Hopton", overall=None)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return client_of(indexed(tmp_path_factory.mktemp("graded"), *collection()))


def text_of(source):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", source)).split())


def ask(client, query):
    response = client.get(f"/wording/grades?{query}")
    assert response.status_code == 200
    return response.text, text_of(response.text)


def test_the_two_grades_with_the_most_reports_are_compared(client):
    source, text = ask(client, "q=homes")
    assert "6 of 6 reports with paragraphs under this grade say something on it" in text
    assert "More often here than under Inadequate" in text
    assert "More often here than under Good" in text
    assert source.index('value="good" selected') < source.index('value="inadequate" selected')


def test_a_phrase_leads_to_just_the_uses_that_are_counted(client):
    source, _ = ask(client, "q=homes&grade=inadequate&grade=good")
    links = re.findall(r'<a rel="nofollow" href="(/wording/concordance[^"]+)">([^<]+)</a>', source)
    uses = re.findall(r"(\d+) uses? in (\d+) reports?, none under", source)
    assert len(links) == len(uses) > 1
    for (address, _), counts in zip(links, uses, strict=True):
        page = text_of(client.get(unescape(address)).text)
        match = re.search(r"(\d+) occurrences? of .+? of (\d+) reports?\.", page)
        assert match.groups() == counts


def test_the_search_of_a_side_finds_its_paragraphs(client):
    source, _ = ask(client, "q=homes&grade=good&grade=inadequate")
    addresses = re.findall(r'href="(/\?[^"]+)">Read them', source)
    assert len(addresses) == 2
    for address in addresses:
        assert "6 paragraphs" in text_of(client.get(unescape(address)).text)


def test_scales_are_not_mixed_silently(client):
    source, text = ask(client, "q=homes&grade=good&grade=inadequate")
    assert "graded by 2 scales" in text
    (address,) = re.findall(r'href="([^"]+)">Care Quality Commission', source)
    _, narrowed = ask(client, unescape(address).partition("?")[2])
    assert "1 of 1 report with paragraphs under this grade says something on it" in narrowed
    assert "graded by 2 scales" not in narrowed
    assert "Fewer than ten reports" in narrowed


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Give a topic"),
        ("grade=good", "Give a topic"),
        ("q=unicorns", "There is nothing to compare"),
        ("q=unicorns&grade=good&grade=inadequate", "Nothing is said on it under this grade."),
        ("q=homes&grade=good&grade=good", "More often here than under"),
        ("q=homes&grade=good&grade=adequate", "Fewer than five reports are under Adequate"),
        ("q=homes&grade=good&grade=outstanding", "Nothing is said on it under this grade."),
        ("q=homes&grade=splendid", "“splendid” was left out"),
        ("q=homes&grade=good&grade=adequate&grade=inadequate", "the others were left out"),
        ("authority=Ashby+0&q=", "There is nothing to compare"),
    ],
)
def test_a_page_helps_whatever_is_asked(client, query, expected):
    assert expected in ask(client, query)[1]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "q is missing"),
        ("grade=good&grade=inadequate", "q is missing"),
        ("q=homes", "two different grades"),
        ("q=homes&grade=good", "two different grades"),
        ("q=homes&grade=good&grade=good", "two different grades"),
        ("q=homes&grade=good&grade=adequate&grade=inadequate", "two different grades"),
        ("q=homes&grade=good&grade=splendid", "grade=“splendid” is wrong"),
    ],
)
def test_a_program_is_refused_with_the_reason(client, query, reason):
    response = client.get(f"/api/wording/grades?{query}")
    assert response.status_code == 400
    assert reason in response.get_json()["error"]["message"]


def test_a_program_has_what_the_page_shows(client):
    answer = client.get("/api/wording/grades?q=homes&grade=good&grade=inadequate").get_json()
    sides = answer["first"], answer["second"]
    assert [side["grade"] for side in sides] == ["good", "inadequate"]
    assert [side["reports"] for side in sides] == [6, 6]
    assert answer["scales"] == ["ofsted", "cqc"]
    assert answer["first"]["phrases"][0]["match"]


def test_results_and_profiles_lead_to_it_where_two_grades_are_among_them(client):
    for address in ("/?q=homes", "/wording/profile?q=homes"):
        assert "/wording/grades?q=homes" in client.get(address).text
    for address in ("/?q=homes&authority=Hopton", "/wording/profile?q=homes&authority=Hopton"):
        assert "/wording/grades?q" not in client.get(address).text
