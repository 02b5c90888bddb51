"""Mixed searches for a long time, and more of them than can be answered: nothing grows."""

import random
import time
from itertools import islice

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.reliability.clients import PATIENCE, ask, ask_at_rate, keep_asking, percentile
from tests.reliability.processes import resources
from tests.reliability.searches import Searches
from tests.reliability.worlds import SOAK
from tests.web.serving import serving

REPORTS, PARAGRAPHS, WORDS = (600, 60, 20_000) if SOAK else (60, 20, 3_000)
MINUTES = SOAK or 0.1
STEP_SECONDS = 15 if SOAK else 1  # that a rate is tried for
FIRST_RATE, FASTER = 20, 1.4  # requests a second, and by how much the next rate is higher
P99_MILLISECONDS = 200
CLIENTS = 32
LAPS = 9  # of the whole time; after a third of them the server is warm
# Bytes that memory may grow between warm and done, as a share: the short form hardly warms up.
GROWTH = 0.05 if SOAK else 0.1
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
FEW = {"threads": 2, "queue": 2}  # requests that one process admits when it is to be overrun


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """An index of reports made of invented words, the first of them common."""
    place, chance = tmp_path_factory.mktemp("load") / "data", random.Random(7)
    words = [
        "".join(chance.choices("abdegiklmnoprstu", k=chance.randint(3, 9))) for _ in range(WORDS)
    ]
    weights = [1 / (row + 3) for row in range(WORDS)]
    with writing(place) as writer:
        for number in range(REPORTS):
            texts = (
                (" ".join(chance.choices(words, weights, k=60)), {"grade": chance.choice(GRADES)})
                for _ in range(PARAGRAPHS)
            )
            writer.put(report(f"r{number:04}", *texts, authority=f"Place {number % 90}"))
    return place


def on_disk(data):
    return {path.name: path.stat().st_size for path in data.iterdir()}


def highest_rate(address, paths):
    """The requests a second that were answered with a p99 under P99_MILLISECONDS, and with one more
    step not; FIRST_RATE at least.
    """
    best = rate = FIRST_RATE
    ask_at_rate(address, CLIENTS, paths, rate, STEP_SECONDS)  # what is made once is made
    while True:
        answers = ask_at_rate(address, CLIENTS, paths, rate, STEP_SECONDS)
        served = all(answer.status == 200 for answer in answers)
        print(f"{rate:.0f}/s: {times(answers)}, all {served}")
        if not served or percentile(answers, 0.99) >= P99_MILLISECONDS:
            return best
        best, rate = rate, rate * FASTER


def times(answers):
    return f"p50 {percentile(answers, 0.5)} ms, p99 {percentile(answers, 0.99)} ms"


def test_mixed_searches_leave_nothing_behind(tmp_path, data):
    before, paths, answers, laps = on_disk(data), Searches(data, seed=8), [], []
    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, heavy_rate="") as (address, process),
    ):
        rate = highest_rate(address, paths)
        for _ in range(LAPS):
            answers += ask_at_rate(address, CLIENTS, paths, rate, 60 * MINUTES / LAPS)
            time.sleep(0.2)  # the server notices that the connections were closed
            laps.append(resources(process.pid))
    warm, done = laps[LAPS // 3 - 1], laps[-1]
    print(f"{rate:.0f}/s for {MINUTES} min, {len(answers)} answers: {times(answers)};", end=" ")
    print("MB", [round(lap.memory / 1e6, 1) for lap in laps], done)
    assert [answer for answer in answers if answer.status != 200] == []
    assert done.memory < (1 + GROWTH) * warm.memory
    assert (done.processes, done.files, done.removed) == (warm.processes, warm.files, 0)
    assert done.others <= warm.others
    assert on_disk(data) == before


def test_beyond_what_can_be_answered_the_rest_are_told_when_to_come_back(tmp_path, data):
    """How long they wait for that is the business of `tests/web/server/test_admission.py`."""
    answers, paths = [], list(islice(Searches(data, seed=9), 500))

    def statuses():
        return {answer.status for answer in answers}

    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, remembered=0, heavy_rate="", **FEW) as (address, _),
    ):
        with keep_asking(address, CLIENTS, paths, answers.append):
            begin = time.monotonic()
            while time.monotonic() < begin + (10 if SOAK else 2) or not {200, 503} <= statuses():
                time.sleep(0.1)
                assert time.monotonic() < begin + 2 * PATIENCE
            alive = ask(address, "/health")
        after = ask(address, paths[0])
    served = [answer for answer in answers if answer.status == 200]
    refused = [answer for answer in answers if answer.status == 503]
    print(
        f"{len(served)} served, p99 {percentile(served, 0.99)} ms;"
        f" {len(refused)} refused, p99 {percentile(refused, 0.99)} ms"
    )
    assert statuses() == {200, 503}
    assert all(answer.retry_after for answer in refused)
    assert (alive.status, after.status) == (200, 200)
