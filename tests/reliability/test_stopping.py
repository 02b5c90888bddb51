"""SIGTERM: what is under way is answered, and the server has ended within ten seconds."""

import json
import signal
import socket
import threading
import time
import urllib.error
import urllib.request

import pytest

from index.writer import writing
from tests.reliability.worlds import visit
from tests.web.serving import PATIENCE, serving
from web.server.admission import Admission

MOST = 10.0


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    place = tmp_path_factory.mktemp("stopping") / "data"
    with writing(place) as writer:
        writer.put(visit("ash"))
    return place


def idle(host, port):
    """A browser that keeps its connection after an answer."""
    held = socket.create_connection((host, port))
    held.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    held.recv(4096)
    return held


def silent(host, port):
    """A client that never says anything."""
    return socket.create_connection((host, port))


def halfway(host, port):
    """A client whose request never ends."""
    held = socket.create_connection((host, port))
    held.sendall(b"POST /api/alike HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nab")
    return held


@pytest.mark.parametrize("client", [idle, silent, halfway], ids=lambda client: client.__name__)
def test_nobody_keeps_a_server_from_ending(data, client):
    with serving(data) as (address, process):
        host, port = address.removeprefix("http://").split(":")
        held = [client(host, int(port)) for _ in range(3)]
        asked = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - asked < MOST
        for one in held:
            one.close()


def test_requests_under_way_are_answered(data):
    """Four clients ask until they are refused; what the log says was answered, they got whole."""
    answered, refused = [], []
    with serving(data) as (address, process):

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


def test_a_gate_that_closes_waits_for_those_inside_and_lets_no_more_in():
    gate = Admission(places=2, queue=2)
    assert gate.enter()
    assert not gate.close(0.01)
    assert not gate.enter()
    gate.leave()
    assert gate.close(0.01)
