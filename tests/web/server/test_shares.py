"""A worker that holds more connections than another lets it take the next."""

import os
import socket
from contextlib import ExitStack

import pytest

from tests.reliability.processes import handles, living
from tests.web.serving import serving
from web.server import shares
from web.server.shares import GIVE_WAY, LONGEST, Door, Shares, sheet


@pytest.mark.parametrize(
    ("held", "pauses"),
    [
        ((9,), [0]),
        ((0, 0), [0, 0]),
        ((2, 0), [0, 0]),
        ((3, 0), [GIVE_WAY, 0]),
        ((9, 4, 5), [3 * GIVE_WAY, 0, 0]),
        ((500, 1, 7), [LONGEST, 0, 4 * GIVE_WAY]),
    ],
)
def test_whoever_holds_clearly_more_than_the_fewest_gives_way(held, pauses):
    with sheet(len(held)) as handle:
        each = [Shares(handle, place) for place in range(len(held))]
        for one, connections in zip(each, held, strict=True):
            one.hold(connections)
        assert [one.pause() for one in each] == pauses


def test_a_worker_that_starts_again_holds_none():
    with sheet(2) as handle:
        other = Shares(handle, 1)
        Shares(handle, 0).hold(5)
        Shares(handle, 0)
        other.hold(3)
        assert other.pause() == GIVE_WAY


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0)) as held:
        held.setblocking(False)
        yield held


@pytest.fixture
def pair():
    """The shares of two workers."""
    with sheet(2) as handle:
        yield Shares(handle, 0), Shares(handle, 1)


def door(listening, own):
    """A server whose loop does not run: its socket is asked by hand."""
    return Door(lambda environ, start: [b""], listening.dup(), own, threads=1)


def test_who_is_ahead_finds_that_another_took_the_connection(listening, pair, monkeypatch):
    ours, _ = pair
    server = door(listening, ours)
    ours.hold(3)
    taken = []
    monkeypatch.setattr(shares.time, "sleep", lambda seconds: taken.append(listening.accept()))
    with socket.create_connection(listening.getsockname()):
        assert server.accept() is None
        assert len(taken) == 1
        taken[0][0].close()
    server.close()


def test_who_is_not_ahead_takes_it_at_once(listening, pair, monkeypatch):
    ours, _ = pair
    server = door(listening, ours)
    ours.hold(2)
    monkeypatch.setattr(shares.time, "sleep", lambda seconds: pytest.fail("gave way"))
    with socket.create_connection(listening.getsockname()) as client:
        taken, place = server.accept()
        assert place == client.getsockname()
        taken.close()
    server.close()


def sockets(process):
    """How many sockets a process holds."""
    return sum(link.startswith("socket:") for link in handles(process))


@pytest.mark.skipif(os.name == "nt", reason="one process answers on Windows")
def test_kept_connections_are_spread_over_the_workers(data):
    count, asking = 12, b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with serving(data, processes=2) as (address, process), ExitStack() as held:
        port = int(address.rpartition(":")[2])
        workers = [one for one in living(process.pid) if one != process.pid]
        before = list(map(sockets, workers))
        for _ in range(count):
            one = held.enter_context(socket.create_connection(("127.0.0.1", port)))
            one.sendall(asking)
            assert one.recv(4096).startswith(b"HTTP/1.1 200")
        taken = [now - then for now, then in zip(map(sockets, workers), before, strict=True)]
    assert sum(taken) == count
    assert min(taken) >= count // 3
