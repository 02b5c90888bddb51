"""What is told when something fails: one shape, one look, no trace."""

import pytest

from web import create_app


def test_without_an_index_the_cause_and_remedy_are_told(tmp_path):
    client = create_app({"data": str(tmp_path / "none")}).test_client()
    page = client.get("/")
    assert page.status_code == 503
    assert str(tmp_path / "none") in page.get_data(as_text=True)
    told = client.get("/api/search").get_json()
    assert set(told) == {"error"}
    assert set(told["error"]) == {"status", "title", "message", "action"}


def test_a_fault_of_ours_shows_no_trace(app, monkeypatch):
    def fail(*args):
        raise RuntimeError("secret")

    monkeypatch.setattr("search.service.search", fail)
    response = app.test_client().get("/?q=x")
    assert response.status_code == 500
    assert "Something went wrong here" in response.get_data(as_text=True)
    assert "secret" not in response.get_data(as_text=True)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "x@y"])
def test_a_foreign_host_name_is_refused(client, host):
    response = client.get("/", headers={"Host": host})
    assert response.status_code == 400
    assert "hosts" in response.get_data(as_text=True)


def test_too_many_requests_are_told_to_wait(data):
    client = create_app({"data": str(data), "rate": "2 per minute"}).test_client()
    statuses = [client.get("/about").status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert "Too many requests" in client.get("/about").get_data(as_text=True)
    assert client.get("/health").status_code == 200


def test_a_full_house_says_when_to_come_back(data):
    app = create_app({"data": str(data), "threads": 1, "queue": 1})
    gate = app.extensions["gate"]
    gate.inside = gate.most
    response = app.test_client().get("/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "1"
    assert app.test_client().get("/health").status_code == 200
    gate.inside = 0
    assert app.test_client().get("/").status_code == 200
