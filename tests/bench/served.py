"""Pages over real HTTP, ours and Datasette's, of the same paragraphs and queries.

    python -m tests.bench.served [--paragraphs 70000] [--seconds 60] [--clients 16] [--rate 200]

Each server is asked in two ways. In a closed loop every client asks for its next page as soon as it
has the last. At an offered rate the clients together ask for so many pages per second, at random
moments, and a time counts from when its page was due.

Prints for each the searches per second, p50, p99, errors and the servers' processor time per
search. Both show ten results and count the same facets. "Uncached" means that no page is kept for
whoever asks for it next; elsewhere the clients ask for the 60 queries, or for ten pages of each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench.clients import Load, LoadFigures, run_load
from tests.bench.collection import default_cache, multiply, real_reports
from tests.bench.queries import draw_queries
from tests.bench.servers import SERVERS, exit_on_sigterm, measure_load, run_server
from tests.bench.tables import quantile

WARM_UP_SECONDS = 3.0


def main() -> None:
    """Run the benchmark that the command line asks for."""
    exit_on_sigterm()
    options = parse_arguments()
    reports = real_reports(options.cache)
    queries = draw_queries(reports)
    for server in SERVERS:
        place = options.cache / f"served-{server.data}-{options.paragraphs}"
        if not place.exists():
            server.build(place, multiply(reports, options.paragraphs))
        paths = [server.path(query) + more for query in queries for more in server.refinements]
        with run_server(server.command(place), server.settings) as (port, group):
            run_load(Load(port, paths, WARM_UP_SECONDS, options.clients))
            for rate in (None, options.rate):
                load = Load(port, paths, options.seconds, options.clients, rate)
                print_line(server.name, load, *measure_load(load, group))


def parse_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.served", description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=70_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rate", type=float, default=200.0)
    parser.add_argument("--cache", type=Path, default=default_cache())
    return parser.parse_args()


def print_line(name: str, load: Load, figures: LoadFigures, processor: float) -> None:
    """Print what clients measured of a server that used `processor` seconds."""
    times = figures.seconds
    p50, p99 = (1000 * quantile(times, share) for share in (0.5, 0.99))
    print(
        f"{name:18} {load.way:14} {len(times) / load.seconds:6.0f} searches/s   p50 {p50:6.1f} ms   "
        f"p99 {p99:6.1f} ms   errors {figures.errors}   missed {figures.missed}   "
        f"processor {1000 * processor / len(times):5.1f} ms per search",
        flush=True,
    )


if __name__ == "__main__":
    main()
