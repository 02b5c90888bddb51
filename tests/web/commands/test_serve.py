"""evidence serve, as a supervisor and its visitors see it."""

import json
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.serving import PATIENCE, ROOT, SERVE, serving
from web import create_app


def get(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return response.read().decode()


def test_a_new_commit_is_shown_within_two_seconds_without_a_restart(tmp_path):
    data = tmp_path / "data"
    with writing(data) as writer:
        writer.put(report("oakhallow", "Plans are clear."))
    with serving(data) as (address, _):
        assert json.loads(get(f"{address}/ready"))["reports"] == 1
        with writing(data) as writer:
            writer.put(report("fennelmouth", "Plans are late."))
        committed = time.monotonic()
        while json.loads(get(f"{address}/api/search?q=late"))["total"] == 0:
            assert time.monotonic() < committed + 2
        assert json.loads(get(f"{address}/ready"))["reports"] == 2


def test_it_starts_without_an_index_and_answers_once_there_is_one(tmp_path):
    data = tmp_path / "data"
    with serving(data) as (address, _):
        with pytest.raises(urllib.error.HTTPError, match="503"):
            get(address)
        with writing(data) as writer:
            writer.put(report("oakhallow", "Plans are clear."))
        assert "1 paragraph of 1 report" in get(address)


def test_it_stops_when_told_to_and_logs_a_line_of_json_a_request(data):
    with serving(data) as (address, process):
        get(f"{address}/?q=late")
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        (line,) = process.stderr.read().splitlines()
        logged = json.loads(line)
        assert (logged["path"], logged["status"]) == ("/?q=late", 200)


def test_a_port_that_is_taken_is_one_line(data):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        result = subprocess.run(
            [*SERVE, "--data", data, "--port", str(held.getsockname()[1])],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "cannot listen there" in result.stderr


def test_help_shows_every_setting_and_a_wrong_value_is_named(evidence):
    told = " ".join(evidence("serve", "--help").stdout.split())
    assert "EVIDENCE_HEAVY_RATE; default: 120 per minute" in told
    result = evidence("serve", "--port", "many")
    assert result.exit_code == 1
    assert "port is 'many'; give a number" in result.stderr


def test_metrics_are_served_when_asked_for(data):
    plain = create_app({"data": str(data)}).test_client()
    assert plain.get("/metrics").status_code == 404
    watched = create_app({"data": str(data), "metrics": True}).test_client()
    watched.get("/?q=timely")
    told = watched.get("/metrics").get_data(as_text=True)
    assert 'evidence_requests_total{endpoint="pages.search",status="200"} 1.0' in told
