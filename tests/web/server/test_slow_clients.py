"""Slow clients hold a few threads, and none that pages need."""

import gzip
import socket
from contextlib import ExitStack

import pytest

from tests.reliability.clients import ask
from tests.web.serving import PATIENCE, serving
from web import create_app
from web.server import slow_clients
from web.server.slow_clients import MAX_TRANSFERS

ENCODINGS = ["identity", "gzip", "br", "zstd"]
HALF_DRAFT = b"POST /api/wording/draft HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90\r\n\r\n{"


@pytest.fixture
def client(data):
    return create_app({"data": str(data), "heavy_rate": ""}).test_client()


def test_pages_are_answered_however_many_drafts_never_end(data):
    with (
        serving(data, processes=1, threads=1, queue=1, heavy_rate="") as (address, _),
        ExitStack() as connections,
    ):
        port = int(address.rpartition(":")[2])
        for _ in range(MAX_TRANSFERS):
            slow = connections.enter_context(socket.create_connection(("127.0.0.1", port)))
            slow.sendall(HALF_DRAFT)
        refused = b""
        while not refused:  # the next may be sooner than those
            one_more = socket.create_connection(("127.0.0.1", port), PATIENCE)
            connections.enter_context(one_more)
            one_more.sendall(HALF_DRAFT)
            one_more.settimeout(1)
            try:
                refused = one_more.recv(4096)
            except TimeoutError:
                continue
        assert refused.startswith(b"HTTP/1.1 503")
        assert b"retry-after: 1" in refused
        assert [ask(address, path).status for path in ("/", "/health")] == [200, 200]


@pytest.mark.parametrize("accepted", ENCODINGS)
def test_large_files_are_sent_to_so_many_at_once(client, monkeypatch, accepted):
    monkeypatch.setattr(slow_clients, "MAX_PIECE_BYTES", 100)
    ask_for = {"path": "/search.csv?q=recording", "headers": {"Accept-Encoding": accepted}}
    with ExitStack() as responses:
        slow = [responses.enter_context(client.get(**ask_for)) for _ in range(MAX_TRANSFERS)]
        assert {response.status_code for response in slow} == {200}
        with client.get(**ask_for) as refused:
            assert refused.status_code == 503
            assert refused.headers["Retry-After"] == "1"
            assert "Content-Security-Policy" in refused.headers
        assert client.get("/?q=recording").status_code == 200
    with client.get(**ask_for) as response:
        assert response.status_code == 200


DECODE = {"identity": bytes, "gzip": gzip.decompress}


@pytest.mark.parametrize("accepted", DECODE)
@pytest.mark.parametrize("path", ["/search.csv?q=recording", "/static/theme.css"])
def test_a_file_is_the_same_in_one_piece_and_in_many(client, monkeypatch, accepted, path):
    def fetch(max_piece):
        monkeypatch.setattr(slow_clients, "MAX_PIECE_BYTES", max_piece)
        monkeypatch.setattr(slow_clients, "BLOCK_BYTES", 100)
        with client.get(path, headers={"Accept-Encoding": accepted}) as response:
            assert response.headers.get("Content-Encoding", "identity") == accepted
            assert response.content_length == len(response.data)
            return DECODE[accepted](response.data)

    assert fetch(max_piece=100) == fetch(max_piece=1 << 20)


@pytest.mark.parametrize("path", ["/static/theme.css", "/bootstrap/static/css/bootstrap.min.css"])
@pytest.mark.parametrize("accepted", ENCODINGS)
def test_a_static_file_that_is_known_is_not_sent_again(client, path, accepted):
    headers = {"Accept-Encoding": accepted}
    with client.get(path, headers=headers) as response:
        etag = response.headers["ETag"]
    with client.get(path, headers={**headers, "If-None-Match": etag}) as response:
        assert (response.status_code, response.data) == (304, b"")


def test_a_draft_that_is_too_long_is_refused_whether_it_says_so_or_not(data):
    client = create_app({"data": str(data), "body": 1_000}).test_client()
    chunked = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    for length, status in ((900, 400), (1_001, 413), (9_000, 413)):
        for environ in ({}, chunked):
            response = client.post(
                "/api/wording/draft", data=b"x" * length, environ_overrides=environ
            )
            assert response.status_code == status
