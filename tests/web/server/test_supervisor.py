"""Several processes behind one address: one view of the collection, and none is missed for long."""

import json
import os
import signal
import socket
import urllib.request
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.reliability.processes import living, open_links
from tests.web.serving import PATIENCE, serving, wait_until, workers
from web.server import slow_clients, supervisor

pytestmark = pytest.mark.skipif(os.name == "nt", reason="one process answers on Windows")
COUNT = 2
LONGEST_ADDRESS = 65_534  # characters of path and query that the library of granian can hold


def get(address):
    """The text at an address, asked on a connection of its own: any worker may answer."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return response.read().decode()


def kill_all_but(survivor, process):
    """Kills the other workers and waits for their end."""
    victims = set(workers(process)) - {survivor}
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    # Its connections are reset when its last thread has ended, which is when nothing is left of it.
    wait_until(lambda: not any(Path(f"/proc/{victim}").exists() for victim in victims))


@pytest.fixture
def data(tmp_path):
    place = tmp_path / "data"
    with writing(place) as writer:
        writer.put(report("oakhallow", "Plans are clear."))
    return place


@pytest.mark.parametrize("count", [1, COUNT])
def test_as_many_processes_answer_as_were_asked_for(data, count):
    with serving(data, processes=count) as (_, process):
        assert len(workers(process)) == count


def ask(address, characters):
    """The status and the text that answer an address with so many characters of a path."""
    host = address.removeprefix("http://")
    with closing(HTTPConnection(host, timeout=PATIENCE)) as connection:
        connection.putrequest("GET", "/api/search?q=".ljust(characters, "a"))
        connection.endheaders()
        response = connection.getresponse()
        return response.status, response.read().decode()


def test_a_long_address_has_the_usual_look_up_to_what_the_server_can_read(data):
    """Beyond that granian answers itself (docs/reliability.md says why), and goes on answering."""
    with serving(data, processes=1) as (address, _):
        for characters in (20_000, LONGEST_ADDRESS):
            status, text = ask(address, characters)
            assert (status, json.loads(text)["error"]["status"]) == (414, 414)
        assert ask(address, LONGEST_ADDRESS + 1) == (414, "")
        assert ask(address, 200_000) == (414, "")
        assert ask(address, 1_000_000)[0] in (414, 431)
        assert json.loads(get(f"{address}/api/search?q=plans"))["total"] == 1


def test_every_worker_sees_a_new_commit(data):
    with serving(data, processes=COUNT) as (address, _):
        with writing(data) as writer:
            writer.put(report("fennelmouth", "Plans are late."))

        def counts():
            return {json.loads(get(f"{address}/ready"))["reports"] for _ in range(30)}

        wait_until(lambda: counts() == {2})


def test_a_worker_that_dies_is_replaced(data):
    with serving(data, processes=COUNT) as (address, process):
        kill_all_but(workers(process)[0], process)
        wait_until(lambda: len(workers(process)) == COUNT)
        assert all("Oakhallow" in get(f"{address}/collection") for _ in range(10))


def test_a_worker_is_replaced_however_often_it_dies_and_the_others_answer(data):
    """granian by itself would end the service the second time."""
    with serving(data, processes=COUNT) as (address, process):
        survivor = workers(process)[0]
        for _ in range(3):
            kill_all_but(survivor, process)
            assert get(f"{address}/health")
            wait_until(lambda: len(workers(process)) == COUNT)
        assert survivor in workers(process)
        assert process.poll() is None


def test_no_worker_outlives_its_command(data):
    with serving(data, processes=COUNT) as (_, process):
        process.kill()
        process.wait(PATIENCE)
        wait_until(lambda: not living(process.pid))


def test_metrics_are_those_of_all_workers(data):
    with serving(data, processes=COUNT, metrics="yes") as (address, _):
        for _ in range(20):
            get(f"{address}/health")
        lines = get(f"{address}/metrics").splitlines()
    requests = 'evidence_requests_total{endpoint="watch.health",status="200"}'
    assert f"{requests} 20.0" in lines


@pytest.mark.parametrize("count", [1, COUNT])
def test_a_worker_that_cannot_start_ends_the_command(data, tmp_path, monkeypatch, count):
    # Whoever imports this instead of Flask ends.
    (tmp_path / "flask.py").write_text("raise SystemExit('no flask')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    ended = pytest.raises(AssertionError, match=r"no flask(.|\n)*ended before it could answer")
    with ended, serving(data, processes=count):
        pass


def count_sockets(process):
    return sum(link.startswith("socket:") for link in open_links(process))


def test_connections_are_spread_over_the_workers(data):
    """By chance: that one of two gets fewer than 8 of 64 happens once in 10 to the 10."""
    count, request = 64, b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with serving(data, processes=2) as (address, process), ExitStack() as connections:
        port = int(address.rpartition(":")[2])
        before = [count_sockets(worker) for worker in workers(process)]
        for _ in range(count):
            connection = connections.enter_context(socket.create_connection(("127.0.0.1", port)))
            connection.sendall(request)
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        after = [count_sockets(worker) for worker in workers(process)]
    taken = [now - then for now, then in zip(after, before, strict=True)]
    assert min(taken) >= count // 8


def test_slow_clients_leave_threads_for_all_others():
    assert supervisor.SPARE_THREADS > slow_clients.MAX_TRANSFERS
