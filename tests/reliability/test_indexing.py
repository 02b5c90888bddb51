"""`evidence index` killed at random moments: what was committed stays, and the next run goes on."""

import os
import random
import subprocess
import sys
import time
from collections import Counter

import pytest

from index.commit import read_commit
from index.errors import NotAnIndex
from index.lock import WRITER_FILE
from index.status import check
from index.whoosh.storage import LOCK_FILE
from tests.reliability.processes import kill_group, wait_for_end
from tests.reliability.worlds import SOAK, titles_by_report
from tests.source_tree import ROOT
from tests.web.commands.test_index import TEXT
from tests.web.serving import PATIENCE

KILLS = 200 if SOAK else 8
REPORTS = 6
BATCH = 2  # so small that most moments are in the middle of a commit
# A run is killed after at most so many changes of the directory, and so many seconds more.
MAX_CHANGES, MAX_SECONDS = 12, 0.03
COMMAND = (
    f"import sys; import web.commands.index as command; command.BATCH = {BATCH};"
    "from web.cli import main; main(sys.argv[1:])"
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for day in range(1, REPORTS + 1):
        (folder / f"{day:02}.md").write_text(TEXT.format(day=day))
    return folder


def run(data, folder, moment=None):
    """Run the command, kill it at a moment if one is given, and return its exit code.

    However it ends, no process of it is left.
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
            if moment["its workers too"]:
                kill_group(process)
            else:
                process.kill()
        code = process.wait(PATIENCE)
    assert wait_for_end(process.pid, PATIENCE)
    return code


def wait_for_changes(data, process, changes):
    """Wait until the names in a directory have changed so often, or the process ends."""
    names = os.listdir(data)
    while changes and process.poll() is None:
        time.sleep(0.0005)
        before, names = names, os.listdir(data)
        changes -= before != names


def random_moment(chance):
    """The lock and the announcement of the writer are two changes, a commit is four or five."""
    return {
        "changes": chance.randint(1, MAX_CHANGES),
        "seconds": chance.choice((0, chance.uniform(0, MAX_SECONDS))),
        "its workers too": chance.random() < 0.5,
    }


def is_sound(data):
    try:
        return check(data) == ()
    except NotAnIndex:
        return titles_by_report(data) == {}


def is_within_a_commit(data):
    """Whether there is a file in the directory that the last commit does not name."""
    try:
        named = read_commit(data).files
    except NotAnIndex:
        return False
    return not {name for name in os.listdir(data) if name not in (LOCK_FILE, WRITER_FILE)} <= named


def test_killed_at_random_moments_it_loses_nothing(tmp_path, folder):
    chance, counts, data = random.Random(8), Counter(), tmp_path / "whole"
    assert run(data, folder) == 0
    expected = titles_by_report(data)
    while counts["killed"] < KILLS:
        before = titles_by_report(data)
        if before == expected:  # each index is killed at until all of it is there
            counts["indexes"] += 1
            data = tmp_path / str(counts["indexes"])
            data.mkdir()
            before = {}
        code = run(data, folder, random_moment(chance))
        after = titles_by_report(data)
        assert is_sound(data), counts
        assert before.items() <= after.items() <= expected.items(), counts
        assert len(after) in range(0, REPORTS + 1, BATCH), counts
        if code == 0:
            assert after == expected, counts
            assert not is_within_a_commit(data), counts
        counts["killed"] += code != 0
        counts["within a commit"] += code != 0 and is_within_a_commit(data)
        counts["between commits"] += code != 0 and 0 < len(after) < len(expected)
    print(dict(counts))
