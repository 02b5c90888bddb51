"""Themes by the section: shown as such, counted and filtered by, narrowed by `theme_by` everywhere."""

import json

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed
from tests.web.csv_files import read_csv

REPORT = report(
    "ashby-slac-2012-05-29",
    ("Placements are stable.", {"section_themes": ("safeguarding",), "path": ("Staying safe",)}),
    ("Nurses visit.", {"themes": ("health",), "section_themes": ("health",), "path": ("Being healthy",)}),
    ("Plans are late.", {"themes": ("safeguarding",)}),
    framework="slac",
)  # fmt: skip
IDS = [paragraph.id for paragraph in REPORT.paragraphs]
BY = [("", [0, 2]), ("&theme_by=words", [2]), ("&theme_by=section", [0])]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return indexed(tmp_path_factory.mktemp("sections"), REPORT)


@pytest.fixture(scope="module")
def client(data):
    return client_of(data)


def counts(answer, key="theme"):
    facet = next(facet for facet in answer["facets"] if facet["key"] == key)
    return {value["value"]: value["paragraphs"] for value in facet["values"]}


@pytest.mark.parametrize(("theme_by", "places"), BY)
@pytest.mark.parametrize("asked", ["theme=safeguarding", "q=theme:safeguarding"])
def test_the_filter_and_the_field_take_both_ways_or_one(client, asked, theme_by, places):
    answer = client.get(f"/api/search?{asked}{theme_by}&sort=oldest").get_json()
    assert [hit["paragraph"]["id"] for hit in answer["hits"]] == [IDS[place] for place in places]


@pytest.mark.parametrize(
    ("theme_by", "expected"),
    [
        ("either", {"health": 1, "safeguarding": 2}),
        ("words", {"health": 1, "safeguarding": 1}),
        ("section", {"health": 1, "safeguarding": 1}),
    ],
)
def test_the_facet_counts_as_the_filter_finds(client, theme_by, expected):
    answer = client.get(f"/api/search?q=&theme_by={theme_by}").get_json()
    assert counts(answer) == expected
    for theme, count in expected.items():
        filtered = client.get(f"/api/search?theme={theme}&theme_by={theme_by}").get_json()
        assert (filtered["total"], counts(filtered)) == (count, expected)


def test_a_paragraph_has_its_themes_apart_and_why_names_the_heading(client):
    answer = client.get(f"/api/reports/{REPORT.id}/p1").get_json()
    paragraph = answer["paragraph"]
    assert (paragraph["themes"], paragraph["section_themes"]) == ([], ["safeguarding"])
    assert answer["why"] == [
        {
            "label": "Safeguarding",
            "words": [],
            "otherwise": "the heading above it, Staying safe",
            "by_section": True,
        }
    ]


def test_the_pages_say_which_themes_are_by_the_section(client):
    results = client.get("/?theme=safeguarding&theme_by=section").get_data(as_text=True)
    assert 'Safeguarding <span class="by">by its section</span>' in results
    assert '<option value="section" selected>their section</option>' in results
    assert "with themes told by" in results
    assert "search.csv?theme=safeguarding&amp;theme_by=section" in results
    page = client.get(f"/report/{REPORT.id}/p1").get_data(as_text=True)
    assert "<dt>Safeguarding by its section</dt><dd>the heading above it, Staying safe</dd>" in page
    both = client.get(f"/report/{REPORT.id}/p2").get_data(as_text=True)
    assert 'class="by"' not in both
    assert "<dt>Health by its section</dt>" in both


def test_the_control_stays_where_no_theme_is_counted(client):
    page = client.get("/?q=nothing&theme_by=words").get_data(as_text=True)
    assert 'name="theme_by"' in page


@pytest.mark.parametrize(("theme_by", "places"), BY)
def test_exports_and_feeds_keep_it(client, theme_by, places):
    address = f"theme=safeguarding{theme_by}&sort=oldest"
    table, records, feed = (
        client.get(f"/search.{name}?{address}", buffered=True).get_data(as_text=True)
        for name in ("csv", "ris", "atom")
    )
    _, rows = read_csv(table)
    texts = [REPORT.paragraphs[place].text for place in places]
    assert [row["text"] for row in rows] == texts
    assert rows[0]["section_themes"] == ("" if places == [2] else "safeguarding")
    assert rows[0]["section_theme_labels"] == ("" if places == [2] else "Safeguarding")
    assert [place for place, one in enumerate(REPORT.paragraphs) if one.text in records] == places
    assert theme_by.replace("&", "&amp;") in feed


@pytest.mark.parametrize(
    ("theme_by", "places"), [("either", [0, 2]), ("words", [2]), ("section", [0])]
)
def test_the_command_takes_it(evidence, data, theme_by, places):
    asked = ("search", "", "--theme", "safeguarding", "--sort", "oldest", "--data", data, "--json")
    answer = json.loads(evidence(*asked, "--theme-by", theme_by).stdout)
    assert [hit["paragraph"]["id"] for hit in answer["hits"]] == [IDS[place] for place in places]


def test_the_pages_on_wording_keep_it(client):
    page = client.get("/wording/profile?q=plans&theme=safeguarding&theme_by=words")
    text = page.get_data(as_text=True)
    assert '<input type="hidden" name="theme_by" value="words">' in text
    assert "themes told by their words" in text
    answer = client.get("/api/wording/profile?q=placements&theme=safeguarding&theme_by=words")
    assert answer.get_json()["paragraphs"] == 0
