"""Answers to searches are remembered until the next commit, and are what would be made anew."""

import weakref
from urllib.parse import urlsplit

import msgspec
import pytest

from search import service
from search.model import Diagnostic, Span
from search.present.suggestions import counting
from web import create_app
from web.server.response_cache import ResponseCache


class Snapshot:
    pass


def test_an_answer_is_remembered_until_the_next_commit_and_the_oldest_forgotten():
    cache, older, newer = ResponseCache(2), Snapshot(), Snapshot()
    cache.put(older, "a", b"A")
    cache.put(older, "b", b"B")
    assert cache.get(older, "a") == b"A"
    cache.put(older, "c", b"C")
    assert [cache.get(older, key) for key in "abc"] == [b"A", None, b"C"]
    assert cache.get(newer, "a") is None
    cache.put(newer, "d", b"D")
    assert (cache.get(older, "a"), cache.get(newer, "d")) == (None, b"D")


def test_a_cache_for_no_answers_remembers_none():
    cache, snapshot = ResponseCache(0), Snapshot()
    cache.put(snapshot, "a", b"A")
    assert cache.get(snapshot, "a") is None


def test_a_snapshot_is_not_held():
    cache, snapshot = ResponseCache(2), Snapshot()
    cache.put(snapshot, "a", b"A")
    gone = weakref.ref(snapshot)
    del snapshot
    assert gone() is None


@pytest.mark.parametrize(("letters", "answers"), [(10, 1), (5_000, 0)])
def test_the_answer_to_a_very_long_address_is_not_remembered(data, letters, answers):
    app = create_app({"data": str(data)})
    assert app.test_client().get(f"/?q={letters * 'x'}").status_code == 200
    assert len(app.extensions["response_cache"]) == answers


@pytest.mark.parametrize("address", ["/?q=timely", "/api/search?q=timely"])
@pytest.mark.parametrize("accepted", ["gzip", "identity", "zstd"])
def test_a_remembered_answer_is_the_same_however_it_is_sent(client, accepted, address):
    first, again = (client.get(address, headers={"Accept-Encoding": accepted}) for _ in range(2))
    assert first.data == again.data
    assert first.headers.get("Content-Encoding", "identity") == accepted
    assert "Accept-Encoding" in first.headers["Vary"]


def test_links_lead_to_the_host_that_was_asked(client):
    for host in ("localhost", "127.0.0.1"):
        answer = client.get("/api/search?q=timely", headers={"Host": host}).get_json()
        assert {urlsplit(hit["link"]).hostname for hit in answer["hits"]} == {host}


@pytest.mark.parametrize("address", ["/?q=timely", "/api/search?q=timely"])
@pytest.mark.parametrize(("kind", "searches"), [("stopped", 2), ("unclosed", 1)])
def test_a_search_that_was_stopped_is_not_remembered(data, monkeypatch, kind, searches, address):
    client, requests = create_app({"data": str(data)}).test_client(), []

    def search(engine, request):
        requests.append(request)
        page = service_search(engine, request)
        diagnostics = (Diagnostic(kind, Span(0, 0), "a message"),)
        answer = msgspec.structs.replace(page.answer, diagnostics=diagnostics)
        return msgspec.structs.replace(page, answer=answer)

    service_search = service.search
    monkeypatch.setattr(service, "search", search)
    assert client.get(address).data == client.get(address).data
    assert len(requests) == searches


@pytest.mark.parametrize(("seconds", "answers"), [(-1, 0), (counting.COUNTING_SECONDS, 1)])
@pytest.mark.parametrize("address", ["/?q=recoding&correct=0", "/api/search?q=recoding&correct=0"])
def test_a_page_that_lacks_offers_for_want_of_time_is_not_remembered(
    data, monkeypatch, address, seconds, answers
):
    app = create_app({"data": str(data)})
    monkeypatch.setattr(counting, "COUNTING_SECONDS", seconds)
    assert app.test_client().get(address).status_code == 200
    assert len(app.extensions["response_cache"]) == answers
