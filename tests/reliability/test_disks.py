"""Disks that are full, read-only or not this user's: it is told, and the last commit stands."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from index.status import check, status
from tests.reliability.worlds import begun, held
from tests.web.serving import PATIENCE, ROOT

# The superuser writes wherever it likes, unless it gives that up.
PLAIN = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
AS_A_USER = PLAIN if os.geteuid() == 0 else ("env",)
OWN_DISK = ("unshare", "-rm")

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


def works(*words):
    return shutil.which(words[0]) and subprocess.run([*words, "true"]).returncode == 0


@pytest.fixture
def data(tmp_path):
    begun(tmp_path / "data")
    return tmp_path / "data"


def run(*words):
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )


def test_a_file_that_may_not_grow_is_told_and_leaves_no_trace(data):
    files, before = sorted(path.name for path in data.iterdir()), held(data)
    done = run(sys.executable, "-c", LIMIT + ADD, data)
    assert done.returncode == 1
    assert "File too large; make room, then run it again" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in data.iterdir()) == files
    assert held(data) == before
    assert check(data) == ()


@pytest.mark.skipif(not works(*OWN_DISK), reason="unshare -rm may not mount a disk here")
def test_a_full_or_read_only_disk_is_told_with_any_room_left_and_the_next_run_goes_on(tmp_path):
    done = run(*OWN_DISK, sys.executable, "-m", "tests.reliability.small_disk", tmp_path)
    assert done.returncode == 0, done.stderr
    begun_with, *full, last, read_only, mended = map(json.loads, done.stdout.splitlines())
    before, files = begun_with["held"], begun_with["files"]
    assert len(full) > 8
    for case in full:
        assert "No space left on device; make room, then run it again" in case["told"]
        assert "the index is as its last commit left it" in case["told"]
        assert (case["held"], case["problems"]) == (before, [])
        assert set(case["files"]) <= set(files)
    assert (last["told"], last["problems"]) == (None, [])
    assert last["held"].keys() == {*before, "rowan"}
    assert "Read-only file system; let this user read and write there" in read_only["told"]
    assert (read_only["held"], read_only["problems"]) == (last["held"], [])
    assert mended["held"] == {**before, "rowan": "rowan-91.md"}
    assert (mended["told"], mended["problems"]) == (None, [])


@pytest.mark.skipif(not works(*AS_A_USER), reason="the superuser cannot give up its rights here")
def test_a_directory_that_is_not_this_users_is_read_and_not_written(data):
    before = held(data)
    data.chmod(0o555)
    try:
        done = run(*AS_A_USER, sys.executable, "-c", ADD, data)
        assert "let this user read and write there, then run it again" in done.stderr
        assert "Traceback" not in done.stderr
        done = run(*AS_A_USER, sys.executable, "-m", "web.cli", "check", "--data", data)
        assert (done.returncode, done.stderr) == (0, "")
    finally:
        data.chmod(0o755)
    assert held(data) == before
    assert check(data) == ()
    assert status(data).reports == len(before)
