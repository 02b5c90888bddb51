"""Answers of searches are remembered until the next commit, and are what would be made anew."""

from urllib.parse import urlsplit

import msgspec
import pytest

from search import service
from search.model import Diagnostic, Span
from web import create_app
from web.server.response_cache import ResponseCache


class Commit:
    pass


def test_a_page_is_remembered_until_the_next_commit_and_the_oldest_forgotten():
    memory, one, next_one = ResponseCache(2), Commit(), Commit()
    memory.keep(one, "a", b"A")
    memory.keep(one, "b", b"B")
    assert memory.get(one, "a") == b"A"
    memory.keep(one, "c", b"C")
    assert [memory.get(one, key) for key in "abc"] == [b"A", None, b"C"]
    assert memory.get(next_one, "a") is None
    memory.keep(next_one, "d", b"D")
    assert (memory.get(one, "a"), memory.get(next_one, "d")) == (None, b"D")


@pytest.mark.parametrize(("letters", "pages"), [(10, 1), (5_000, 0)])
def test_the_answer_of_a_very_long_address_is_not_remembered(data, letters, pages):
    app = create_app({"data": str(data)})
    assert app.test_client().get(f"/?q={letters * 'x'}").status_code == 200
    assert len(app.extensions["remembered"].pages) == pages


@pytest.mark.parametrize("address", ["/?q=timely", "/api/search?q=timely"])
@pytest.mark.parametrize("takes", ["gzip", "identity", "zstd"])
def test_a_remembered_answer_is_the_same_however_it_is_sent(client, takes, address):
    first, again = (client.get(address, headers={"Accept-Encoding": takes}) for _ in range(2))
    assert first.data == again.data
    assert first.headers.get("Content-Encoding", "identity") == takes
    assert "Accept-Encoding" in first.headers["Vary"]


def test_links_lead_to_the_name_that_was_asked(client):
    for host in ("localhost", "127.0.0.1"):
        told = client.get("/api/search?q=timely", headers={"Host": host}).get_json()
        assert {urlsplit(hit["link"]).hostname for hit in told["hits"]} == {host}


@pytest.mark.parametrize(("letters", "pages"), [(10, 1), (5_000, 0)])
def test_the_answer_to_a_very_long_address_is_not_remembered(data, letters, pages):
    app = create_app({"data": str(data)})
    assert app.test_client().get(f"/?q={letters * 'x'}").status_code == 200
    assert len(app.extensions["remembered"].pages) == pages


@pytest.mark.parametrize("address", ["/?q=timely", "/api/search?q=timely"])
@pytest.mark.parametrize(("kind", "searches"), [("stopped", 2), ("unclosed", 1)])
def test_a_search_that_was_stopped_is_not_remembered(data, monkeypatch, kind, searches, address):
    client, asked = create_app({"data": str(data)}).test_client(), []

    def search(engine, request):
        asked.append(request)
        page = service_search(engine, request)
        diagnostics = (Diagnostic(kind, Span(0, 0), "said"),)
        answer = msgspec.structs.replace(page.answer, diagnostics=diagnostics)
        return msgspec.structs.replace(page, answer=answer)

    service_search = service.search
    monkeypatch.setattr(service, "search", search)
    assert client.get(address).data == client.get(address).data
    assert len(asked) == searches
