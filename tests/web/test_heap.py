"""One heap for all threads: what one of them freed serves the others."""

import platform
import subprocess
import sys

import pytest

from tests.web.server import ROOT

# Threads that hold memory at the same time, and then how many heaps the C library has.
HEAPS = """
import ctypes, os, sys, threading
from web.heap import one_heap
told = sys.argv[1] == "one" and one_heap()
meeting = threading.Barrier(8)
def hold():
    held = [bytes(5_000) for _ in range(100)]
    meeting.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
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


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has several heaps")
@pytest.mark.parametrize(("asked", "one"), [("one", True), ("many", False)])
def test_all_threads_share_one_heap_where_asked(asked, one):
    command = [sys.executable, "-c", HEAPS, asked]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert (told.count("<heap nr=") == 1) == one
