"""Errors are answered in one shape and one look, without a trace."""

import pytest

from web import create_app


def test_without_an_index_the_answer_names_cause_and_remedy(tmp_path):
    client = create_app({"data": str(tmp_path / "none")}).test_client()
    page = client.get("/")
    assert page.status_code == 503
    assert str(tmp_path / "none") in page.get_data(as_text=True)
    answer = client.get("/api/search").get_json()
    assert set(answer) == {"error"}
    assert set(answer["error"]) == {"status", "title", "message", "action"}


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
