"""The page of two reports side by side: changed words, choices of rows, bounds, and ways to it."""

import re
from datetime import date

import pytest

from corpus.model import Judgement
from tests.index.reports import report
from tests.web.conftest import client_of, indexed
from web.pages.followup import side_by_side

CARE = {"area": "children-in-care", "section": "Children looked after", "polarity": "weakness"}
REPORTS = (
    report(
        "ash-2015",
        "Managers know <b>the children</b> well.",
        ("Plans for children are late.", CARE),
        "Supervision notes are kept in paper folders.",
        authority="Ash",
        day=date(2015, 1, 1),
        scale="ofsted",
        judgements=(Judgement("Leadership", "requires improvement", "leadership"),),
    ),
    report(
        "ash-2022",
        ("Plans for children are timely.", CARE),
        "Foster carers have a helpline.",
        authority="Ash",
        day=date(2022, 1, 1),
        scale="ofsted",
        judgements=(Judgement("Leaders", "good", "leadership"),),
    ),
    report("ash-2023", "Letters are long.", authority="Ash", day=date(2023, 1, 1), withdrawn="x"),
    report(
        "fir",
        "Plans are late.",
        authority="Fir",
        scale="ofsted",
        judgements=(Judgement("Leaders", "good", "leadership"),),
    ),
    report("elm", authority="Elm", framework="other", overall=None, day=None),
)
ADDRESS = "/side-by-side/ash-2015/ash-2022"


@pytest.fixture(scope="module")
def ash(tmp_path_factory):
    """A client of a collection with three reports on one authority, and an empty one on another."""
    return client_of(indexed(tmp_path_factory.mktemp("ash"), *REPORTS))


def test_changed_words_are_marked_for_eyes_and_ears(ash):
    page = ash.get(ADDRESS).text
    assert "Plans for children are <del>" in page
    assert '[removed: </span>late<span class="visually-hidden">]</span></del>.' in page
    assert '[added: </span>timely<span class="visually-hidden">]</span></ins>.' in page
    assert "Managers know &lt;b&gt;the children&lt;/b&gt; well." in page


def test_grades_are_compared_in_words(ash):
    page = ash.get(ADDRESS).text
    assert "<strong>Better</strong>: good, was requires improvement" in page
    assert "Neither report gives a grade" not in page


def test_of_two_authorities_none_got_better(ash):
    page = ash.get("/side-by-side/ash-2015/fir").text
    assert "Fir is graded better" in page
    assert "<strong>Better" not in page


def test_the_address_may_name_the_reports_either_way_round(ash):
    other = ash.get("/side-by-side/ash-2022/ash-2015")
    assert other.text == ash.get(ADDRESS).text


@pytest.mark.parametrize(
    ("show", "texts"),
    [
        ("all", {"Plans for", "Managers", "Supervision", "Foster"}),
        ("reworded", {"Plans for"}),
        ("new", {"Foster"}),
        ("gone", {"Managers", "Supervision"}),
        ("same", set()),
    ],
)
def test_rows_of_one_kind_are_shown(ash, show, texts):
    page = ash.get(f"{ADDRESS}?show={show}").text
    words = ("Plans for", "Managers", "Supervision", "Foster")
    assert {word for word in words if f"<p>{word}" in page} == texts
    assert ("There is nothing to show" in page) == (not texts)


def test_a_wrong_choice_is_left_out_and_named(ash):
    page = ash.get(f"{ADDRESS}?show=best&page=7").text
    assert "“best” was left out" in page
    assert "“7” was left out" in page
    assert "Foster carers" in page


def test_rows_are_shown_in_pages(ash, monkeypatch):
    monkeypatch.setattr(side_by_side, "ROWS_PER_PAGE", 2)
    pages = [ash.get(f"{ADDRESS}?page={number}").text for number in (1, 2)]
    assert ["Plans for" in page for page in pages] == [True, False]
    assert ["Supervision" in page for page in pages] == [False, True]
    assert f'href="{ADDRESS}?page=2"' in pages[0]


def test_a_page_shows_the_beginnings_of_what_it_has_no_room_for(ash, monkeypatch):
    monkeypatch.setattr(side_by_side, "MAX_PAGE_TEXT", 0)
    monkeypatch.setattr(side_by_side, "CUT_TEXT", 9)
    page = ash.get(ADDRESS).text
    assert "<p>Plans for … <a" in page
    assert "folders" not in page


@pytest.mark.parametrize(
    ("address", "note"),
    [
        ("/side-by-side/ash-2015/ash-2023", "The later report no longer stands: x."),
        ("/side-by-side/ash-2015/elm", "two authorities, Ash and Elm"),
        ("/side-by-side/ash-2015/elm", "has no paragraphs to compare"),
        ("/side-by-side/ash-2015/elm", ") gives no grades."),
        ("/side-by-side/ash-2022/fir", "<td>The same grade"),
    ],
)
def test_what_to_bear_in_mind_is_said(ash, address, note):
    response = ash.get(address)
    assert response.status_code == 200
    assert note in response.text


def test_one_report_named_twice_leads_to_others(ash):
    page = ash.get("/side-by-side/ash-2015/ash-2015").text
    assert "names one report twice" in page
    assert 'href="/side-by-side/ash-2015/ash-2022"' in page
    assert "no other report on Elm" in ash.get("/side-by-side/elm/elm").text


@pytest.mark.parametrize("address", ["/side-by-side/ash-2015/x", "/side-by-side/x/ash-2015"])
def test_an_unknown_report_is_404(ash, address):
    assert ash.get(address).status_code == 404


def test_a_report_leads_to_the_others_on_its_authority(ash):
    page = ash.get("/report/ash-2015").text
    assert re.findall(r'href="(/side-by-side/[^"]+)"', page) == [
        "/side-by-side/ash-2015/ash-2023",
        "/side-by-side/ash-2015/ash-2022",
    ]
    assert "/side-by-side/" not in ash.get("/report/elm").text
    assert "Compare Ash in other years" in ash.get(ADDRESS).text


def test_programs_get_pages_of_rows_with_a_link_to_the_next(ash):
    first = ash.get("/api/side-by-side/ash-2022/ash-2015?size=3")
    assert first.headers["Link"] == (
        '</api/side-by-side/ash-2022/ash-2015?size=3&page=2>; rel="next"'
    )
    pages = [first, ash.get("/api/side-by-side/ash-2022/ash-2015?size=3&page=2")]
    kinds = [
        [row["kind"] for section in page.get_json()["sections"] for row in section["rows"]]
        for page in pages
    ]
    assert [len(one) for one in kinds] == [3, 1]
    assert "Link" not in pages[1].headers
    assert first.get_json()["counts"] == {
        "same": 0, "reworded": 1, "related": 0, "new": 1, "gone": 2
    }  # fmt: skip
