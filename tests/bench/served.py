"""Pages over real HTTP, ours and Datasette's: 16 clients, the same paragraphs and queries.

    python -m tests.bench.served [--paragraphs 70000] [--seconds 60] [--clients 16] [--rate 200]

Each server is asked in two ways. In a closed loop every client asks for its next page as soon as it
has the last. At an offered rate the clients together ask for so many pages a second, at random
moments, and a time counts from the moment a page was due: waiting for a slow one before it counts.

Prints for each searches a second, p50, p99, errors and the servers' processor time a search. Both
show ten results and count the same facets. Ours remembers no page, but where the line says so;
then the clients ask the 60 queries, or ten pages of each.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

from corpus.model import Report
from index.writer import writing
from tests.bench import material
from tests.bench.crowd import Figures, crowd
from tests.bench.material import FACETS, Asked
from tests.reliability.processes import living
from tests.shared import REPORTS

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
TABLE = "paragraphs.db"
TICKS = os.sysconf("SC_CLK_TCK")
WARMING = 3.0


@dataclass(frozen=True)
class Server:
    """One that is measured: how its data is built at a place, served, and asked for a page, and
    what follows each address in turn.
    """

    name: str
    kept: str
    build: Callable[[Path, Iterator[Report]], None]
    command: Callable[[Path], list[str]]
    path: Callable[[Asked], str]
    settings: dict[str, str]
    ways: tuple[str, ...] = ("",)


def main() -> None:
    """Runs the benchmark that the command line asks for."""
    options = arguments()
    options.cache.mkdir(parents=True, exist_ok=True)
    real = material.reports(REPORTS, options.cache / "reports.jsonl")
    asked = material.queries(real)
    for server in SERVERS:
        place = options.cache / f"served-{server.kept}-{options.paragraphs}"
        if not place.exists():
            server.build(place, material.multiplied(real, options.paragraphs))
        with running(server.command(place), server.settings) as (port, group):
            paths = [server.path(one) + way for one in asked for way in server.ways]
            crowd(port, paths, WARMING, options.clients)
            for rate in (None, options.rate):
                before = processor(group)
                seen = crowd(port, paths, options.seconds, options.clients, rate)
                show(server.name, rate, seen, options.seconds, processor(group) - before)


def arguments() -> argparse.Namespace:
    """Returns what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.served", description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=70_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rate", type=float, default=200.0)
    cache = Path(tempfile.gettempdir()) / "evidence-bench"
    parser.add_argument("--cache", type=Path, default=cache)
    return parser.parse_args()


def build_ours(place: Path, reports: Iterator[Report]) -> None:
    """Writes our index."""
    with writing(place) as writer:
        for report in reports:
            writer.put(report)


def serve_ours(place: Path) -> list[str]:
    """Returns the command that serves our index."""
    return [sys.executable, "-m", "web.cli", "serve", "--data", str(place), "--port", "0"]


def path_ours(asked: Asked) -> str:
    """Returns the address of our page for a query."""
    pairs = [("q", asked.text), *((k, v) for k, values in asked.filters.items() for v in values)]
    return "/?" + urlencode(pairs)


def build_datasette(place: Path, reports: Iterator[Report]) -> None:
    """Writes a table with a full-text index and one for each facet, as Datasette advises."""
    place.mkdir()
    base = sqlite3.connect(place / TABLE)
    base.execute(
        "CREATE TABLE paragraphs (id TEXT PRIMARY KEY, text TEXT, theme TEXT, grade TEXT,"
        " framework TEXT, area TEXT, authority TEXT, year TEXT)"
    )
    base.executemany(
        "INSERT OR IGNORE INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (p.id, p.text, " ".join(p.themes), p.grade, r.framework, p.area, r.authority, year(r))
            for r in reports
            for p in r.paragraphs
        ),
    )
    base.execute(
        "CREATE VIRTUAL TABLE paragraphs_fts USING"
        " fts5(text, content='paragraphs', tokenize='porter')"
    )
    base.execute("INSERT INTO paragraphs_fts (rowid, text) SELECT rowid, text FROM paragraphs")
    for name in FACETS:
        base.execute(f"CREATE INDEX by_{name} ON paragraphs ({name})")
    base.commit()
    base.close()


def year(report: Report) -> str | None:
    """Returns the year of a report."""
    return str(report.dated.year) if report.dated else None


def serve_datasette(place: Path) -> list[str]:
    """Returns the command that serves the table."""
    return [sys.executable, "-m", "datasette", "serve", str(place / TABLE), "--port", "0"]


def path_datasette(asked: Asked) -> str:
    """Returns the address of Datasette's page for a query."""
    query = asked.text.replace(" -", " NOT ")
    pairs = [("_search", query), ("_searchmode", "raw"), ("_size", "10")]
    pairs += [("_facet", name) for name in FACETS]
    pairs += [(f"{key}__in", ",".join(values)) for key, values in asked.filters.items()]
    return "/paragraphs/paragraphs?" + urlencode(pairs)


# What visitors do with a result: turn the page, sort it, tick a filter.
WAYS = (
    "",
    "&page=2",
    "&sort=newest",
    "&unit=reports",
    "&grade=good",
    "&grade=inadequate",
    "&year=2016",
    "&theme=health",
    "&kind=finding",
    "&polarity=weakness",
)
DATASETTE = (build_datasette, serve_datasette, path_datasette)
OURS = (build_ours, serve_ours, path_ours)
SERVERS = (
    Server("ours", "ours", *OURS, {"EVIDENCE_REMEMBERED": "0"}),
    Server("datasette", "datasette", *DATASETTE, {}),
    Server("ours, remembering", "ours", *OURS, {}),
    Server("ours, 600 pages", "ours", *OURS, {}, WAYS),
)


@contextmanager
def running(command: list[str], settings: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Gives the port of a server on this machine and its group of processes."""
    environment = {**os.environ, **settings, "PYTHONUNBUFFERED": "1"}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, env=environment, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield port_of(said, process), process.pid
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def port_of(said: IO[str], process: subprocess.Popen[bytes]) -> int:
    """Returns the port that a server says it listens on. Raises RuntimeError where it ends."""
    while process.poll() is None:
        time.sleep(0.2)
        said.seek(0)
        if found := ADDRESS.search(said.read()):
            return int(found[1])
    raise RuntimeError(f"{process.args} ended; run it by hand to see why")


def processor(group: int) -> float:
    """Returns the seconds of processor time that a group of processes took so far (Linux)."""
    told = [Path(f"/proc/{one}/stat").read_text("ascii") for one in living(group)]
    times = [each.rpartition(")")[2].split()[11:13] for each in told]
    return sum(int(user) + int(system) for user, system in times) / TICKS


def show(name: str, rate: float | None, seen: Figures, seconds: float, worked: float) -> None:
    """Prints one line of figures."""
    times = sorted(seen.seconds)
    p50, p99 = (1000 * times[int(len(times) * part)] for part in (0.5, 0.99))
    way = f"{rate:g}/s offered" if rate else "closed loop"
    print(
        f"{name:18} {way:14} {len(times) / seconds:6.0f} searches/s   p50 {p50:6.1f} ms   "
        f"p99 {p99:6.1f} ms   errors {seen.errors}   missed {seen.missed}   "
        f"processor {1000 * worked / len(times):5.1f} ms a search",
        flush=True,
    )


if __name__ == "__main__":
    main()
