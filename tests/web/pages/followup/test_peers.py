"""The page of an authority and its peers: figures with links, groups to choose, helpful failures."""

import re
from html import unescape

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed

TOWNS = ("Devon", "Somerset", "Dorset", "Kent")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    reports = (
        report(
            f"{town.lower()}-{number}",
            "Plans drift." if number % 2 else "Visits are kind.",
            ("Do this.", {"kind": "recommendation", "grade": None}),
            authority=town,
        )
        for town in TOWNS
        for number in range(3)
    )
    return client_of(indexed(tmp_path_factory.mktemp("peers"), *reports))


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    source = response.get_data(as_text=True)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", source)).split()), source


def test_without_a_group_the_statistical_neighbours_are_the_peers(client):
    text, _ = read(client, "/peers?authority=devon+county+council&q=drift")
    assert "Peers: the 10 statistical neighbours of Devon; there are reports on" in text
    assert "1 of 3 reports on Devon" in text
    assert "Fewer than ten reports say little." in text


@pytest.mark.parametrize("query", ["&q=drift", "&q=drift+plans&grade=good", "&kind=recommendation"])
def test_each_figure_is_what_its_link_finds(client, query):
    _, source = read(client, f"/peers?authority=Devon&group=list:Somerset,Kent{query}")
    figures = re.findall(r'href="(/\?[^"]*)">(\d+) of \d+ reports?</a>', source)
    assert len(figures) >= 2
    for address, reports in figures:
        answer = client.get(f"/api/search{unescape(address)[1:]}").get_json()
        assert answer["reports"] == int(reports)


def test_without_a_search_it_compares_what_the_reports_hold(client):
    text, source = read(client, "/peers?authority=Devon&group=list:Kent,Somerset")
    assert "3 recommendations in 3 of 3 reports: 1.0 each" in text
    assert "Overall effectiveness Good Good 2" in text
    assert 'aria-current="true"' not in source


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ("/peers", "An authority and its peers"),
        ("/peers?authority=Devn", "did you mean Devon?"),
        ("/peers?authority=Devon&group=list:Devon", "group is a group of others than Devon"),
        ("/peers?authority=Devon&authority=Kent", "“Kent” was left out: authority is one here"),
        ("/peers?authority=Leeds&q=drift", "There are no reports on Leeds to compare."),
        ("/peers?authority=Devon&group=list:Leeds&q=drift", "no reports on its peers to compare"),
    ],
)
def test_what_cannot_be_compared_is_explained(client, address, notice):
    text, _ = read(client, address)
    assert notice in text


def test_searches_of_one_authority_and_its_page_lead_there(client):
    assert (
        'href="/peers?q=drift&amp;authority=Devon"' in read(client, "/?q=drift&authority=Devon")[1]
    )
    assert "/peers" not in read(client, "/?q=drift&authority=Devon&authority=Kent")[1]
    assert 'href="/peers?authority=Devon"' in read(client, "/authority/Devon")[1]
