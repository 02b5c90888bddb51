"""Several processes behind one address: one view of the collection, and no one is missed."""

import json
import os
import signal
import time
import urllib.request

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.reliability.processes import living
from tests.web.serving import PATIENCE, serving
from web.commands import serve as command
from web.commands.serve import processes

pytestmark = pytest.mark.skipif(os.name == "nt", reason="one process answers on Windows")
COUNT = 2


def get(address):
    """The text at an address, asked on a connection of its own: any worker may answer."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        return response.read().decode()


def workers(process):
    """The processes that answer."""
    return [one for one in living(process.pid) if one != process.pid]


def until(true):
    """Waits until it is true."""
    last = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < last
        time.sleep(0.05)


@pytest.fixture
def data(tmp_path):
    place = tmp_path / "data"
    with writing(place) as writer:
        writer.put(report("oakhallow", "Plans are clear."))
    return place


def test_as_many_processes_answer_as_were_asked_for(data):
    with serving(data, processes=COUNT) as (_, process):
        assert len(workers(process)) == COUNT


@pytest.mark.parametrize(("asked", "count"), [(1, 1), (7, 7)])
def test_what_is_asked_for_is_taken(asked, count):
    assert processes(asked) == count


@pytest.mark.parametrize(("cores", "count"), [(1, 2), (2, 3), (3, 4), (64, 4)])
def test_otherwise_there_is_one_more_than_there_are_cores(monkeypatch, cores, count):
    monkeypatch.setattr(command, "available_cores", lambda: cores)
    assert processes(0) == count


def test_every_worker_sees_a_new_commit_within_two_seconds(data):
    with serving(data, processes=COUNT) as (address, _):
        with writing(data) as writer:
            writer.put(report("fennelmouth", "Plans are late."))
        time.sleep(2)
        seen = {json.loads(get(f"{address}/ready"))["reports"] for _ in range(30)}
    assert seen == {2}


def test_a_worker_that_dies_is_followed_by_another(data):
    with serving(data, processes=COUNT) as (address, process):
        before = set(workers(process))
        lost = before.pop()
        os.kill(lost, signal.SIGKILL)
        until(lambda: len(set(workers(process)) - before - {lost}) == 1)
        assert all("Oakhallow" in get(f"{address}/collection") for _ in range(10))


def test_no_worker_outlives_the_crew(data):
    with serving(data, processes=COUNT) as (_, process):
        process.kill()
        process.wait(PATIENCE)
        until(lambda: not living(process.pid))


def test_figures_are_those_of_all_workers(data):
    with serving(data, processes=COUNT, metrics="yes") as (address, _):
        for _ in range(20):
            get(f"{address}/health")
        lines = get(f"{address}/metrics").splitlines()
    counted = 'evidence_requests_total{endpoint="watch.health",status="200"}'
    assert f"{counted} 20.0" in lines


def test_a_worker_that_cannot_start_ends_the_crew(data, tmp_path, monkeypatch):
    # Whoever imports this instead of Flask ends.
    (tmp_path / "flask.py").write_text("raise SystemExit('no flask')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    ended = pytest.raises(AssertionError, match="ended before it could answer")
    with ended, serving(data, processes=2):
        pass
