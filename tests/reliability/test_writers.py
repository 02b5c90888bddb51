"""Two writers at once, and writers that died."""

import os
import re
import signal
import subprocess
import sys
from datetime import datetime, timezone

import pytest

from index.errors import IndexLocked
from index.safety.backup import backup
from index.status import status
from index.writer import writing
from tests.reliability.worlds import make_index, titles_by_report, visit
from tests.source_tree import ROOT
from tests.web.commands.test_index import TEXT
from tests.web.serving import PATIENCE

HOLD = """
import sys
from pathlib import Path
from index.writer import writing
from tests.reliability.worlds import visit
with writing(Path(sys.argv[1])) as writer:
    writer.put(visit("rowan"))
    print("writing", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data(tmp_path):
    make_index(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def other(data):
    """Another process that writes to the index, until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.communicate(timeout=PATIENCE)


def test_a_second_writer_is_told_who_writes_since_when(data, other):
    with pytest.raises(IndexLocked) as refusal, writing(data, wait=0.4):
        pass
    since = re.search(rf"process {other.pid} since (\S+);", str(refusal.value))[1]
    assert datetime.fromisoformat(since) <= datetime.now(timezone.utc)
    assert status(data).writer == other.pid


@pytest.mark.parametrize(
    "words", ["index {reports}", "remove ash", "index --rebuild", "restore {archive} --force"]
)
def test_every_command_that_writes_names_the_writer_in_a_line(
    data, other, evidence, tmp_path, words
):
    (tmp_path / "visit.md").write_text(TEXT.format(day=3))
    backup(data, tmp_path / "backup.tar")
    command = words.format(reports=tmp_path / "visit.md", archive=tmp_path / "backup.tar")
    result = evidence(*command.split(), "--data", data)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert f"being written by process {other.pid} since " in line
    assert "wait until it is done, or stop it" in line


def test_a_dead_writer_holds_nothing_and_leaves_nothing(data, other):
    before = titles_by_report(data)
    other.send_signal(signal.SIGKILL)
    other.wait(PATIENCE)
    assert status(data).writer is None
    assert titles_by_report(data) == before
    with writing(data, wait=0) as writer:
        assert writer.put(visit("rowan")).kind == "added"
    assert titles_by_report(data) == {**before, "rowan": "rowan in lap 1"}


def test_a_waiting_writer_goes_on_when_the_first_is_gone(data, other):
    os.kill(other.pid, signal.SIGKILL)
    with writing(data, wait=PATIENCE) as writer:
        writer.remove("ash")
    assert "ash" not in titles_by_report(data)
