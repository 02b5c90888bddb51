"""Response headers, and how often one address may ask for what takes long."""

import pytest

from web import create_app

HEAVY = ["/search.csv?q=late", "/search.ris?q=late", "/search.atom?q=late", "/wording/draft"]


def statuses(client, path):
    answers = []
    for _ in range(3):
        with client.get(path) as response:
            answers.append(response.status_code)
    return answers


@pytest.mark.parametrize("path", HEAVY)
def test_who_asks_too_often_for_what_takes_long_is_told_to_wait(data, path):
    client = create_app({"data": str(data), "heavy_rate": "2 per minute"}).test_client()
    assert statuses(client, path) == [200, 200, 429]
    assert "Too many requests" in client.get(path).get_data(as_text=True)
    assert client.get("/health").status_code == 200
    with client.get(path, environ_overrides={"REMOTE_ADDR": "10.0.0.9"}) as response:
        assert response.status_code == 200


def test_drafts_sent_by_programs_are_limited_too(data):
    client = create_app({"data": str(data), "heavy_rate": "2 per minute"}).test_client()
    answers = [client.post("/api/wording/draft", json={"draft": "late"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].get_json()["error"]["title"] == "Too many requests"


@pytest.mark.parametrize("path", ["/", "/about", "/?q=late", "/api/search?q=late"])
def test_pages_have_no_limit(data, path):
    client = create_app({"data": str(data), "heavy_rate": "1 per minute"}).test_client()
    assert statuses(client, path) == [200, 200, 200]


def test_an_empty_rate_is_no_limit(data):
    client = create_app({"data": str(data), "heavy_rate": ""}).test_client()
    assert statuses(client, HEAVY[0]) == [200, 200, 200]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/nowhere", "/static/theme.css"])
def test_every_answer_has_the_headers_and_does_not_tell_its_server(client, path):
    with client.get(path) as response:
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Server"] == "evidence-search"
