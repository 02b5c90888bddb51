"""`evidence index` killed at random moments: what was committed stays, and the next run goes on."""

import os
import random
import subprocess
import sys
import time
from collections import Counter

import pytest

from index.errors import NotAnIndex
from index.lock import HOLDER
from index.status import check
from index.whoosh.contents import read
from index.whoosh.storage import LOCK
from tests.reliability.processes import ended, kill_group
from tests.reliability.worlds import SOAK, held
from tests.web.commands.test_index import TEXT
from tests.web.serving import PATIENCE, ROOT

KILLS = 200 if SOAK else 8
REPORTS = 6
BATCH = 2  # so small that most moments are in the middle of a commit
# A run is killed after at most so many changes of the directory, and so many seconds more.
CHANGES, LONGEST = 12, 0.03
COMMAND = (
    f"import sys; import web.commands.index as it; it.BATCH = {BATCH};"
    "from web.cli import main; main(sys.argv[1:])"
)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for day in range(1, REPORTS + 1):
        (place / f"{day:02}.md").write_text(TEXT.format(day=day))
    return place


def run(data, folder, moment=None):
    """Runs the command, killed at a moment if one is given; returns how it ended.

    Whatever is killed, no process of it is left.
    """
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "index", str(folder), "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        if moment:
            wait_for_changes(data, process, moment["changes"])
            time.sleep(moment["seconds"])
            if moment["readers too"]:
                kill_group(process)
            else:
                process.kill()
        code = process.wait(PATIENCE)
    assert ended(process.pid, PATIENCE)
    return code


def wait_for_changes(data, process, changes):
    """Waits until the names in a directory have changed so often, or the process ends."""
    names = os.listdir(data)
    while changes and process.poll() is None:
        time.sleep(0.0005)
        before, names = names, os.listdir(data)
        changes -= before != names


def at_random(chance):
    """A moment: the lock and the note of who writes are two changes, a commit is four or five."""
    return {
        "changes": chance.randint(1, CHANGES),
        "seconds": chance.choice((0, chance.uniform(0, LONGEST))),
        "readers too": chance.random() < 0.5,
    }


def clean(data):
    try:
        return check(data) == ()
    except NotAnIndex:
        return held(data) == {}


def within_a_commit(data):
    """Whether a file lies in the directory that the last commit does not name."""
    try:
        known = read(data).files
    except NotAnIndex:
        return False
    return not {name for name in os.listdir(data) if name not in (LOCK, HOLDER)} <= known


def test_killed_at_random_moments_it_loses_nothing(tmp_path, folder):
    chance, seen, data = random.Random(8), Counter(), tmp_path / "whole"
    assert run(data, folder) == 0
    expected = held(data)
    while seen["killed"] < KILLS:
        before = held(data)
        if before == expected:  # each index is killed at until all of it is there
            seen["indexes"] += 1
            data = tmp_path / str(seen["indexes"])
            data.mkdir()
            before = {}
        code = run(data, folder, at_random(chance))
        after = held(data)
        assert clean(data), seen
        assert before.items() <= after.items() <= expected.items(), seen
        assert len(after) in range(0, REPORTS + 1, BATCH), seen
        if code == 0:
            assert after == expected, seen
            assert not within_a_commit(data), seen
        seen["killed"] += code != 0
        seen["within a commit"] += code != 0 and within_a_commit(data)
        seen["between commits"] += code != 0 and 0 < len(after) < len(expected)
    print(dict(seen))
