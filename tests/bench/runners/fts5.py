"""SQLite: Porter-stemmed FTS5, and the values of facets in tables keyed by paragraph."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.model import Report
from tests.bench.queries import COUNTED_FACETS, BenchQuery
from tests.bench.runners import TimedCall, facet_rows

ROWS_PER_INSERT = 10_000
COLUMNS = [key for key in COUNTED_FACETS if key != "theme"]  # a paragraph may have several themes


class Fts5Runner:
    """SQLite's full-text search, optimised once it is built."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "fts5.db"

    def build(self, reports: Iterator[Report]) -> None:
        database = sqlite3.connect(self.place)
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61')")
        database.execute(f"CREATE TABLE facts (id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
        database.execute(
            "CREATE TABLE themes (id INTEGER, theme, PRIMARY KEY (id, theme)) WITHOUT ROWID"
        )
        numbered = enumerate(facet_rows(reports))
        while rows := list(islice(numbered, ROWS_PER_INSERT)):
            texts = [(number, paragraph.text) for number, (paragraph, _) in rows]
            database.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)
            facts = [
                [number, *(only_value(values[key]) for key in COLUMNS)]
                for number, (_, values) in rows
            ]
            database.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", facts)
            themes = [(number, theme) for number, (_, values) in rows for theme in values["theme"]]
            database.executemany("INSERT INTO themes VALUES (?, ?)", themes)
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = sqlite3.connect(self.place)
        self.database.execute("CREATE TEMP TABLE matches (id INTEGER PRIMARY KEY)")

    def whole_call(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the answer to a query, which SQLite parses each time."""
        match, (where, values) = self._match(query), self._where(query)
        source = f"FROM words JOIN facts ON facts.id = words.rowid WHERE words MATCH ?{where}"
        return lambda: self._answer(source, (match, *values), faceted)

    def _match(self, query: BenchQuery) -> str:
        if query.kind == "not":
            return " NOT ".join(query.words)
        return f"{query.words[0]}*" if query.kind == "prefix" else query.text

    def _where(self, query: BenchQuery) -> tuple[str, list[str]]:
        where = ""
        parameters: list[str] = []
        for key, values in query.filters.items():
            marks = ", ".join("?" * len(values))
            column = f"facts.{key} IN ({marks})"
            themes = f"facts.id IN (SELECT id FROM themes WHERE theme IN ({marks}))"
            where += f" AND {themes if key == 'theme' else column}"
            parameters += values
        return where, parameters

    def _answer(self, source: str, parameters: tuple[str, ...], faceted: bool) -> int:
        run = self.database.execute
        run(f"SELECT words.rowid, text {source} ORDER BY rank LIMIT 10", parameters).fetchall()
        if not faceted:
            return int(run(f"SELECT count(*) {source}", parameters).fetchone()[0])
        run("DELETE FROM matches")
        total = run(f"INSERT INTO matches SELECT words.rowid {source}", parameters).rowcount
        for key in COUNTED_FACETS:
            table = "themes" if key == "theme" else "facts"
            counts = f"SELECT {key}, count(*) FROM matches JOIN {table} USING (id) GROUP BY 1"
            run(counts).fetchall()
        return total


def only_value(values: list[str]) -> str | None:
    """Return the only value, None where there is none."""
    return values[0] if values else None
