"""Errors are answered in one shape and one look, without a trace."""

import pytest

from index.writer import writing
from tests.index.reports import report
from web import create_app


@pytest.mark.parametrize(
    "path", ["/", "/?q=x", "/api/search", "/search.csv", "/ready", "/report/x"]
)
@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_without_an_index_the_log_has_the_cause_and_no_answer_has_a_path(
    tmp_path, caplog, path, damage
):
    data = tmp_path / "secret-place"
    if damage == "damaged":
        with writing(data) as writer:
            writer.put(report("ash", "Plans."))
        for file in data.glob("*.toc"):
            file.write_bytes(b"\x00" + file.read_bytes()[1:])
    response = create_app({"data": str(data)}).test_client().get(path)
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    text = response.get_data(as_text=True)
    assert "secret-place" not in text
    assert str(tmp_path) not in text
    assert "secret-place" in caplog.text


def test_an_error_of_the_api_has_one_shape(tmp_path):
    answer = create_app({"data": str(tmp_path)}).test_client().get("/api/search").get_json()
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
