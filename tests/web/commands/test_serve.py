"""evidence serve, as whoever runs it and its visitors see it."""

import http.client
import json
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.source_tree import ROOT
from tests.web.serving import PATIENCE, SERVE, serving
from web.commands import serve as command
from web.commands.serve import count_workers


def get(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return response.read().decode()


def test_a_new_commit_is_shown_without_a_restart(tmp_path):
    data = tmp_path / "data"
    with writing(data) as writer:
        writer.put(report("oakhallow", "Plans are clear."))
    with serving(data) as (address, _):
        assert json.loads(get(f"{address}/ready"))["reports"] == 1
        with writing(data) as writer:
            writer.put(report("fennelmouth", "Plans are late."))
        deadline = time.monotonic() + PATIENCE
        while json.loads(get(f"{address}/api/search?q=late"))["total"] == 0:
            assert time.monotonic() < deadline
        assert json.loads(get(f"{address}/ready"))["reports"] == 2


def test_it_starts_without_an_index_and_answers_once_there_is_one(tmp_path):
    data = tmp_path / "data"
    with serving(data) as (address, _):
        with pytest.raises(urllib.error.HTTPError, match="503"):
            get(address)
        with writing(data) as writer:
            writer.put(report("oakhallow", "Plans are clear."))
        assert "1 paragraph of 1 report" in get(address)


def test_it_stops_at_a_signal_and_logs_a_line_of_json_per_request(data):
    with serving(data) as (address, process):
        get(f"{address}/?q=late")
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        lines = process.stderr.read().splitlines()
    assert len(lines) == 1, lines
    request = json.loads(lines[0])
    assert (request["path"], request["status"]) == ("/?q=late", 200)


def refusal(*options):
    """The line with which the command says that it cannot serve."""
    command = [*SERVE, *options]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    return line


def test_a_port_that_is_taken_is_one_line(data):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        assert "cannot listen there" in refusal("--data", data, "--port", port)


def test_two_commands_do_not_share_a_port(data):
    with serving(data, processes=1) as (address, _):
        port = address.rpartition(":")[2]
        assert "cannot listen there" in refusal("--data", data, "--port", port)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0.0.0.0"])
def test_it_listens_where_it_is_asked_to(data, host):
    with serving(data, host=host, processes=1) as (address, _):
        assert get(f"http://127.0.0.1:{address.rpartition(':')[2]}/health")


@pytest.mark.skipif(not socket.has_ipv6, reason="needs IPv6")
def test_it_listens_on_an_ipv6_address(data):
    with serving(data, host="::1", processes=1) as (address, _):
        port = int(address.rpartition(":")[2])
        client = http.client.HTTPConnection("::1", port, timeout=PATIENCE)
        client.request("GET", "/health", headers={"Host": "localhost"})
        assert client.getresponse().status == 200
        client.close()


def test_what_a_reverse_proxy_says_of_its_client_is_believed_where_there_is_one(data):
    forwarded = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    with serving(data, processes=1, proxies=1) as (address, process):
        request = urllib.request.Request(f"{address}/api/search?q=late", headers=forwarded)
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            link = json.load(response)["hits"][0]["link"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        line = json.loads(process.stderr.readline())
    assert line["from"] == "192.0.2.7"
    assert link.startswith("https://127.0.0.1:")


@pytest.mark.parametrize(("processes", "count"), [(1, 1), (7, 7)])
def test_as_many_processes_answer_as_are_asked_for(processes, count):
    assert count_workers(processes) == count


@pytest.mark.parametrize(("cores", "count"), [(1, 2), (2, 3), (3, 4), (64, 4)])
def test_otherwise_there_is_one_more_than_there_are_cores(monkeypatch, cores, count):
    monkeypatch.setattr(command, "available_cores", lambda: cores)
    assert count_workers(0) == count


def test_help_shows_every_setting_and_a_wrong_value_is_named(evidence):
    help_text = " ".join(evidence("serve", "--help").stdout.split())
    assert "EVIDENCE_HEAVY_RATE; default: 120 per minute" in help_text
    result = evidence("serve", "--port", "many")
    assert result.exit_code == 1
    assert "port is 'many'; give a number" in result.stderr
