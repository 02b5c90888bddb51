"""The pages of one report: its sections, its matches and its doubts."""

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


@pytest.mark.parametrize(
    "address",
    [f"/report/{MARROW}/p99", f"/report/{MARROW}/p99.ris", f"/report/{TARN}/original"],
)
def test_what_a_report_does_not_have_is_not_found(client, address):
    assert client.get(address).status_code == 404


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


def test_a_report_shows_what_a_catalogue_gave_and_that_it_did(client):
    page = client.get(f"/report/{MARROW}").text
    assert "<dt>URN</dt><dd>80461</dd>" in page
    assert '<a rel="noopener" href="https://example.org/marrowdale">' in page
    assert "From a catalogue, not printed in the report: source url, urn." in page
    assert (
        'href="https://example.org/marrowdale">As published</a>'
        in client.get(f"/report/{MARROW}/p1").text
    )
    assert "From a catalogue" not in client.get(f"/report/{TARN}").text
