"""One heap for all threads: what one of them freed serves the others."""

import platform
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reliability.clients import keep_asking
from tests.source_tree import ROOT
from tests.web.serving import serving, workers

HEAP = 64 << 20  # glibc reserves so much for the heap of a thread, at a multiple of it

# Threads that hold memory at the same time, and then how many heaps the C library has.
COUNT_HEAPS = """
import ctypes, os, sys, threading
from web.server.malloc import use_one_heap
if sys.argv[1] == "one":
    assert use_one_heap()
meeting = threading.Barrier(8)
def allocate():
    blocks = [bytes(5_000) for _ in range(100)]
    meeting.wait()
threads = [threading.Thread(target=allocate) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(os.dup(1), b"w"))
libc.malloc_info(0, out)
libc.fclose(out)
"""


on_glibc = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="only glibc has several heaps"
)


@on_glibc
@pytest.mark.parametrize(("heaps", "is_one"), [("one", True), ("many", False)])
def test_all_threads_share_one_heap_where_asked(heaps, is_one):
    command = [sys.executable, "-c", COUNT_HEAPS, heaps]
    report = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert (report.count("<heap nr=") == 1) == is_one


def count_thread_heaps(process):
    """How many heaps of threads a process has: each is what is used of it, and what it may grow to."""
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    bounds = [[int(end, 16) for end in line.split()[0].split("-")] for line in maps]
    used = ((start, then) for (start, _), (_, then) in pairwise(bounds))
    return sum(start % HEAP == 0 and then - start == HEAP for start, then in used)


@on_glibc
def test_a_worker_has_no_heap_but_the_first(data, tmp_path):
    answers = []
    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, processes=1) as (address, process),
        keep_asking(address, 8, ["/?q=timely", "/wording/distinctive?q=timely"], answers.append),
    ):
        while len(answers) < 50:
            assert process.poll() is None
            time.sleep(0.01)
        (worker,) = workers(process)
        assert count_thread_heaps(worker) == 0
