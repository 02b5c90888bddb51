"""The page of what speaks against a paragraph: passages, notes, and one click from everywhere."""

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed

PRAISE = "Return interviews after children go missing are thorough and highly effective."
BLAME = "Too many children who go missing do not have an interview on their return."
ADDRESS = "/counter-evidence/ash/p1"


@pytest.fixture(scope="module")
def ash(tmp_path_factory):
    """A client of a collection with one report that contradicts itself."""
    ash = report(
        "ash",
        (PRAISE, {"polarity": "strength"}),
        (f"Buses <b>run</b> here. {BLAME}", {"polarity": "weakness"}),
        ("In May the plans went to the board.", {"polarity": "neutral"}),
        ("Trees stand.", {"polarity": None}),
        ("Schools are calm and pupils thrive.", {"polarity": "strength", "area": None}),
    )
    return client_of(indexed(tmp_path_factory.mktemp("ash"), ash))


def test_contrary_passages_stand_beside_the_claim(ash):
    page = ash.get(ADDRESS).text
    assert f"Against:</span> <q>{PRAISE}</q>" in page
    assert f"Buses &lt;b&gt;run&lt;/b&gt; here. <mark>{BLAME}</mark>" in page
    assert 'href="/report/ash#p2"' in page


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("p1", "The collection has no later report on Ash."),
        ("p1", "No peers were looked at"),
        ("p3", "neither praises nor criticises"),
        ("p4", "neither praises nor criticises"),
        ("p5", "in no area of practice"),
        ("p5", "Nothing was found"),
    ],
)
def test_what_was_not_found_and_why_is_said(ash, anchor, text):
    response = ash.get(f"/counter-evidence/ash/{anchor}")
    assert response.status_code == 200
    assert text in response.text


def test_an_unknown_paragraph_is_404(ash):
    assert ash.get("/counter-evidence/ash/p99").status_code == 404
    assert ash.get("/counter-evidence/elm/p1").status_code == 404


@pytest.mark.parametrize("address", ["/report/ash/p1", "/?q=interviews"])
def test_it_is_one_click_away(ash, address):
    assert f'rel="nofollow" href="{ADDRESS}"' in ash.get(address).text


def test_what_neither_praises_nor_criticises_does_not_lead_there(ash):
    assert "/counter-evidence/" not in ash.get("/report/ash/p3").text
    assert "/counter-evidence/" not in ash.get("/?q=trees").text


def test_programs_get_the_same(ash):
    answer = ash.get("/api/reports/ash/p1/counter-evidence").get_json()
    (group,) = answer["groups"]
    (passage,) = group["passages"]
    (mark,) = passage["hit"]["marks"]
    text = passage["hit"]["paragraph"]["text"]
    assert text[mark["start"] : mark["end"]] == BLAME
    assert passage["claim"] == {"start": 0, "end": len(PRAISE)}
