import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.collection import Collection, open_snapshot
from index.status import check
from index.writer import writing
from search.local.engine import local_engine
from search.model import Request
from search.service import search
from tests.index.reports import report

ROOT = Path(__file__).parent.parent.parent
FACETS = ("grade", "authority", "theme")


@pytest.fixture
def hurried():
    """Threads change places as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_sixteen_threads_see_whole_commits_while_one_writes(tmp_path, hurried):
    with writing(tmp_path) as writer:
        writer.put(report("first", "Plans are timely.", "Plans are late."))
    collection, wrong, done = Collection(tmp_path), [], threading.Event()

    def ask():
        while not done.is_set():
            page = search(
                local_engine(collection.snapshot()), Request("plans", facets=FACETS, limit=100)
            )
            counted = sum(value.paragraphs for value in page.facets[1].values)
            if not page.total == len(page.hits) == counted == 2 * page.reports:
                wrong.append(page)

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for count in range(12):
        with writing(tmp_path) as writer:
            writer.put(report(f"r{count}", "Plans are timely.", "Plans are late."))
            writer.remove(f"r{count - 3}")
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert collection.snapshot().report_count == 4


WRITE = """
import sys
from pathlib import Path
from index.writer import writing
from tests.index.reports import report
data = Path(sys.argv[1])
with writing(data) as writer:
    count = len(writer.sources)
    while True:
        writer.put(report(f"r{count}", "Plans are timely.", "Plans are late."))
        count += 1
        print(writer.commit(), count, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("moment", [0.0, 0.003, 0.011, 0.027, 0.05, 0.09])
def test_a_writer_killed_at_any_moment_leaves_every_commit_whole(tmp_path, moment):
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    said = process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    said = (process.communicate()[0].splitlines() or [said])[-1]
    generation, reports = map(int, said.split())
    snapshot = open_snapshot(tmp_path)
    assert check(tmp_path) == ()
    assert snapshot.generation - generation == snapshot.report_count - reports
    assert snapshot.generation - generation in (0, 1)
    assert snapshot.paragraphs == 2 * snapshot.report_count
    with writing(tmp_path, wait=1) as writer:
        writer.put(report("after", "Plans are timely."))
    assert open_snapshot(tmp_path).report_count == snapshot.report_count + 1
