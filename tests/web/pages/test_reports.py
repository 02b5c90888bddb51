"""The pages of one report: its sections, its matches, its doubts, and those of its authority."""

import html
import re
from datetime import date
from urllib.parse import quote, urljoin

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app


def test_a_matching_paragraph_leads_to_the_next(client):
    page = client.get(f"/report/{MARROW}?q=timely").text
    assert page.count("para-match") == 3
    assert '<a href="#p3" class="step-on">Next match</a>' in page
    assert '<a href="#p1" class="step-back">Previous match</a>' in page


def test_where_no_paragraph_has_all_words_those_with_most_match(client):
    page = client.get(f"/report/{MARROW}?q=timely+recording+xylophone").text
    assert "para-match" in page


def test_the_doubts_of_the_reader_are_shown(client):
    assert "paragraph 2 is missing" in client.get(f"/report/{MARROW}").text
    assert f'href="/report/{MARROW}#doubts"' in client.get("/collection").text


def test_an_authority_has_its_time_line_also_as_a_table(client):
    page = client.get("/authority/Tarnsea").text
    table = page[page.index("Grades of Tarnsea by report and area") :]
    assert "Inadequate" in table[: table.index("</table>")]


@pytest.mark.parametrize(
    "address",
    [f"/report/{MARROW}/p99", f"/report/{MARROW}/p99.ris", f"/report/{TARN}/original"],
)
def test_what_a_report_does_not_have_is_not_found(client, address):
    assert client.get(address).status_code == 404


STRANGE_NAMES = (
    *("A/B", "/A", "A/", "A//B", "..", ".", "../../etc", "a\\b", "a?b", "a#b", "50%", "a%2Fb"),
    *("a b", "a+b", 'quo"te', "it's", "Ynys Môn", "a&b=c", "x;y", "<b>", "café", "a:b", "~"),
)


@pytest.fixture(scope="module")
def strange(tmp_path_factory):
    """A client of a collection whose authorities have names that addresses give a meaning to."""
    data = tmp_path_factory.mktemp("strange")
    with writing(data) as writer:
        for number, name in enumerate(STRANGE_NAMES):
            writer.put(report(f"place-{number}", "Plans.", authority=name))
    return create_app({"data": str(data)}).test_client()


@pytest.mark.parametrize(("number", "name"), list(enumerate(STRANGE_NAMES)))
def test_an_authority_of_any_name_has_a_page_that_links_reach(strange, number, name):
    here = f"http://localhost/report/place-{number}"
    (link,) = re.findall('<dt>Authority</dt><dd><a href="([^"]+)"', strange.get(here).text)
    page = strange.get(urljoin(here, html.unescape(link)))  # as a browser takes out `..`
    assert page.status_code == 200
    assert f"<h1>{html.escape(name, quote=True)}</h1>" in page.text.replace(
        "&#34;", "&quot;"
    ).replace("&#39;", "&#x27;")
    (search,) = re.findall('href="([^"]+)">Search only these', page.text)
    assert "1 paragraph" in strange.get(html.unescape(search)).text
    if not name.startswith(("/", ".")):
        answer = strange.get(f"/api/authorities/{quote(name, safe='')}").get_json()
        assert [one["report"]["authority"] for one in answer] == [name]


def test_a_long_report_has_pages_and_its_matches_lead_from_one_to_the_next(tmp_path):
    texts = [f"paragraph {place}" for place in range(1, 2_302)]
    for place in (5, 6, 1_500, 2_300):
        texts[place - 1] += " is late"
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts))
    client = create_app({"data": str(tmp_path)}).test_client()
    first = client.get("/report/ash?q=late").text
    assert "4 paragraphs" in first
    assert 'href="#p5">First match' in first
    assert 'href="#p6" class="step-on"' in first
    assert 'href="/report/ash?q=late&amp;page=2#p1500" class="step-on"' in first
    second = client.get("/report/ash?q=late&page=2").text
    assert 'href="/report/ash?q=late#p6" class="step-back"' in second
    assert 'href="/report/ash?q=late&amp;page=3#p2300" class="step-on"' in second
    assert 'id="p1500"' in second
    hits = client.get("/?q=late").text
    assert 'href="/report/ash?q=late&amp;page=3#p2300"' in hits
    lines = client.get("/wording/concordance?q=late").text
    assert 'href="/report/ash?page=3#p2300"' in lines
    assert 'href="/report/ash?page=2#p1500"' in client.get("/report/ash/p1500").text
    assert "page is a number from 1 to 3" in client.get("/report/ash?page=4").text


def test_an_authority_of_many_reports_has_pages(tmp_path):
    with writing(tmp_path) as writer:
        for number in range(52):
            writer.put(
                report(f"ash-{number}", "Plans.", authority="Ash", day=date(2020 - number, 1, 1))
            )
    client = create_app({"data": str(tmp_path)}).test_client()
    first, second = (client.get(f"/authority/Ash?page={page}").text for page in (1, 2))
    assert "52 reports" in first
    assert ("/report/ash-49" in first, "/report/ash-50" in first) == (True, False)
    assert ("/report/ash-49" in second, "/report/ash-50" in second) == (False, True)
    assert len(client.get("/api/authorities/Ash?page=2").get_json()) == 2
