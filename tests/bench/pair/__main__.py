"""Compare the speed of two checkouts in one run, in turns.

    python -m tests.bench.pair --before DIR [--rounds 5] [--parts build queries wording http]

In each round both sides write an index of the same paragraphs, and a fresh process of each opens
its own. They are then asked in turns, so that one waits while the other works: a batch of queries
at a time, the questions about wording, and pages over HTTP, uncached and as they come. Which side
goes first changes from turn to turn. Ratios are of medians; "rounds" is the lowest and the highest
ratio that a single round gave, which shows how far a figure can be trusted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from tests.bench.collection import default_cache, multiply, real_reports, write_reports
from tests.bench.pair.checkout import DRIVER, Checkout
from tests.bench.pair.pages import PageLoad, ask_pages
from tests.bench.pair.ratios import Sample, compare_samples, ratio_table
from tests.bench.pair.turns import ask_queries, ask_wording, build_indexes
from tests.bench.queries import draw_queries
from tests.bench.servers import evidence_path, exit_on_sigterm
from tests.source_tree import ROOT

PARTS = ("build", "queries", "wording", "http")
WIDTH = 140


def main() -> None:
    """Run the comparison that the command line asks for."""
    exit_on_sigterm()
    options = parse_arguments()
    python = options.before_python or options.before / ".venv" / "bin" / "python"
    checkouts = (
        Checkout(
            "before", options.before.resolve(), python.absolute(), options.before_driver.resolve()
        ),
        Checkout("now", ROOT, Path(sys.executable), DRIVER),
    )
    samples: list[Sample] = []
    options.cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.cache) as folder:
        try:
            for sample in measure(checkouts, Path(folder), options):
                samples.append(sample)
        finally:  # a long run that is stopped keeps what it has
            options.out.write_text(json.dumps([asdict(sample) for sample in samples]), "utf-8")
    Console(width=WIDTH).print(ratio_table(compare_samples(samples), options.rounds))


def parse_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.pair",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--before", type=Path, required=True, help="the other checkout")
    parser.add_argument("--before-python", type=Path, help="its Python; else that of its .venv")
    parser.add_argument("--before-driver", type=Path, default=DRIVER, help="if its API is another")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--parts", nargs="+", default=list(PARTS), choices=PARTS)
    parser.add_argument("--paragraphs", type=int, default=70_000)
    parser.add_argument("--seconds", type=float, default=8.0, help="of each turn over HTTP")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rate", type=float, default=200.0)
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--out", type=Path, default=Path("pair.json"))
    return parser.parse_args()


def measure(
    checkouts: Sequence[Checkout], folder: Path, options: argparse.Namespace
) -> Iterator[Sample]:
    """Yield all that is measured, and say on stderr what is being done."""
    reports = real_reports(options.cache)
    queries = draw_queries(reports)
    collection = folder / "collection.jsonl"
    write_reports(collection, multiply(reports, options.paragraphs))
    paths = [evidence_path(query) for query in queries]
    load = PageLoad(paths, options.seconds, options.clients, options.rate)
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
        if number == 0 or "build" in options.parts:
            yield from build_indexes(checkouts, folder, collection, number)
        if "queries" in options.parts:
            yield from ask_queries(checkouts, folder, queries, number)
        if "wording" in options.parts:
            yield from ask_wording(checkouts, folder, queries, number)
        if "http" in options.parts:
            yield from ask_pages(checkouts, folder, load, number)


if __name__ == "__main__":
    main()
