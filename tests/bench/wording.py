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

from index.writer import writing
from search.local.engine import LocalEngine, open_engine
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
    engine = open_engine(place)
    table = Table("question", "median, ms", "worst, ms", "goal, ms")
    for asked in questions(engine):
        asked.ask()
        times = [once(asked.ask) for _ in range(ROUNDS)]
        row(table, asked.name, times, asked.goal)
    asks(fresh := open_engine(place), "timely")()  # what is made once a snapshot is made now
    for name in ("queries, first time", "queries, again"):
        row(table, name, [once(asks(fresh, need)) for need in NEEDS], 10)
    Console().print(table)


def built(place: Path, real: list[material.Report]) -> None:
    """Writes the multiplied collection to `place`."""
    with writing(place) as writer:
        for report in material.multiplied(real, SIZE):
            writer.put(report)


def questions(engine: LocalEngine) -> Iterator[Timed]:
    """Yield the questions about wording, each of the size that its goal is set for."""
    snapshot = engine.snapshot
    phrase = Request(near(engine, OCCURRENCES), limit=OCCURRENCES)
    paragraph = snapshot.paragraph_id(snapshot.size // 2)
    draft = snapshot.text(snapshot.size // 3)
    result = Request(wide(engine), match="any", widen=False)
    yield Timed("concordance", 50, lambda: concordance(engine, phrase))
    yield Timed("grade profile", 50, lambda: profile(engine, Request('"not yet"')))
    yield Timed("profile of a widened query", 50, lambda: profile(engine, Request("caseloads")))
    yield Timed("comparison", 100, lambda: compare(engine, Request('"too many"'), '"too few"'))
    yield Timed("like this paragraph", 50, lambda: like_paragraph(engine, paragraph, Request()))
    yield Timed("like a draft", 50, lambda: alike(engine, draft, Request()))
    yield Timed("distinctive wording", 300, lambda: distinctive(engine, result))


def near(engine: LocalEngine, size: int) -> str:
    """Return the word that occurs about `size` times."""
    counts, words = engine.snapshot.counts(), engine.snapshot.vocabulary()
    return words[int(abs(counts - size).argmin())]


def wide(engine: LocalEngine) -> str:
    """Return the word that about FOUND paragraphs have."""
    rows = (-engine.snapshot.counts()).argsort()[:2000].tolist()
    words = [engine.snapshot.vocabulary()[row] for row in rows]
    return min(words, key=lambda word: abs(engine.bm25.frequency("text", word) - FOUND))


def asks(engine: LocalEngine, need: str) -> Callable[[], object]:
    """Return the whole call for a need, with all that a page shows."""
    request = Request(need, facets=FACETS)
    return lambda: search(engine, request).parts()


def row(table: Table, name: str, times: list[float], goal: float) -> None:
    """Adds the times of a question to the table."""
    table.add_row(name, f"{statistics.median(times):.1f}", f"{max(times):.1f}", f"{goal:.0f}")


if __name__ == "__main__":
    main()
