"""The servers that are measured over HTTP: how each one's data is built, and how it is started."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlencode

from corpus.model import Report
from tests.bench.clients import Load, LoadFigures, run_load
from tests.bench.collection import write_index
from tests.bench.queries import COUNTED_FACETS, BenchQuery
from tests.reliability.processes import living

LISTENING = re.compile(r"http://127\.0\.0\.1:(\d+)")
DATABASE = "paragraphs.db"
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")
SECONDS_BETWEEN_LOOKS = 0.2
STOP_SECONDS = 30
UNCACHED = {"EVIDENCE_REMEMBERED": "0"}
# What visitors do with a result: turn the page, sort it, tick a filter.
REFINEMENTS = (
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


@dataclass(frozen=True)
class BenchServer:
    """A server with its settings; `data` names its data, which `build` writes to a place.

    `command` serves that place, `path` is the address of a query, `refinements` are appended to
    it in turn.
    """

    name: str
    data: str
    build: Callable[[Path, Iterator[Report]], None]
    command: Callable[[Path], list[str]]
    path: Callable[[BenchQuery], str]
    settings: Mapping[str, str] = field(default_factory=dict)
    refinements: Sequence[str] = ("",)


def serve_evidence(place: Path) -> list[str]:
    """Return the command that serves our index."""
    return [sys.executable, "-m", "web.cli", "serve", "--data", str(place), "--port", "0"]


def evidence_path(query: BenchQuery) -> str:
    """Return the address of our page for a query."""
    filters = ((key, value) for key, values in query.filters.items() for value in values)
    return "/?" + urlencode([("q", query.text), *filters])


def build_datasette(place: Path, reports: Iterator[Report]) -> None:
    """Write a table with a full-text index and one for each facet, as Datasette advises."""
    place.mkdir()
    database = sqlite3.connect(place / DATABASE)
    database.execute(
        "CREATE TABLE paragraphs (id TEXT PRIMARY KEY, text TEXT, theme TEXT, grade TEXT,"
        " framework TEXT, area TEXT, authority TEXT, year TEXT)"
    )
    database.executemany(
        "INSERT OR IGNORE INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", datasette_rows(reports)
    )
    database.execute(
        "CREATE VIRTUAL TABLE paragraphs_fts USING"
        " fts5(text, content='paragraphs', tokenize='porter')"
    )
    database.execute("INSERT INTO paragraphs_fts (rowid, text) SELECT rowid, text FROM paragraphs")
    for key in COUNTED_FACETS:
        database.execute(f"CREATE INDEX by_{key} ON paragraphs ({key})")
    database.commit()
    database.close()


def datasette_rows(reports: Iterator[Report]) -> Iterator[tuple[str | None, ...]]:
    """Yield the row of each paragraph."""
    for report in reports:
        year = str(report.dated.year) if report.dated else None
        for paragraph in report.paragraphs:
            themes = " ".join(paragraph.themes)
            facts = (themes, paragraph.grade, report.framework, paragraph.area, report.authority)
            yield (paragraph.id, paragraph.text, *facts, year)


def serve_datasette(place: Path) -> list[str]:
    """Return the command that serves the table."""
    return [sys.executable, "-m", "datasette", "serve", str(place / DATABASE), "--port", "0"]


def datasette_path(query: BenchQuery) -> str:
    """Return the address of Datasette's page for a query."""
    text = query.text.replace(" -", " NOT ")
    pairs = [("_search", text), ("_searchmode", "raw"), ("_size", "10")]
    pairs += [("_facet", key) for key in COUNTED_FACETS]
    pairs += [(f"{key}__in", ",".join(values)) for key, values in query.filters.items()]
    return "/paragraphs/paragraphs?" + urlencode(pairs)


EVIDENCE = ("ours", write_index, serve_evidence, evidence_path)
DATASETTE = ("datasette", build_datasette, serve_datasette, datasette_path)
SERVERS = (
    BenchServer("ours, uncached", *EVIDENCE, UNCACHED),
    BenchServer("datasette", *DATASETTE),
    BenchServer("ours, cached", *EVIDENCE),
    BenchServer("ours, 600 pages", *EVIDENCE, {}, REFINEMENTS),
)


@contextmanager
def run_server(
    command: Sequence[str], settings: Mapping[str, str], folder: Path | None = None
) -> Iterator[tuple[int, int]]:
    """Start a server in a folder and stop it in the end; yield its port and its process group."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **settings}
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            command,
            env=environment,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield wait_for_port(output, process), process.pid
        finally:
            with suppress(ProcessLookupError):  # it ended by itself
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(STOP_SECONDS)


def exit_on_sigterm() -> None:
    """Let SIGTERM end this process as an exit does, so that servers it started are stopped."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


def wait_for_port(output: IO[str], process: subprocess.Popen[bytes]) -> int:
    """Return the port that a server prints. Raise RuntimeError where it ends before."""
    while process.poll() is None:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        output.seek(0)
        if listening := LISTENING.search(output.read()):
            return int(listening[1])
    raise RuntimeError(f"{process.args!r} ended; run it by hand to see why")


def measure_load(load: Load, group: int) -> tuple[LoadFigures, float]:
    """Return what clients measured of a server, and the processor seconds that it used."""
    before = processor_seconds(group)
    figures = run_load(load)
    return figures, processor_seconds(group) - before


def processor_seconds(group: int) -> float:
    """Return the processor time that the living processes of a group have used (Linux)."""
    stats = [Path(f"/proc/{process}/stat").read_text("ascii") for process in living(group)]
    times = [stat.rpartition(")")[2].split()[11:13] for stat in stats]
    return sum(int(user) + int(system) for user, system in times) / CLOCK_TICKS
