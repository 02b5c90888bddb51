"""`python -m tests.bench.wording`: the questions about wording, timed over 70,000 paragraphs.

Each is asked once to make what a snapshot keeps, then seven times; the collection is that of the
other benchmark and is kept in its cache. Queries with all that a page shows are asked of a fresh
snapshot, so that nothing of them is remembered, and again.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from index.collection import open_snapshot
from index.snapshot import Snapshot
from index.writer import writing
from search.local.score import ranking
from search.model import Request
from search.service import search
from search.wording import alike, compare, concordance, distinctive, like_paragraph, profile
from tests.bench import material
from tests.bench.material import FACETS
from tests.bench.measure import ROUNDS, arguments, once
from tests.shared import REPORTS

SIZE = 70_000
OCCURRENCES, FOUND = 1_000, 5_000  # of the phrase and the result that the goals are set for
NEEDS = (
    "social workers have too many cases",
    "children waiting too long for mental health support",
    "young people who run away are interviewed when they come back",
    "kids placed miles away from home",
    "parents of SEND pupils not listened to",
    "upervision not regular",
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A question with the milliseconds that it may take, and what asks it."""

    name: str
    goal: float
    ask: Callable[[], object]


def main() -> None:
    """Prints the times of each question."""
    options = arguments()
    options.cache.mkdir(parents=True, exist_ok=True)
    place = options.cache / f"wording-{SIZE}"
    if not place.exists():
        built(place, material.reports(REPORTS, options.cache / "reports.jsonl"))
    snapshot = open_snapshot(place)
    table = Table("question", "median, ms", "worst, ms", "goal, ms")
    for asked in questions(snapshot):
        asked.ask()
        times = [once(asked.ask) for _ in range(ROUNDS)]
        row(table, asked.name, times, asked.goal)
    asks(fresh := open_snapshot(place), "timely")()  # what is made once a snapshot is made now
    for name in ("queries, first time", "queries, again"):
        row(table, name, [once(asks(fresh, need)) for need in NEEDS], 10)
    Console().print(table)


def built(place: Path, real: list[material.Report]) -> None:
    """Writes the multiplied collection to `place`."""
    with writing(place) as writer:
        for report in material.multiplied(real, SIZE):
            writer.put(report)


def questions(snapshot: Snapshot) -> Iterator[Timed]:
    """Yields the questions about wording, each of the size that its goal is set for."""
    phrase = Request(near(snapshot, OCCURRENCES), limit=OCCURRENCES)
    paragraph = snapshot.paragraph_id(snapshot.size // 2)
    draft = snapshot.text(snapshot.size // 3)
    result = Request(wide(snapshot), match="any", widen=False)
    yield Timed("concordance", 50, lambda: concordance(snapshot, phrase))
    yield Timed("grade profile", 50, lambda: profile(snapshot, Request('"not yet"')))
    yield Timed("profile of a widened query", 50, lambda: profile(snapshot, Request("caseloads")))
    yield Timed("comparison", 100, lambda: compare(snapshot, Request('"too many"'), '"too few"'))
    yield Timed("like this paragraph", 50, lambda: like_paragraph(snapshot, paragraph, Request()))
    yield Timed("like a draft", 50, lambda: alike(snapshot, draft, Request()))
    yield Timed("distinctive wording", 300, lambda: distinctive(snapshot, result))


def near(snapshot: Snapshot, size: int) -> str:
    """Returns the word that stands about `size` times."""
    counts, words = snapshot.counts(), snapshot.vocabulary()
    return words[int(abs(counts - size).argmin())]


def wide(snapshot: Snapshot) -> str:
    """Returns the word that about FOUND paragraphs have."""
    known = ranking(snapshot)
    rows = (-snapshot.counts()).argsort()[:2000].tolist()
    words = [snapshot.vocabulary()[row] for row in rows]
    return min(words, key=lambda word: abs(known.frequency("text", word) - FOUND))


def asks(snapshot: Snapshot, need: str) -> Callable[[], object]:
    """Returns the whole call for a need, with all that a page shows."""
    request = Request(need, facets=FACETS)
    return lambda: search(snapshot, request).shown()


def row(table: Table, name: str, times: list[float], goal: float) -> None:
    """Adds the times of a question to the table."""
    table.add_row(name, f"{statistics.median(times):.1f}", f"{max(times):.1f}", f"{goal:.0f}")


if __name__ == "__main__":
    main()
