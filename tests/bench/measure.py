"""The measuring: builds, opens and asks the engines in one run, and compares them.

The times of one query are taken in turns, so that a busy machine is busy for all engines alike.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench import material
from tests.bench.material import Asked
from tests.bench.ours import Ours
from tests.bench.peers import Ask, Fts5, Stock, Tantivy
from tests.shared import REPORTS

ENGINES = {"ours": Ours, "tantivy": Tantivy, "fts5": Fts5, "whoosh": Stock}
SLOW = {"fts5": 2, "whoosh": 1}  # rounds of the engines that take long
ROUNDS = 7
ROW = 3  # answers in a row: the first finds the processor's caches as another engine left them
MODES = {
    "evaluation, facets": ("prepared", True),
    "whole call, facets": ("typed", True),
    "evaluation, no facets": ("prepared", False),
    "whole call, no facets": ("typed", False),
    "all that a page shows": ("shown", True),
}


def main() -> None:
    """Runs the benchmark that the command line asks for."""
    options = arguments()
    options.cache.mkdir(parents=True, exist_ok=True)
    real = material.reports(REPORTS, options.cache / "reports.jsonl")
    asked = material.queries(real)
    told = {str(size): measured(size, real, asked, options) for size in options.sizes}
    options.out.write_text(json.dumps(told, indent=1), "utf-8")
    for size, figures in told.items():
        show(size, figures)


def arguments() -> argparse.Namespace:
    """Returns what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[70_000, 500_000])
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "evidence-bench"
    )
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    return parser.parse_args()


def measured(
    size: int, real: list[Any], asked: list[Asked], options: argparse.Namespace
) -> dict[str, Any]:
    """Returns all figures for a collection of `size` paragraphs."""
    place = options.cache / str(size)
    place.mkdir(exist_ok=True)
    figures: dict[str, Any] = {name: {} for name in options.engines}
    for name in options.engines:
        figures[name]["build"] = built(name, place, lambda: material.multiplied(real, size))
        figures[name] |= served(name, place, asked)
    engines = {name: ENGINES[name](place) for name in options.engines}
    for engine in engines.values():
        engine.open()
    for mode, (way, faceted) in MODES.items():
        timed(figures, engines, asked, mode, way, faceted)
    figures["ratios"] = {
        f"{mode}: ours / {name}": ratios(figures, mode, name)
        for mode in MODES
        for name in engines
        if name != "ours" and "ours" in engines
    }
    return figures


def built(name: str, place: Path, reports: Callable[[], Iterator[Any]]) -> dict[str, Any]:
    """Builds the index of an engine, unless it is there; returns the time and the size."""
    engine, kept = ENGINES[name](place), place / f"{name}.build.json"
    if not kept.exists():
        made = list(reports())
        start = perf_counter()
        engine.build(iter(made))
        seconds = perf_counter() - start
        paragraphs = sum(len(report.paragraphs) for report in made)
        told = {"seconds": seconds, "paragraphs/s": paragraphs / seconds}
        kept.write_text(json.dumps(told | {"bytes": weight(engine.place)}), "utf-8")
    found: dict[str, Any] = json.loads(kept.read_text("utf-8"))
    return found


def weight(place: Path) -> int:
    """Returns the bytes of a file, or of all files in a directory."""
    files = [place] if place.is_file() else place.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())


def served(name: str, place: Path, asked: list[Asked]) -> dict[str, Any]:
    """Returns, from a process of its own, the time to the first answer and the peak memory."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(serve, name, place, asked).result()


def serve(name: str, place: Path, asked: list[Asked]) -> dict[str, Any]:
    """Opens an index, answers the first query, then all."""
    engine = ENGINES[name](place)
    start = perf_counter()
    engine.open()
    engine.typed(asked[0], True)()
    first = perf_counter() - start
    for one in asked:
        engine.typed(one, True)()
    return {"first answer": first, "peak memory": peak()}


def peak() -> int:
    """Returns the most memory this process has held, bytes; getrusage would tell its parent's."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def timed(
    figures: dict[str, Any],
    engines: dict[str, Any],
    asked: list[Asked],
    mode: str,
    way: str,
    faceted: bool,
) -> None:
    """Notes for each query and engine its best time, the best of those right after another
    engine's answer (`first`), both in milliseconds, and its hits.
    """
    for name in engines:
        figures[name][mode] = {"ms": [], "first": [], "hits": []}
    for one in asked:
        asks = {
            name: getattr(engine, way, engine.typed)(one, faceted)
            for name, engine in engines.items()
        }
        hits = {name: ask() for name, ask in asks.items()}
        rows: dict[str, list[list[float]]] = {name: [] for name in asks}
        for turn in range(ROUNDS):
            for name, ask in asks.items():
                if turn < SLOW.get(name, ROUNDS):
                    rows[name].append([once(ask) for _ in range(ROW)])
        for name in asks:
            figures[name][mode]["ms"].append(min(map(min, rows[name])))
            figures[name][mode]["first"].append(min(first for first, *_ in rows[name]))
            figures[name][mode]["hits"].append(hits[name])


def once(ask: Ask) -> float:
    """Returns the milliseconds that one answer takes."""
    start = perf_counter()
    ask()
    return (perf_counter() - start) * 1000


def ratios(figures: dict[str, Any], mode: str, other: str) -> dict[str, float]:
    """Returns how our times compare: below 1 we are faster. `caches lost` compares the answers right
    after another engine's; `agree` is the share of equal hits.
    """
    mine, theirs = figures["ours"][mode], figures[other][mode]
    each, first = (
        [one / two for one, two in zip(mine[key], theirs[key], strict=True)]
        for key in ("ms", "first")
    )
    same = [one == two for one, two in zip(mine["hits"], theirs["hits"], strict=True)]
    return {
        "geometric mean": statistics.geometric_mean(each),
        "caches lost": statistics.geometric_mean(first),
        "worst query": max(mine["ms"]) / max(theirs["ms"]),
        "worst ratio": max(each),
        "agree": sum(same) / len(same),
    }


def show(size: str, figures: dict[str, Any]) -> None:
    """Prints the figures of one size as tables."""
    console = Console(width=120)
    console.rule(f"{int(size):,} paragraphs")
    names = [name for name in figures if name != "ratios"]
    table = Table("figure", *names)
    for label, told in (
        ("build, paragraphs/s", lambda one: f"{one['build']['paragraphs/s']:,.0f}"),
        ("index, MB", lambda one: f"{one['build']['bytes'] / 1e6:,.0f}"),
        ("first answer, s", lambda one: f"{one['first answer']:.2f}"),
        ("peak memory, MB", lambda one: f"{one['peak memory'] / 1e6:,.0f}"),
    ):
        table.add_row(label, *(told(figures[name]) for name in names))
    for mode in MODES:
        for label, share in (("p50", 0.5), ("p99", 0.99), ("worst", 1.0)):
            found = (f"{at(figures[name][mode]['ms'], share):.3f}" for name in names)
            table.add_row(f"{mode}, {label}, ms", *found)
    console.print(table)
    columns = ("geometric mean", "caches lost", "worst query", "worst ratio")
    table = Table("ours / theirs", *columns, "same hits")
    for label, found in figures["ratios"].items():
        cells = (f"{found[key]:.4f}" for key in columns)
        table.add_row(label, *cells, f"{found['agree']:.0%}")
    console.print(table)


def at(times: list[float], share: float) -> float:
    """Returns the time that `share` of the queries do not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]
