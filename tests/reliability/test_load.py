"""Mixed searches for a long time, and more of them than can be answered: nothing grows."""

import random
import time

import pytest

from index.writing import writing
from tests.index.reports import report
from tests.reliability.crowd import ask, asking, percentile, stream
from tests.reliability.processes import holding
from tests.reliability.worlds import SOAK
from tests.web.server import serving

REPORTS, PARAGRAPHS = (600, 60) if SOAK else (60, 20)
MINUTES = SOAK or 0.1
STEP = 10 if SOAK else 1  # seconds that a rate is tried for
FIRST, FASTER, LEAST = 20, 1.4, 10  # requests a second
P99 = 200  # milliseconds
CLIENTS = 32
# Bytes that memory may grow between warm and done, as a share: the short form hardly warms up.
GROWTH = 0.05 if SOAK else 0.2
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
FEW = {"threads": 2, "queue": 2}  # requests that one process takes in when it is to be overrun
SOON = 5.0  # seconds: whoever waits in the queue is told after so long that it was in vain


@pytest.fixture(scope="module")
def words():
    """Invented words, the first of them common."""
    chance = random.Random(6)
    return [
        "".join(chance.choices("abdegiklmnoprstu", k=chance.randint(3, 9))) for _ in range(3000)
    ]


@pytest.fixture(scope="module")
def data(tmp_path_factory, words):
    """An index of reports made of these words."""
    place, chance = tmp_path_factory.mktemp("load") / "data", random.Random(7)
    weights = [1 / (row + 3) for row in range(len(words))]
    with writing(place) as writer:
        for number in range(REPORTS):
            texts = (
                (" ".join(chance.choices(words, weights, k=60)), {"grade": chance.choice(GRADES)})
                for _ in range(PARAGRAPHS)
            )
            writer.put(report(f"r{number:04}", *texts, authority=f"Place {number % 90}"))
    return place


@pytest.fixture(scope="module")
def paths(words):
    """Searches of every kind, and the other pages: more than are remembered, few enough for each
    to be asked again and again, so that the words that they need are known once the server is warm.
    """
    chance = random.Random(8)

    def some(count, most=None):
        return "+".join(chance.sample(words[:most], count))

    def path():
        number = chance.randrange(REPORTS)
        return chance.choice(
            (
                f"/?q={some(1)}",
                f"/?q={some(2, 60)}&grade=good",
                f"/?q={some(3, 200)}&match=any&size=50",
                f"/?q=%22{some(2, 30)}%22",
                f"/?q={some(1)[:3]}*&sort=newest",
                f"/?q={some(1, 100)}+-{some(1, 100)}&unit=reports",
                f"/?q={some(1)}~",
                f"/api/search?q={some(2, 300)}&authority=Place+{number % 90}",
                f"/report/r{number:04}",
                f"/report/r{number:04}/p3",
                f"/wording/?q={some(1, 200)}",
                f"/authority/Place {number % 90}".replace(" ", "%20"),
            )
        )

    return [path() for _ in range(500)]


def on_disk(data):
    return {path.name: path.stat().st_size for path in data.iterdir()}


def highest_rate(address, paths):
    """The requests a second that were answered with a p99 under P99, and with one more step not."""
    best, rate = LEAST, FIRST
    stream(address, CLIENTS, paths, rate, STEP)  # what is made once is made
    while True:
        answers = stream(address, CLIENTS, random.sample(paths, len(paths)), rate, STEP)
        served = all(answer.status == 200 for answer in answers)
        slowest = percentile(answers, 0.99)
        print(f"{rate:.0f}/s: p50 {percentile(answers, 0.5)} ms, p99 {slowest} ms, all {served}")
        if not served or slowest >= P99:
            return best
        best, rate = rate, rate * FASTER


def test_mixed_searches_leave_nothing_behind(tmp_path, data, paths):
    before = on_disk(data)
    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, rate="", heavy_rate="") as (address, process),
    ):
        rate = highest_rate(address, paths) if SOAK else FIRST
        stream(address, CLIENTS, paths, rate, 60 * MINUTES / 3)
        warm = holding(process.pid)
        answers = stream(address, CLIENTS, paths[::-1], rate, 60 * MINUTES * 2 / 3)
        time.sleep(0.2)  # the server notices that the connections were closed
        done = holding(process.pid)
    print(f"{rate:.0f}/s for {MINUTES} min: p50 {percentile(answers, 0.5)} ms,", end=" ")
    print(f"p99 {percentile(answers, 0.99)} ms; {warm} {done}")
    assert [answer for answer in answers if answer.status != 200] == []
    assert done.memory < (1 + GROWTH) * warm.memory
    assert (done.processes, done.files, done.gone) == (warm.processes, warm.files, 0)
    assert done.others <= warm.others
    assert on_disk(data) == before


def test_beyond_what_can_be_answered_the_rest_are_told_when_to_come_back(tmp_path, data, paths):
    answers = []
    with (
        (tmp_path / "log").open("w") as log,
        serving(data, log, rate="", remembered=0, **FEW) as (address, _),
    ):
        with asking(address, CLIENTS, paths, answers.append):
            time.sleep(10 if SOAK else 2)
            alive = ask(address, "/health")
        after = ask(address, paths[0])
    served = [answer for answer in answers if answer.status == 200]
    refused = [answer for answer in answers if answer.status == 503]
    print(
        f"{len(served)} served, p99 {percentile(served, 0.99)} ms;"
        f" {len(refused)} refused, p99 {percentile(refused, 0.99)} ms"
    )
    assert len(served) + len(refused) == len(answers)
    assert served
    assert refused
    assert all(answer.retry_after for answer in refused)
    assert max(answer.seconds for answer in answers) < SOON + 5
    assert (alive.status, after.status) == (200, 200)
