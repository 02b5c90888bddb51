"""`evidence index` killed at random moments: what was committed stays, and the next run goes on."""

import random
import subprocess
import sys
import time

import pytest

from index.errors import NotAnIndex
from index.lock import HOLDER
from index.status import check
from tests.reliability.worlds import SOAK, held
from tests.web.server import PATIENCE, ROOT
from tests.web.test_indexing import TEXT

KILLS = 200 if SOAK else 8
REPORTS = 6
# Runs on one index, and the seconds after which the last of them is killed at the latest.
RUNS, LONGEST = 4, 1.0
# Two reports a commit, so that most moments are in the middle of one.
COMMAND = (
    "import sys; import web.commands.indexing as it; it.BATCH = 2;"
    "from web.cli import main; main(sys.argv[1:])"
)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for day in range(1, REPORTS + 1):
        (place / f"{day:02}.md").write_text(TEXT.format(day=day))
    return place


def run(data, folder, seconds=None):
    """Runs the command, killed so many seconds after it took the lock; returns how it ended."""
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "index", str(folder), "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        if seconds is not None:
            (data / HOLDER).unlink(missing_ok=True)
            while not (data / HOLDER).exists() and process.poll() is None:
                time.sleep(0.002)
            time.sleep(seconds)
            process.kill()
        return process.wait(PATIENCE)


def clean(data):
    try:
        return check(data) == ()
    except NotAnIndex:
        return True


def test_killed_at_random_moments_it_loses_nothing(tmp_path, folder):
    chance, killed, data = random.Random(8), 0, tmp_path / "whole"
    assert run(data, folder) == 0
    expected = held(data)
    for case in range(KILLS):
        if case % RUNS == 0:
            data = tmp_path / f"data-{case}"
            data.mkdir()
        before = held(data)
        killed += run(data, folder, chance.uniform(0, LONGEST)) != 0
        assert clean(data), case
        assert before.items() <= held(data).items() <= expected.items(), case
        if case % RUNS == RUNS - 1:
            assert run(data, folder) == 0
            assert held(data) == expected
    assert killed > KILLS // 3
