"""A real server for tests: `evidence serve` in a process of its own, on a free port."""

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.processes import kill_group, living
from tests.source_tree import ROOT

PATIENCE = 30
SERVE = (sys.executable, "-m", "web.cli", "serve")


@contextmanager
def serving(data, log=subprocess.PIPE, **settings):
    """Yield the address and the process of a server over `data`; kill it at the end.

    Lines of its log that are many go to the open file `log`: of a pipe that nobody reads they would
    be dropped.
    """
    environment = {f"EVIDENCE_{name.upper()}": str(value) for name, value in settings.items()}
    command = [*SERVE, "--data", str(data), "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        start_new_session=True,
    )
    try:
        line = process.stdout.readline()
        address = re.search(r"http://\S+", line)
        assert address, line + (process.stderr.read() if process.stderr else log.name)
        yield address.group(), process
    finally:
        kill_group(process)
        process.communicate(timeout=PATIENCE)


def workers(process):
    """The ids of the processes that answer for a server (Linux)."""
    return [pid for pid in living(process.pid) if b"spawn_main" in command_line(pid)]


def command_line(pid):
    """How a process was called, nothing where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def wait_until(condition):
    """Wait until a condition holds; fail where it does not for too long."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
