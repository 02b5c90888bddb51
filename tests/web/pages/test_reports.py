"""The pages of one report: its sections, its matches, its doubts, and those of its authority."""

import pytest

from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web.pages.reports import count_matches, divide


def test_paragraphs_are_divided_by_heading_and_grade():
    whole = report(
        "ash",
        ("One.", {"section": None}),
        ("Two.", {"section": "Leaders"}),
        ("Three.", {"section": "Leaders"}),
        ("Four.", {"section": "Leaders", "grade": None}),
    )
    sections = divide(whole)
    assert [(part.anchor, part.heading, part.grade, len(part.paragraphs)) for part in sections] == [
        ("s1", None, "good", 1),
        ("s2", "Leaders", "good", 2),
        ("s3", "Leaders", None, 1),
    ]
    assert count_matches(sections, {"ash/p2", "ash/p3"}) == {"s2": 2}


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
