"""`python -m tests.bench.wording`: the questions about wording, timed over 70,000 paragraphs.

Each is asked once, so that what a snapshot keeps is computed, then seven times. The collection is
that of the other benchmark and is kept in its cache. Searches with all that a page shows are asked
of a freshly opened engine, so that nothing of them is kept, and again.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from search.engine import Engine
from search.followup.comparison.side_by_side import compare_reports
from search.followup.contrary.counter_evidence import find_counter_evidence
from search.local.engine import LocalEngine, open_engine
from search.model import Request
from search.service import reports_on, search
from search.wording import (
    alike,
    compare,
    compare_grades,
    concordance,
    distinctive,
    like_paragraph,
    profile,
    timeline,
)
from tests.bench.collection import default_cache, multiply, real_reports, write_index
from tests.bench.measure import time_call
from tests.bench.queries import COUNTED_FACETS

SIZE = 70_000
TIMES = 7
OCCURRENCES = 1_000  # of the phrase that the goal is set for
RESULT_PARAGRAPHS = 5_000  # of the result that the goal is set for
FREQUENT_WORDS = 2_000  # among which the word of such a result is looked for
TOPIC = Request("mental health")
GRADES = ("good", "requires improvement")
NEED_GOAL = 10  # milliseconds
NEEDS = (
    "social workers have too many cases",
    "children waiting too long for mental health support",
    "young people who run away are interviewed when they come back",
    "kids placed miles away from home",
    "parents of SEND pupils not listened to",
    "upervision not regular",
)


@dataclass(frozen=True, slots=True)
class WordingQuestion:
    """A question about wording: the call that asks it, and the milliseconds it may take."""

    name: str
    goal: float
    ask: Callable[[], object]


def main() -> None:
    """Print the times of each question."""
    place = open_collection(parse_arguments().cache)
    engine = open_engine(place)
    table = Table("question", "median, ms", "worst, ms", "goal, ms")
    for question in wording_questions(engine):
        question.ask()
        times = [time_call(question.ask) for _ in range(TIMES)]
        add_row(table, question.name, times, question.goal)
    fresh = open_engine(place)
    need_call(fresh, "timely")()  # computes what is computed once per snapshot
    for name in ("searches, first time", "searches, again"):
        add_row(table, name, [time_call(need_call(fresh, need)) for need in NEEDS], NEED_GOAL)
    Console().print(table)


def parse_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.wording", description=__doc__)
    parser.add_argument("--cache", type=Path, default=default_cache())
    return parser.parse_args()


def open_collection(cache: Path) -> Path:
    """Return the place of the index, which is built if it is not there."""
    place = cache / f"wording-{SIZE}"
    if not place.exists():
        write_index(place, multiply(real_reports(cache), SIZE))
    return place


def wording_questions(engine: LocalEngine) -> list[WordingQuestion]:
    """Return the questions about wording, each of the size that its goal is set for."""
    snapshot = engine.snapshot
    phrase = Request(word_of_occurrences(engine, OCCURRENCES), limit=OCCURRENCES)
    paragraph_id = snapshot.paragraph_id(snapshot.size // 2)
    praise_id = paragraph_that_praises(engine)
    draft = snapshot.text(snapshot.size // 3)
    result = Request(word_of_paragraphs(engine, RESULT_PARAGRAPHS), match="any", widen=False)
    question = WordingQuestion
    return [
        question("concordance", 50, lambda: concordance(engine, phrase)),
        question("grade profile", 50, lambda: profile(engine, Request('"not yet"'))),
        question("profile of a widened query", 50, lambda: profile(engine, Request("caseloads"))),
        question("comparison", 100, lambda: compare(engine, Request('"too many"'), '"too few"')),
        question(
            "like this paragraph", 50, lambda: like_paragraph(engine, paragraph_id, Request())
        ),
        question("like a draft", 50, lambda: alike(engine, draft, Request())),
        question("distinctive wording", 300, lambda: distinctive(engine, result)),
        question("two reports side by side", 100, side_by_side_call(engine)),
        question("counter-evidence", 50, lambda: find_counter_evidence(engine, praise_id)),
        question("two grades on a topic", 100, lambda: compare_grades(engine, TOPIC, GRADES)),
        question("timeline", 100, lambda: timeline(engine, Request('"not yet"'))),
    ]


def side_by_side_call(engine: LocalEngine) -> Callable[[], object]:
    """Return the call that sets the two newest reports with the same authority side by side."""
    reports = [report for report in engine.reports() if report.authority]
    newest = next(one for one in reports if len(reports_on(engine, one.authority or "", 0, 2)) > 1)
    other, one = reports_on(engine, newest.authority or "", 0, 2)
    return lambda: compare_reports(engine, one, other)


def paragraph_that_praises(engine: LocalEngine) -> str:
    """Return the id of a finding in the middle of the collection that is a strength."""
    snapshot = engine.snapshot
    paragraphs = map(snapshot.paragraph, range(snapshot.size // 2, snapshot.size))
    return next(one.id for one in paragraphs if (one.kind, one.polarity) == ("finding", "strength"))


def word_of_occurrences(engine: LocalEngine, count: int) -> str:
    """Return the word whose number of occurrences is nearest to `count`."""
    row = int(abs(engine.snapshot.counts() - count).argmin())
    return str(engine.snapshot.vocabulary()[row])


def word_of_paragraphs(engine: LocalEngine, count: int) -> str:
    """Return the frequent word whose number of paragraphs is nearest to `count`."""
    rows = (-engine.snapshot.counts()).argsort()[:FREQUENT_WORDS].tolist()
    words = [engine.snapshot.vocabulary()[row] for row in rows]
    return min(words, key=lambda word: abs(engine.bm25.frequency("text", word) - count))


def need_call(engine: Engine, need: str) -> Callable[[], object]:
    """Return the whole call for a need, with all that a page shows."""
    request = Request(need, facets=COUNTED_FACETS)
    return lambda: search(engine, request).parts()


def add_row(table: Table, name: str, times: list[float], goal: float) -> None:
    """Add the times of a question to the table."""
    table.add_row(name, f"{statistics.median(times):.1f}", f"{max(times):.1f}", f"{goal:.0f}")


if __name__ == "__main__":
    main()
