"""One round of a comparison over HTTP: both servers run, and are asked in turns."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.clients import Load, run_load
from tests.bench.pair.checkout import Checkout, side_processes
from tests.bench.pair.ratios import Sample
from tests.bench.pair.turns import in_turn, index_place
from tests.bench.servers import measure_load, run_server
from tests.bench.tables import quantile

TURNS = 2
WARM_UP_SECONDS = 2.0


@dataclass(frozen=True)
class PageLoad:
    """What is asked of each server in a turn: paths for so many seconds, see `Load`."""

    paths: Sequence[str]
    seconds: float
    clients: int
    rate: float


def ask_pages(
    checkouts: Sequence[Checkout], folder: Path, load: PageLoad, number: int
) -> Iterator[Sample]:
    """Ask the servers of the checkouts for pages: uncached, and as they come."""
    with side_processes(*checkouts) as sides:
        servers = {
            side.name: side.ask("server", place=str(index_place(folder, side.checkout)))
            for side in sides
        }
    for kind in ("uncached", "as it comes"):
        with ExitStack() as stack:
            running = {}
            for checkout in checkouts:
                server = servers[checkout.name]
                settings = server["settings"] | (server["uncached"] if kind == "uncached" else {})
                running[checkout.name] = stack.enter_context(
                    run_server(server["command"], settings, checkout.folder)
                )
            yield from time_pages(f"HTTP {kind}", running, load, number)


def time_pages(
    label: str, running: Mapping[str, tuple[int, int]], load: PageLoad, number: int
) -> Iterator[Sample]:
    """Ask running servers, given by port and process group, in a closed loop and at a rate."""
    for port, _ in running.values():
        run_load(Load(port, load.paths, WARM_UP_SECONDS, load.clients))
    for turn in range(TURNS):
        for name in in_turn(list(running), number + turn):
            for rate in (None, load.rate):
                port, group = running[name]
                turn_load = Load(port, load.paths, load.seconds, load.clients, rate)
                for figure, value in measure_turn(turn_load, group).items():
                    yield Sample(f"{label}, {turn_load.way}: {figure}", "", name, number, value)


def measure_turn(load: Load, group: int) -> dict[str, float]:
    """Return the figures of a server in one turn."""
    figures, used = measure_load(load, group)
    if figures.errors:
        print(f"port {load.port}: {figures.errors} answers were errors", file=sys.stderr)
    answers = len(figures.seconds)
    measured = {
        "p50": quantile(figures.seconds, 0.5),
        "p99": quantile(figures.seconds, 0.99),
        "processor time": used / answers,
    }
    return measured if load.rate else {"time per search": load.seconds / answers, **measured}
