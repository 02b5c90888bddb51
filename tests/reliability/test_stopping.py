"""SIGTERM: what is under way is answered, and the server has ended within ten seconds."""

import json
import os
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from contextlib import ExitStack

import pytest

from index.writer import writing
from tests.reliability.processes import wait_for_end
from tests.reliability.worlds import visit
from tests.web.serving import PATIENCE, serving, workers
from web.server import supervisor

STOP_SECONDS = 10.0


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    place = tmp_path_factory.mktemp("stopping") / "data"
    with writing(place) as writer:
        writer.put(visit("ash"))
    return place


def idle(host, port):
    """A browser that keeps its connection after an answer."""
    connection = socket.create_connection((host, port))
    connection.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    connection.recv(4096)
    return connection


def silent(host, port):
    """A client that never sends anything."""
    return socket.create_connection((host, port))


def half_header(host, port):
    """A client whose request header never ends."""
    connection = socket.create_connection((host, port))
    connection.sendall(b"GET /health HTTP/1.1\r\nHost: ")
    return connection


def half_body(host, port):
    """A client whose draft never ends."""
    connection = socket.create_connection((host, port))
    connection.sendall(
        b"POST /api/wording/draft HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nab"
    )
    return connection


CLIENTS = [idle, silent, half_header, half_body]
# Who is signalled: the command alone, or with it all processes of a service or terminal.
SIGNALS = [(os.kill, signal.SIGTERM), (os.killpg, signal.SIGTERM), (os.killpg, signal.SIGINT)]


@pytest.mark.parametrize(
    ("client", "kill", "number"),
    [*((client, *SIGNALS[0]) for client in CLIENTS), *((half_body, *way) for way in SIGNALS[1:])],
    ids=lambda value: getattr(value, "name", getattr(value, "__name__", None)),
)
def test_nobody_keeps_a_server_from_ending(data, client, kill, number):
    with serving(data, processes=2) as (address, process), ExitStack() as connections:
        host, port = address.removeprefix("http://").split(":")
        for _ in range(3):
            connections.enter_context(client(host, int(port)))
        begin = time.monotonic()
        kill(process.pid, number)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - begin < STOP_SECONDS
        log = [line for line in process.stderr.read().splitlines() if not line.startswith("{")]
    assert log == []


def test_a_hangup_of_the_terminal_ends_all(data):
    with serving(data, processes=2) as (_, process):
        os.killpg(process.pid, signal.SIGHUP)
        assert process.wait(PATIENCE) == -signal.SIGHUP
        assert wait_for_end(process.pid, PATIENCE)


def test_requests_under_way_are_answered(data):
    """Four clients ask until they are refused; what the log says was answered, they got whole."""
    answered, refused = [], []
    with serving(data, processes=2) as (address, process):

        def ask():
            while True:
                try:
                    with urllib.request.urlopen(f"{address}/api/search?q=children") as response:
                        answered.append(json.load(response)["total"])
                except urllib.error.HTTPError as error:
                    error.close()
                    refused.append(error.code)
                    return
                except OSError:  # nothing of an answer was sent
                    return

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        while len(answered) < 20:
            time.sleep(0.001)
        process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join(PATIENCE)
        _, log = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
    assert set(refused) <= {503}
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert len(answered) == sum(line["status"] == 200 for line in lines) > 0


def test_a_second_signal_ends_a_worker_that_does_not_end(data):
    with serving(data, processes=2) as (_, process):
        begin = time.monotonic()
        os.kill(workers(process)[0], signal.SIGSTOP)
        process.send_signal(signal.SIGTERM)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - begin < supervisor.KILL_SECONDS


def test_a_worker_that_does_not_end_is_killed(data):
    with serving(data, processes=2) as (_, process):
        begin = time.monotonic()
        os.kill(workers(process)[0], signal.SIGSTOP)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - begin < STOP_SECONDS
