"""A group of authorities filters what every address answers, and stays in its links."""

import pytest

from tests.web.conftest import TARN
from tests.web.csv_files import read_csv

GROUP = "group=list:Tarnsea"
IN_LINKS = "group=list%3ATarnsea"


def test_a_group_and_an_authority_both_apply(client):
    def count(query):
        return client.get(f"/api/search?q=recording&{query}").get_json()["total"]

    assert count("group=list:Tarnsea,Marrowdale") == 3
    assert count("group=list:Tarnsea,Marrowdale&authority=Tarnsea") == 1
    assert count("group=list:Tarnsea&authority=Marrowdale") == 0


def test_an_answer_lists_who_is_in_the_group(client):
    answer = client.get("/api/search?q=recording&group=neighbours-of:devon").get_json()
    assert answer["request"]["group"]["value"] == "neighbours-of:Devon"
    assert "Somerset" in answer["request"]["group"]["authorities"]
    assert "on any of the 10 statistical neighbours of Devon" in answer["searched"]
    message = "This collection has no report on any of the 10 statistical neighbours of Devon."
    assert message in [diagnostic["message"] for diagnostic in answer["diagnostics"]]


@pytest.mark.parametrize(
    "address", ["/", "/wording/concordance", "/wording/profile", "/wording/distinctive"]
)
def test_pages_say_the_group_and_repeat_it_in_their_links(client, address):
    page = client.get(f"{address}?q=recording&{GROUP}").get_data(as_text=True)
    assert "Tarnsea" in page
    assert IN_LINKS in page or 'name="group" value="list:Tarnsea"' in page


def test_the_group_can_be_taken_off(client):
    answer = client.get(f"/api/search?q=recording&{GROUP}").get_json()
    (part,) = [part for part in answer["sentence"] if part["lead"] == "on just"]
    assert client.get(part["without"]).get_json()["total"] == 3


def test_exports_and_feeds_have_the_group_alone(client):
    response = client.get(f"/search.csv?q=recording&{GROUP}", buffered=True)
    _, rows = read_csv(response.get_data(as_text=True))
    assert {row["authority"] for row in rows} == {"Tarnsea"}
    assert {IN_LINKS in row["search"] for row in rows} == {True}
    feed = client.get(f"/search.atom?q=recording&{GROUP}", buffered=True).get_data(as_text=True)
    assert feed.count("<entry>") == 1
    assert f"/report/{TARN}/p1" in feed
    assert "on just Tarnsea" in feed


def test_a_page_leaves_out_a_group_of_nobody_and_says_why(client):
    page = client.get("/?q=recording&group=list:Tarnsee").get_data(as_text=True)
    assert "“list:Tarnsee” was left out: group is of authorities" in page
    assert "did you mean Tarnsea?" in page
