"""A worker's start and its end: not before what it works on is answered, not after its parent."""

import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from corpus import worker_limits
from search.local.engine import LocalEngines
from tests.reliability.processes import kill_group, wait_for_end
from tests.source_tree import ROOT
from tests.web.serving import PATIENCE
from web.server import worker

# A worker at work on one request, which is over when a line comes on stdin.
WORKING = """
import signal, sys, threading
from web.server import worker
from web.server.admission import Admission
worker.LAST_REQUESTS_SECONDS = float(sys.argv[1])
admission = Admission(places=1, queue=1)
assert admission.enter()
signal.signal(signal.SIGTERM, lambda number, frame: None)
worker.end_when_drained(admission)
print("working", flush=True)
sys.stdin.readline()
admission.leave()
print("answered", flush=True)
threading.Event().wait()
"""
# A command with one worker.
PARENT = """
from multiprocessing import get_context
from tests.web.server.test_worker import live
worker = get_context("spawn").Process(target=live)
worker.start()
worker.join()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a worker at once")


def working(seconds):
    """A worker that waits so long for its last request, after it was told to stop."""
    command = [sys.executable, "-c", WORKING, str(seconds)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert process.stdout.readline() == "working\n"
    process.send_signal(signal.SIGTERM)
    return process


def test_a_worker_ends_when_its_last_request_is_answered():
    with working(seconds=2 * PATIENCE) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        out, _ = process.communicate("over\n", timeout=PATIENCE)
        assert out == "answered\n"
        assert process.returncode == 0


def test_a_worker_does_not_wait_for_ever():
    with working(seconds=0.1) as process:
        assert process.wait(PATIENCE) == 0


def live():
    """What a worker does that has no work, on a system whose kernel does not end it."""
    worker_limits.sys = SimpleNamespace(platform="any")
    worker_limits.end_with_parent(os.getppid())
    print("alive", flush=True)
    time.sleep(10 * PATIENCE)


def test_a_worker_sees_that_its_parent_has_gone():
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as parent:
        try:
            assert parent.stdout.readline() == "alive\n"
            parent.kill()
            parent.wait(PATIENCE)
            assert wait_for_end(parent.pid, PATIENCE)
        finally:
            kill_group(parent)


def test_the_first_search_is_answered_before_the_first_visitor(data, tmp_path):
    assert worker.warm_up(LocalEngines(data)) == ""
    assert str(tmp_path / "none") in worker.warm_up(LocalEngines(tmp_path / "none"))
