"""Errors are answered in one shape and one look, without a trace."""

import pytest

from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.server.error_handlers import describe


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


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (
            "the draft has 9 characters; paste at most 8",
            "The draft has 9 characters; paste at most 8.",
        ),
        ("The address has 101 values.", "The address has 101 values."),
        ("did you mean grade?", "Did you mean grade?"),
        ("éclair is no word", "Éclair is no word."),
        ("“x” is wrong", "“x” is wrong."),
    ],
)
def test_a_message_is_answered_as_a_sentence(message, sentence):
    assert describe(400, message).message == sentence


@pytest.mark.parametrize(
    ("method", "address", "options"),
    [
        ("get", "/api/wording/profile", {}),
        ("get", "/api/search?size=0", {}),
        ("get", "/api/search?gradee=good", {}),
        ("get", "/api/search?since=2020&until=2019", {}),
        ("get", "/api/search?" + "&".join(f"year={year}" for year in range(1900, 2020)), {}),
        ("get", "/api/reports?page=x", {}),
        ("post", "/api/wording/draft", {"data": "{"}),
        ("post", "/api/wording/draft", {"data": "\xff"}),
        ("post", "/api/wording/draft", {"json": {"draft": "word " * 30_000}}),
        ("post", "/api/wording/draft", {"json": {"draft": "word\n\n" * 30}}),
    ],
)
def test_what_is_refused_is_refused_in_a_sentence(client, method, address, options):
    response = getattr(client, method)(address, **options)
    message = response.get_json()["error"]["message"]
    assert response.status_code == 400
    assert message[0].isupper(), message
    assert message[-1] in ".?", message
