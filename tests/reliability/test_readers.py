"""Clients over HTTP while reports are added, replaced and removed: each answer is of one commit."""

import json
import random
import re
import time

from index.commit import read_commit
from index.writer import writing
from tests.reliability.clients import PATIENCE, Client, keep_asking
from tests.reliability.processes import resources
from tests.reliability.worlds import SOAK, visit
from tests.web.serving import serving
from web import create_app
from web.server.request_engine import engine

SECONDS = 60 if SOAK else 6
CLIENTS, WORKERS, PAUSE = 8, 2, 0.2
# A new commit is shown to whoever asks so many seconds later; in the short form, which runs on any
# machine, before the test is over.
LATEST_SECONDS = 2.0 if SOAK else PATIENCE
# Bytes that memory may grow after a quarter of the time, as a share: the short form is hardly warm.
GROWTH = 0.05 if SOAK else 0.2
PARAGRAPHS, MAX_REPORTS = 3, 16  # all that an index holds fits one answer of 50
SINGLE = ("grade", "kind", "framework", "year", "authority")  # of which each paragraph has one
PATHS = (
    "/api/search?q=children&size=50",
    "/?q=children&size=50",
    "/api/search?q=children+lap&size=50&sort=newest",
    "/api/search?size=50&kind=finding",
    "/search.csv?q=children",
    "/api/search?q=%22children+in+care%22&size=50",
)


class Ledger:
    """What each commit holds (report -> lap), and when it was made."""

    def __init__(self, data):
        self.data, self.chance, self.lap = data, random.Random(5), 0
        self.holds, self.times = {}, {}
        self.commit({"ash": 0, "elm": 0, "oak": 0})

    def commit(self, holds):
        """Makes a commit of what the index is to hold."""
        before = self.holds[max(self.holds)] if self.holds else {}
        with writing(self.data) as writer:
            for name in before.keys() - holds.keys():
                writer.remove(name)
            for name, lap in holds.items():
                if before.get(name) != lap:
                    writer.put(visit(name, lap, PARAGRAPHS))
            # An answer of it may come before the writer is back.
            self.holds[read_commit(self.data).generation + 1 if before else 1] = dict(holds)
        self.times[max(self.holds)] = time.monotonic()

    def change(self):
        """Adds, replaces and removes some reports."""
        self.lap += 1
        holds = dict(self.holds[max(self.holds)])
        for name in self.chance.sample(sorted(holds), self.chance.randint(0, len(holds) - 1)):
            if self.chance.random() < 0.5:
                del holds[name]
            else:
                holds[name] = self.lap
        for number in range(self.chance.randint(0, 3)):
            holds[f"new{self.lap}x{number}"] = self.lap
        self.commit(dict(list(holds.items())[-MAX_REPORTS:]))

    def newest(self, moment):
        """The last commit that was made by a moment."""
        return max((g for g, time in self.times.items() if time <= moment), default=1)


def judge(answer, ledger):
    """Asserts that an answer is of one commit, and of none too old; its generation, where it says."""
    assert answer.status == 200, (answer.status, answer.body[:300])
    due = ledger.newest(answer.begin - LATEST_SECONDS)
    if answer.path.startswith("/api/"):
        page = json.loads(answer.body)
        judge_counts(page, ledger.holds[page["generation"]])
        assert page["generation"] >= due
        return page["generation"]
    text = answer.body.decode()
    if answer.path.startswith("/search.csv"):
        generation = int(re.search(r"generation (\d+)", text)[1])
        texts = re.findall(r"lap (\d+) that plan \d+ of (\w+) ", text)
        assert laps_of(texts) == paragraphs(ledger.holds[generation])
        assert generation >= due
        return generation
    totals = re.search(r"(\d+) paragraphs? <span[^>]*>in (\d+) report", text)
    listed = re.findall(r"lap</mark> (\d+) that plan|lap (\d+) that plan", text)
    possible = [holds for g, holds in ledger.holds.items() if g >= due]
    assert [int(number) for number in totals.groups()] in [
        [PARAGRAPHS * len(holds), len(holds)] for holds in possible
    ]
    assert len(listed) == int(totals[1])
    return None


def judge_counts(page, holds):
    """Asserts that an answer of the API has all of a commit, and that its counts add up."""
    texts = [hit["paragraph"]["text"] for hit in page["hits"]]
    laps = [re.search(r"lap (\d+) that plan \d+ of (\w+) ", text).groups() for text in texts]
    assert laps_of(laps) == paragraphs(holds)
    assert (page["total"], page["reports"]) == (PARAGRAPHS * len(holds), len(holds))
    for facet in page["facets"]:
        if facet["key"] in SINGLE:
            assert sum(value["paragraphs"] for value in facet["values"]) == page["total"]
            assert sum(value["reports"] for value in facet["values"]) == page["reports"]


def laps_of(pairs):
    return sorted((name, int(lap)) for lap, name in pairs)


def paragraphs(holds):
    return sorted((name, lap) for name, lap in holds.items() for _ in range(PARAGRAPHS))


def settled(address, group, data, files=None):
    """What the server's processes hold when each of them has seen the last commit, and how many
    files beside those of that commit: `files`, where so many are waited for.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        clients = [Client(address) for _ in range(CLIENTS)]
        for client in clients:
            client.ask(PATHS[0])
            client.close()
        now = resources(group)
        others = now.files - WORKERS * len(read_commit(data).segments)
        if not now.removed and files in (None, others):
            break
        time.sleep(0.05)
    return now, others


def test_a_request_has_one_commit_from_first_to_last(tmp_path):
    ledger = Ledger(tmp_path / "data")
    app = create_app({"data": str(ledger.data)})
    with app.test_request_context():
        first = engine()
        ledger.commit({"rowan": 1})
        assert engine() is first
    with app.test_request_context():
        assert engine().state.generation == first.state.generation + 1


def test_readers_beside_a_writer_get_whole_commits(tmp_path):
    data, answers, memory = tmp_path / "data", [], []
    ledger = Ledger(data)
    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, heavy_rate="", processes=WORKERS) as (address, process),
    ):
        before, files_before = settled(address, process.pid, data)
        begin = time.monotonic()
        with keep_asking(address, CLIENTS, PATHS, answers.append):
            while time.monotonic() < begin + SECONDS:
                time.sleep(PAUSE)
                ledger.change()
                memory.append(resources(process.pid).memory)
        after, files_after = settled(address, process.pid, data, files_before)
    seen = dict.fromkeys(range(CLIENTS), 0)
    for answer in answers:
        # Each client has one connection, to one worker, whose commits only go forward.
        if generation := judge(answer, ledger):
            assert generation >= seen[answer.client]
            seen[answer.client] = generation
    tenths = [round(memory[len(memory) * part // 10] / 1e6, 1) for part in range(10)]
    print(f"{len(answers)} answers, {len(ledger.times)} commits; MB {tenths}; {before} {after}")
    assert after.memory < (1 + GROWTH) * memory[len(memory) // 4]
    assert after.removed == 0
    assert files_after == files_before
