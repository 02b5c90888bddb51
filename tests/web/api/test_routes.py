"""The routes of the JSON API: wrong addresses, filters, pages of lines, and drafts."""

import pytest

from tests.web.conftest import MARROW, TARN

WRONG = {
    "/api/nothing": 404,
    "/api/reports/nowhere": 404,
    f"/api/reports/{MARROW}/p99": 404,
    f"/api/reports/{MARROW}/p99/like": 404,
    "/api/authorities/Nowhere": 404,
    f"/api/reports/{MARROW}/p99/counter-evidence": 404,
    f"/api/reports/{MARROW}/p1/counter-evidence?q=x": 400,
    f"/api/side-by-side/{MARROW}/nowhere": 404,
    f"/api/side-by-side/{MARROW}/{MARROW}": 400,
    f"/api/side-by-side/{MARROW}/{TARN}?show=best": 400,
    "/api/search?sort=best": 400,
    "/api/search?grade=splendid": 400,
    "/api/search?since=soon": 400,
    "/api/wording/profile": 400,
    "/api/wording/compare?q=x": 400,
    "/api/wording/concordance?q=x&order=random": 400,
}


@pytest.mark.parametrize(("address", "status"), WRONG.items(), ids=WRONG)
def test_every_error_has_one_shape(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    (error,) = response.get_json().values()
    assert set(error) == {"status", "title", "message", "action"}
    assert error["status"] == status


def test_precedents_take_filters(client):
    address = f"/api/reports/{MARROW}/p1/like"
    assert client.get(f"{address}?authority=Tarnsea").get_json()["grades"]
    assert client.get(f"{address}?authority=Marrowdale").get_json()["grades"] == []


def test_a_concordance_has_pages(client):
    first, second = (
        client.get(f"/api/wording/concordance?q=is&page={page}").get_json() for page in (1, 2)
    )
    assert first["occurrences"] == second["occurrences"] == len(first["lines"]) == 2
    assert second["lines"] == []


def test_a_draft_finds_precedents(client):
    response = client.post("/api/wording/draft", json={"draft": "Recording is timely."})
    (precedents,) = response.get_json()
    assert precedents["draft"] == "Recording is timely."


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"draft": 1}', b"\xff", b'{"draft": "\xff"}'])
def test_a_body_without_a_draft_is_refused(client, body):
    response = client.post("/api/wording/draft", data=body)
    assert response.status_code == 400
    assert "draft" in response.get_json()["error"]["message"]
