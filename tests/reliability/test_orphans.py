"""No process outlives its command, however that ends and whatever the process is at (Linux)."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
import uuid
from contextlib import contextmanager, suppress

import pytest

from index.writer import writing
from tests.reliability.processes import marked, wait_for_none
from tests.reliability.worlds import visit
from tests.web.serving import PATIENCE, ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")

SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]
WAYS = ["loop", "backtrack"]


@contextmanager
def stuck(tmp_path, way, *arguments):
    """Yield a command with those arguments, started, and the mark of its processes.

    Another process waits for it, as a supervisor does, and none of them is left behind.
    """
    mark = f"MARK={uuid.uuid4().hex}"
    command = [sys.executable, "-m", "tests.reliability.stuck_command", way, tmp_path / "at"]
    with subprocess.Popen(
        [*map(str, command), *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "EVIDENCE_TEST_ID": mark},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process, mark
        finally:
            for survivor in marked(mark):
                with suppress(ProcessLookupError):
                    os.kill(survivor, signal.SIGKILL)


def wait_until_stuck(tmp_path, process):
    until = time.monotonic() + PATIENCE
    while not (tmp_path / "at.stuck").exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)


def end(process, number):
    """Send the command a signal as a supervisor does, to it alone, and wait for its end."""
    process.send_signal(number)
    process.wait(PATIENCE)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("name", ["read", "index", "watch"])
def test_no_reader_outlives_its_command(tmp_path, name, number, way):
    folder = tmp_path / "reports"
    folder.mkdir()
    files = [folder / f"{letter}.md" for letter in "abc"]
    for file in files:
        file.write_text("# A report")
    files = [folder] if name == "watch" else files
    data = [] if name == "read" else ["--data", tmp_path / "data"]
    with stuck(tmp_path, way, name, *files, *data) as (process, mark):
        wait_until_stuck(tmp_path, process)
        assert len(marked(mark)) > 1
        end(process, number)
        assert wait_for_none(mark, PATIENCE) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_no_worker_of_a_server_outlives_its_command(tmp_path, number, way):
    with writing(tmp_path / "data") as writer:
        writer.put(visit("ash"))
    options = ["--data", tmp_path / "data", "--port", "0"]
    with stuck(tmp_path, way, "serve", *options) as (process, mark):
        address = re.search(r"http://\S+", process.stdout.readline())
        assert address
        url = f"{address.group()}/api/search?q=stuck"
        threading.Thread(target=ask, args=[url], daemon=True).start()
        wait_until_stuck(tmp_path, process)
        assert len(marked(mark)) > 1
        end(process, number)
        assert wait_for_none(mark, PATIENCE) == []


def ask(url):
    with suppress(OSError):  # nobody will answer
        urllib.request.urlopen(url).close()
