"""Two writers, dead writers, and directories that cannot be written to."""

import os
import signal
import subprocess
import sys
import time

import pytest

from index.errors import DiskFailed, IndexLocked
from index.status import check, status
from index.writing import writing
from tests.reliability.worlds import begun, held, visit
from tests.web.server import PATIENCE, ROOT

HOLD = """
import sys, time
from pathlib import Path
from index.writing import writing
from tests.reliability.worlds import visit
with writing(Path(sys.argv[1])) as writer:
    writer.put(visit("rowan"))
    print("writing", flush=True)
    time.sleep(60)
"""
FILL = """
import resource, sys
from pathlib import Path
from index.errors import DiskFailed
from index.writing import writing
from tests.reliability.worlds import visit
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
try:
    with writing(Path(sys.argv[1])) as writer:
        writer.put(visit("rowan", paragraphs=2_000))
except DiskFailed as error:
    sys.exit(str(error))
"""


@pytest.fixture
def data(tmp_path):
    begun(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def other(data):
    """Another process that writes to the index, until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.communicate(timeout=PATIENCE)


def test_a_second_writer_waits_as_long_as_told_and_says_who_writes_since_when(data, other):
    asked = time.monotonic()
    with pytest.raises(IndexLocked) as refusal, writing(data, wait=0.4):
        pass
    assert time.monotonic() - asked >= 0.4
    today = time.strftime("%Y-%m-%dT", time.gmtime())
    assert f"process {other.pid} since {today}" in str(refusal.value)
    assert status(data).writer == other.pid


def test_a_dead_writer_holds_nothing_and_leaves_nothing(data, other):
    before = held(data)
    other.send_signal(signal.SIGKILL)
    other.wait(PATIENCE)
    assert status(data).writer is None
    assert held(data) == before
    with writing(data, wait=0) as writer:
        assert writer.put(visit("rowan")).kind == "added"
    assert held(data) == {**before, "rowan": "rowan-1.md"}


def test_a_waiting_writer_goes_on_when_the_first_is_gone(data, other):
    os.kill(other.pid, signal.SIGKILL)
    with writing(data, wait=PATIENCE) as writer:
        writer.remove("ash")
    assert "ash" not in held(data)


def test_a_full_disk_is_told_and_leaves_no_trace(data):
    """The system refuses to let a file grow: what was written of it is swept away."""
    files, before = sorted(path.name for path in data.iterdir()), held(data)
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(data)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "File too large; make room, then run it again" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in data.iterdir()) == files
    assert held(data) == before
    assert check(data) == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_read_only_directory_is_read_and_not_written(data):
    before = held(data)
    data.chmod(0o555)
    try:
        with pytest.raises(DiskFailed, match="let this user read and write"), writing(data):
            pass
        assert held(data) == before
        assert check(data) == ()
        assert status(data).reports == len(before)
    finally:
        data.chmod(0o755)
