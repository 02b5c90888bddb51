"""Pages over real HTTP, ours and Datasette's: 16 clients, the same paragraphs and queries.

    python -m tests.bench.served [--paragraphs 70000] [--seconds 60] [--clients 16]

Prints for each server searches a second, p50, p99, errors and the server's processor time a
search. Both show ten results and count the same facets; ours remembers no page here.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

from corpus.model import Report
from index.writing import writing
from tests.bench import material
from tests.bench.material import FACETS, Asked
from tests.shared import REPORTS

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
TABLE = "paragraphs.db"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Figures:
    """What the clients saw: seconds of each answer, and answers that were none."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0


def main() -> None:
    """Runs the benchmark that the command line asks for."""
    options = arguments()
    options.cache.mkdir(parents=True, exist_ok=True)
    real = material.reports(REPORTS, options.cache / "reports.jsonl")
    asked = material.queries(real)
    for name, build, serve, path in SERVERS:
        place = options.cache / f"served-{name}-{options.paragraphs}"
        if not place.exists():
            build(place, material.multiplied(real, options.paragraphs))
        with running(serve(place)) as (port, process):
            paths = [path(one) for one in asked]
            asyncio.run(crowd(port, paths, 2, options.clients))
            before = processor(process)
            seen = asyncio.run(crowd(port, paths, options.seconds, options.clients))
            show(name, seen, options.seconds, processor(process) - before)


def arguments() -> argparse.Namespace:
    """Returns what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.served", description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=70_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=16)
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


SERVERS = (
    ("ours", build_ours, serve_ours, path_ours),
    ("datasette", build_datasette, serve_datasette, path_datasette),
)


@contextmanager
def running(command: list[str]) -> Iterator[tuple[int, int]]:
    """Gives the port and process number of a server on this machine."""
    quiet = {**os.environ, "EVIDENCE_REMEMBERED": "0", "PYTHONUNBUFFERED": "1"}
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, env=quiet, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield port_of(said, process), process.pid
        finally:
            process.terminate()
            process.wait(30)


def port_of(said: IO[str], process: subprocess.Popen[bytes]) -> int:
    """Returns the port that a server says it listens on. Raises RuntimeError where it ends."""
    while process.poll() is None:
        time.sleep(0.2)
        said.seek(0)
        if found := ADDRESS.search(said.read()):
            return int(found[1])
    raise RuntimeError(f"{process.args} ended; run it by hand to see why")


async def crowd(port: int, paths: list[str], seconds: float, clients: int) -> Figures:
    """Returns what `clients` saw who asked one page after the other for `seconds`."""
    seen, end = Figures(), time.perf_counter() + seconds
    await asyncio.gather(
        *(client(port, paths, end, seen, random.Random(n)) for n in range(clients))
    )
    return seen


async def client(
    port: int, paths: list[str], end: float, seen: Figures, chance: random.Random
) -> None:
    """Asks for pages at random until `end`, each on a connection of its own."""
    while time.perf_counter() < end:
        begun = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        ask = f"GET {chance.choice(paths)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        writer.write(f"{ask}Accept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        seen.seconds.append(time.perf_counter() - begun)
        seen.errors += not re.match(rb"HTTP/1\.[01] 200 ", answer)


def processor(process: int) -> float:
    """Returns the seconds of processor time that a process took so far (Linux)."""
    told = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / TICKS


def show(name: str, seen: Figures, seconds: float, worked: float) -> None:
    """Prints one line of figures."""
    times = sorted(seen.seconds)
    p50, p99 = (1000 * times[int(len(times) * part)] for part in (0.5, 0.99))
    print(
        f"{name:10} {len(times) / seconds:7.0f} searches/s   p50 {p50:6.1f} ms   "
        f"p99 {p99:6.1f} ms   errors {seen.errors}   "
        f"processor {1000 * worked / len(times):5.1f} ms a search"
    )


if __name__ == "__main__":
    main()
