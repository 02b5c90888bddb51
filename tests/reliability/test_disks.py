"""Disks that are full, read-only or not this user's: it is reported, and the last commit stands."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from index.status import check, status
from tests.reliability.worlds import make_index, titles_by_report
from tests.source_tree import ROOT
from tests.web.serving import PATIENCE

# The superuser can write anywhere, unless it gives that up.
DROP_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
AS_A_USER = DROP_RIGHTS if os.geteuid() == 0 else ("env",)
ON_ITS_OWN_DISK = ("unshare", "-rm")

ADD = """
import sys
from pathlib import Path
from index.errors import DiskFailed
from index.writer import writing
from tests.reliability.worlds import visit
try:
    with writing(Path(sys.argv[1])) as writer:
        writer.put(visit("rowan", paragraphs=2_000))
except DiskFailed as error:
    sys.exit(str(error))
"""
LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, -1))\n"


def can_run(*words):
    return shutil.which(words[0]) and subprocess.run([*words, "true"]).returncode == 0


@pytest.fixture
def data(tmp_path):
    make_index(tmp_path / "data")
    return tmp_path / "data"


def run(*words):
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )


def test_a_file_that_may_not_grow_is_reported_and_leaves_no_trace(data):
    files, before = sorted(path.name for path in data.iterdir()), titles_by_report(data)
    done = run(sys.executable, "-c", LIMIT + ADD, data)
    assert done.returncode == 1
    assert "File too large; make room, then run it again" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in data.iterdir()) == files
    assert titles_by_report(data) == before
    assert check(data) == ()


@pytest.mark.skipif(not can_run(*ON_ITS_OWN_DISK), reason="unshare -rm may not mount a disk here")
def test_a_full_or_read_only_disk_is_reported_and_the_next_run_goes_on(tmp_path):
    """However many pages of the disk are free."""
    done = run(*ON_ITS_OWN_DISK, sys.executable, "-m", "tests.reliability.small_disk", tmp_path)
    assert done.returncode == 0, done.stderr
    begun, *full, enough, read_only, again = map(json.loads, done.stdout.splitlines())
    assert len(full) > 8
    for case in full:
        assert "No space left on device; make room, then run it again" in case["message"]
        assert "the index is as its last commit left it" in case["message"]
        assert (case["reports"], case["problems"]) == (begun["reports"], [])
        assert set(case["files"]) <= set(begun["files"])
    assert (enough["message"], enough["problems"]) == (None, [])
    assert enough["reports"].keys() == {*begun["reports"], "rowan"}
    assert "Read-only file system; let this user read and write there" in read_only["message"]
    assert (read_only["reports"], read_only["problems"]) == (enough["reports"], [])
    assert again["reports"] == {**begun["reports"], "rowan": "rowan in lap 91"}
    assert (again["message"], again["problems"]) == (None, [])


@pytest.mark.skipif(not can_run(*AS_A_USER), reason="the superuser cannot give up its rights here")
def test_a_directory_that_is_not_this_users_is_read_and_not_written(data):
    before = titles_by_report(data)
    data.chmod(0o555)
    try:
        done = run(*AS_A_USER, sys.executable, "-c", ADD, data)
        assert "let this user read and write there, then run it again" in done.stderr
        assert "Traceback" not in done.stderr
        done = run(*AS_A_USER, sys.executable, "-m", "web.cli", "check", "--data", data)
        assert (done.returncode, done.stderr) == (0, "")
    finally:
        data.chmod(0o755)
    assert titles_by_report(data) == before
    assert check(data) == ()
    assert status(data).reports == len(before)
