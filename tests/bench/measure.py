"""Measure the engines: build, open and ask them in one run, and compare their times.

The times of one query are taken in turns, so that a busy machine is busy for all engines alike.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from corpus.model import Report
from tests.bench.collection import default_cache, multiply, real_reports
from tests.bench.queries import BenchQuery, draw_queries
from tests.bench.runners import SearchRunner, TimedCall
from tests.bench.runners.evidence import EvidenceRunner
from tests.bench.runners.fts5 import Fts5Runner
from tests.bench.runners.tantivy import TantivyRunner
from tests.bench.runners.whoosh import WhooshRunner
from tests.bench.tables import print_figures

RUNNERS: dict[str, type[SearchRunner]] = {
    "ours": EvidenceRunner,
    "tantivy": TantivyRunner,
    "fts5": Fts5Runner,
    "whoosh": WhooshRunner,
}
TURNS = 7
TURNS_OF_SLOW = {"fts5": 2, "whoosh": 1}
ANSWERS_PER_TURN = 3  # the first finds the processor's caches as another engine left them
# What is timed: the way of a runner, and whether facets are counted.
MODES = {
    "evaluation, facets": ("evaluation", True),
    "whole call, facets": ("whole_call", True),
    "evaluation, no facets": ("evaluation", False),
    "whole call, no facets": ("whole_call", False),
    "all that a page shows": ("page_parts", True),
}


def main() -> None:
    """Run the benchmark that the command line asks for."""
    options = parse_arguments()
    reports = real_reports(options.cache)
    queries = draw_queries(reports)
    figures = {str(size): measure_size(size, reports, queries, options) for size in options.sizes}
    options.out.write_text(json.dumps(figures, indent=1), "utf-8")
    for size, figures_of_size in figures.items():
        print_figures(size, figures_of_size, tuple(MODES))


def parse_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[70_000, 500_000])
    parser.add_argument("--engines", nargs="+", default=list(RUNNERS), choices=list(RUNNERS))
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    return parser.parse_args()


def measure_size(
    size: int, reports: list[Report], queries: Sequence[BenchQuery], options: argparse.Namespace
) -> dict[str, Any]:
    """Return all figures for a collection of `size` paragraphs."""
    folder = options.cache / str(size)
    folder.mkdir(exist_ok=True)
    figures: dict[str, Any] = {name: {} for name in options.engines}
    for name in options.engines:
        figures[name]["build"] = build(name, folder, reports, size)
        figures[name] |= measure_fresh_process(name, folder, queries)
    runners: dict[str, SearchRunner] = {name: RUNNERS[name](folder) for name in options.engines}
    for runner in runners.values():
        runner.open()
    for mode in MODES:
        for name, times in time_mode(runners, queries, mode).items():
            figures[name][mode] = times
    figures["ratios"] = {
        f"{mode}: ours / {name}": compare(figures["ours"][mode], figures[name][mode])
        for mode in MODES
        for name in runners
        if name != "ours" and "ours" in runners
    }
    return figures


def build(name: str, folder: Path, reports: list[Report], size: int) -> dict[str, Any]:
    """Build the index of an engine unless it is there; return seconds, paragraphs/s and bytes."""
    runner, record = RUNNERS[name](folder), folder / f"{name}.build.json"
    if not record.exists():
        collection = list(multiply(reports, size))
        start = perf_counter()
        runner.build(iter(collection))
        seconds = perf_counter() - start
        paragraphs = sum(len(report.paragraphs) for report in collection)
        figures = {
            "seconds": seconds,
            "paragraphs/s": paragraphs / seconds,
            "bytes": bytes_on_disk(runner.place),
        }
        record.write_text(json.dumps(figures), "utf-8")
    recorded: dict[str, Any] = json.loads(record.read_text("utf-8"))
    return recorded


def bytes_on_disk(place: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    files = [place] if place.is_file() else place.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())


def measure_fresh_process(
    name: str, folder: Path, queries: Sequence[BenchQuery]
) -> dict[str, float]:
    """Return what `answer_all` measures in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(answer_all, name, folder, queries).result()


def answer_all(name: str, folder: Path, queries: Sequence[BenchQuery]) -> dict[str, float]:
    """Open an index and answer all queries; return the seconds until the first answer, and the
    peak memory in bytes.
    """
    runner = RUNNERS[name](folder)
    start = perf_counter()
    runner.open()
    runner.whole_call(queries[0], True)()
    first = perf_counter() - start
    for query in queries:
        runner.whole_call(query, True)()
    return {"first answer": first, "peak memory": peak_memory()}


def peak_memory() -> int:
    """Return the peak memory of this process in bytes (Linux).

    `getrusage` is of no use: a child begins with the peak of its parent.
    """
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def time_mode(
    runners: Mapping[str, SearchRunner], queries: Sequence[BenchQuery], mode: str
) -> dict[str, dict[str, list[float]]]:
    """Return by engine, for each query in order: `ms`, its best time; `first`, the best of those
    right after another engine's answer; and `hits`.
    """
    way, faceted = MODES[mode]
    figures: dict[str, dict[str, list[float]]] = {
        name: {"ms": [], "first": [], "hits": []} for name in runners
    }
    for query in queries:
        calls: dict[str, TimedCall] = {
            name: getattr(runner, way, runner.whole_call)(query, faceted)
            for name, runner in runners.items()
        }
        for name, call in calls.items():
            figures[name]["hits"].append(call())
        for name, turns in time_in_turns(calls).items():
            figures[name]["ms"].append(min(map(min, turns)))
            figures[name]["first"].append(min(first for first, *_ in turns))
    return figures


def time_in_turns(calls: Mapping[str, TimedCall]) -> dict[str, list[list[float]]]:
    """Return by engine the milliseconds of each turn's answers; fewer turns of slow engines."""
    turns: dict[str, list[list[float]]] = {name: [] for name in calls}
    for turn in range(TURNS):
        for name, call in calls.items():
            if turn < TURNS_OF_SLOW.get(name, TURNS):
                turns[name].append([time_call(call) for _ in range(ANSWERS_PER_TURN)])
    return turns


def time_call(call: Callable[[], object]) -> float:
    """Return the milliseconds that one answer takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def compare(ours: Mapping[str, list[float]], theirs: Mapping[str, list[float]]) -> dict[str, float]:
    """Return how our times compare with theirs: below 1 we are faster.

    `caches lost` compares the answers right after another engine's; `agree` is the share of
    queries with equal hits.
    """
    ratios, first_ratios = (
        [our_time / their_time for our_time, their_time in zip(ours[key], theirs[key], strict=True)]
        for key in ("ms", "first")
    )
    equal = [a == b for a, b in zip(ours["hits"], theirs["hits"], strict=True)]
    return {
        "geometric mean": statistics.geometric_mean(ratios),
        "caches lost": statistics.geometric_mean(first_ratios),
        "worst query": max(ours["ms"]) / max(theirs["ms"]),
        "worst ratio": max(ratios),
        "agree": sum(equal) / len(equal),
    }
