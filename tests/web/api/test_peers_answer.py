"""The API says what an address lacks that asks for peers."""

import pytest

from search.model import Request
from web.api.peers_answer import what_is_missing


@pytest.mark.parametrize(
    ("filters", "parameter"),
    [({}, "the parameter authority is missing"), ({"authority": ("Elm",)}, "group is missing")],
)
def test_what_is_missing(filters, parameter):
    assert parameter in what_is_missing(Request(filters=filters))


def test_a_search_and_what_reports_hold_are_two_answers(client):
    asked = "/api/peers?authority=Tarnsea&group=list:Marrowdale"
    answer = client.get(f"{asked}&q=recording").get_json()
    assert answer["reports"] is None
    assert answer["search"]["reports"]["own"]["using"] == 1
    assert answer["search"]["peers_search"]["group"]["authorities"] == ["Marrowdale"]
    answer = client.get(asked).get_json()
    assert answer["search"] is None
    assert answer["reports"]["peers_recommended"]["recommendations"] == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "The parameter authority is missing; give the one to compare."),
        ("authority=Tarnsee", "did you mean Tarnsea?"),
        ("authority=Tarnsea&authority=Marrowdale", "it is one here, and is “Tarnsea”."),
        ("authority=Tarnsea&group=list:Tarnsea", "it is a group of others than Tarnsea."),
        ("authority=Tarnsea&group=list:Atlantis", "none is called Atlantis."),
        ("authority=Marrowdale", "the parameter group is missing, and Marrowdale is in none"),
    ],
)
def test_what_cannot_be_compared_is_refused(client, query, message):
    response = client.get(f"/api/peers?{query}")
    assert response.status_code == 400
    answer = response.get_json()["error"]["message"]
    assert message.casefold() in answer.casefold()
