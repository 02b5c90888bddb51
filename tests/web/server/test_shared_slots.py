"""Slots are shared by threads and processes, and those of a dead process are free."""

import subprocess
import sys

import pytest

from web.server.shared_slots import FileSlots, ProcessSlots, slots

TAKE_AND_DIE = """
import os, sys
from pathlib import Path
from web.server.shared_slots import FileSlots
assert FileSlots(Path(sys.argv[1]), 1).acquire(0)
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture(params=["one process", "several"])
def two_slots(request, tmp_path):
    return slots(tmp_path if request.param == "several" else None, 2)


def test_there_are_so_many_and_no_more(two_slots):
    first, second = two_slots.acquire(0), two_slots.acquire(0)
    assert first
    assert second
    assert two_slots.acquire(0) is None
    assert two_slots.acquire(0.06) is None
    first()
    assert two_slots.acquire(0)


@pytest.mark.skipif(sys.platform == "win32", reason="There one process answers.")
def test_others_that_name_the_directory_share_its_slots(tmp_path):
    release = slots(tmp_path, 1).acquire(0)
    assert slots(tmp_path, 1).acquire(0) is None
    release()
    assert slots(tmp_path, 1).acquire(0)


@pytest.mark.skipif(sys.platform == "win32", reason="There one process answers.")
def test_a_killed_process_leaves_its_slot(tmp_path):
    command = [sys.executable, "-c", TAKE_AND_DIE, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"taken\n"
        assert FileSlots(tmp_path, 1).acquire(0) is None
        process.kill()
        process.wait()
    assert FileSlots(tmp_path, 1).acquire(0)


def test_without_a_directory_they_are_of_this_process():
    assert isinstance(slots(None, 1), ProcessSlots)
