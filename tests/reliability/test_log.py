"""A log that nobody reads keeps no client waiting, and no server from ending."""

import json
import signal

import pytest

from index.writer import writing
from tests.reliability.clients import Client
from tests.reliability.worlds import visit
from tests.web.serving import PATIENCE, serving

LONG = "x" * 8_000
REQUESTS = 400  # whose lines are more than a pipe and a log handler hold


@pytest.mark.parametrize("processes", [1, 2])
def test_a_log_that_nobody_reads_stops_no_answer(tmp_path, processes):
    with writing(tmp_path) as writer:
        writer.put(visit("ash"))
    with serving(tmp_path, processes=processes) as (address, process):
        client = Client(address)
        for _ in range(REQUESTS):
            assert client.ask(f"/health?{LONG}").status == 200
        client.close()
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
    lines = [json.loads(line) for line in log.splitlines()]
    dropped = [line["lost"] for line in lines if "lost" in line]
    assert dropped
    assert len(lines) - len(dropped) + sum(dropped) == REQUESTS
