"""A worker ends with its command, even one that is killed while a reader is stuck."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.reliability.processes import kill_group, wait_for_end
from tests.source_tree import ROOT
from tests.web.serving import PATIENCE

# The command `evidence read` with another reader; only what is under test ends a task.
COMMAND = """\
import sys
from corpus import reading, reading_pool
from tests.corpus import stuck_readers
from web.cli import main
reading.read_report_or_refuse = getattr(stuck_readers, sys.argv[1])
reading.TIMEOUT_SECONDS = float(sys.argv[2])
reading.CPU_SECONDS_PER_MEGABYTE = float(sys.argv[3])
main(["read", *sys.argv[4:]])
"""
NO_TIMEOUT = "3600"

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")


@contextmanager
def stuck_command(folder, reader, timeout, cpu_limit=NO_TIMEOUT):
    """Give the process of a command that is stuck in its first file; leave none of it behind."""
    files = [folder / name for name in ("a.md", "b.md")]
    for file in files:
        file.write_text("# A report", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, reader, timeout, cpu_limit, *map(str, files)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            wait_until_stuck(files[0], process)
            yield process
        finally:
            kill_group(process)


@linux
@pytest.mark.parametrize(
    ("reader", "timeout", "cpu_limit"),
    [
        pytest.param("loop", NO_TIMEOUT, NO_TIMEOUT, id="kernel ends a loop"),
        pytest.param("backtrack", NO_TIMEOUT, NO_TIMEOUT, id="kernel ends C code"),
        pytest.param("loop_watched", NO_TIMEOUT, NO_TIMEOUT, id="watching thread ends a loop"),
        pytest.param("backtrack_unsignalled", "1", NO_TIMEOUT, id="alarm ends C code"),
        pytest.param("backtrack_unsignalled", NO_TIMEOUT, "1", id="processor's alarm ends C code"),
    ],
)
def test_no_worker_outlives_a_command_that_is_killed(tmp_path, reader, timeout, cpu_limit):
    with stuck_command(tmp_path, reader, timeout, cpu_limit) as process:
        process.kill()
        process.wait(PATIENCE)
        assert wait_for_end(process.pid, PATIENCE)


@linux
@pytest.mark.parametrize("reader", ["loop", "backtrack"])
def test_ctrl_c_ends_the_command_and_its_workers(tmp_path, reader):
    with stuck_command(tmp_path, reader, NO_TIMEOUT) as process:
        os.killpg(process.pid, signal.SIGINT)  # to all of its processes, as a terminal does
        assert process.wait(PATIENCE) == 1
        assert wait_for_end(process.pid, PATIENCE)


def wait_until_stuck(file, process):
    until = time.monotonic() + PATIENCE
    while not file.with_name(f"{file.name}.stuck").exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)


def run_python(code):
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=PATIENCE, check=False)


@posix
@pytest.mark.parametrize(
    "body",
    ["while True: pass", "import re; re.match('(a+)+$', 'a' * 80 + 'b')"],
    ids=["loop", "C code"],
)
def test_an_alarm_ends_a_process_whatever_holds_it(body):
    code = f"from corpus.worker_limits import alarm\nwith alarm(0.2):\n    {body}"
    assert run_python(code).returncode == -signal.SIGALRM


@posix
def test_an_alarm_of_the_processor_does_not_count_waiting():
    code = """
import time
from corpus.worker_limits import alarm
with alarm(60, cpu_seconds=0.2):
    time.sleep(0.5)
    print("waited", flush=True)
    while True: pass
"""
    assert run_python(code).returncode == -signal.SIGPROF


@posix
def test_an_alarm_is_cleared_at_the_end():
    code = """
import time
from corpus.worker_limits import alarm
with alarm(0.2, cpu_seconds=0.2): pass
while time.process_time() < 0.5: pass
time.sleep(0.5)
"""
    assert run_python(code).returncode == 0


@linux
def test_a_worker_whose_parent_ended_before_it_could_say_so_ends():
    assert run_python("from corpus.worker_limits import *; end_with_parent(1)").returncode == 1


@linux
def test_growth_is_counted_from_what_the_process_has():
    code = """
import mmap
from corpus.worker_limits import MAX_GROWTH_BYTES, limit_memory
before = mmap.mmap(-1, 2 * MAX_GROWTH_BYTES)
limit_memory()
within = mmap.mmap(-1, MAX_GROWTH_BYTES // 2)
try:
    mmap.mmap(-1, MAX_GROWTH_BYTES)
except OSError:
    raise SystemExit(7)
"""
    assert run_python(code).returncode == 7
