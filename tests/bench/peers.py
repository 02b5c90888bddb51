"""The other engines, each as its documentation advises: built, opened and asked alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy
from whoosh import fields, query, sorting
from whoosh.analysis import StemmingAnalyzer
from whoosh.index import create_in, open_dir

from corpus.model import Paragraph, Report
from index.analysis import stem
from index.facets import FACET, PARAGRAPH_FACETS
from tests.bench.material import FACETS, Asked

Ask = Callable[[], int]
"""Runs one query and returns its number of hits; what it found has been read."""


def rows(reports: Iterator[Report]) -> Iterator[tuple[Paragraph, dict[str, list[str]]]]:
    """Yields each paragraph with its facets' values."""
    for report in reports:
        for paragraph in report.paragraphs:
            yield paragraph, {key: values(report, paragraph, key) for key in FACETS}


def values(report: Report, paragraph: Paragraph, key: str) -> list[str]:
    """Returns the values that a paragraph has of a facet."""
    facet = FACET[key]
    found = facet.values(paragraph) if facet in PARAGRAPH_FACETS else (facet.value(report),)
    return [value for value in found if value is not None]


class Tantivy:
    """tantivy: stemmed and exact text, facets as raw fast fields counted by an aggregation."""

    def __init__(self, place: Path) -> None:
        self.place = place / "tantivy"

    def build(self, reports: Iterator[Report]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("exact", tokenizer_name="default")
        for key in FACETS:
            builder.add_text_field(key, tokenizer_name="raw", fast=True, index_option="basic")
        self.place.mkdir()
        writer = tantivy.Index(builder.build(), path=str(self.place)).writer(512 << 20, 2)
        for paragraph, facets in rows(reports):
            text = {"text": [paragraph.text], "exact": [paragraph.text]}
            writer.add_document(tantivy.Document(**text, **facets))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.index = tantivy.Index.open(str(self.place))
        self.index.reload()
        self.searcher = self.index.searcher()

    def prepared(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the query, parsed already."""
        node = self._node(asked)
        return lambda: self._answer(node, faceted)

    def typed(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the query, parsed each time."""
        return lambda: self._answer(self._node(asked), faceted)

    def _node(self, asked: Asked) -> Any:
        parts = [(tantivy.Occur.Must, self._words(asked))]
        for key, wanted in asked.filters.items():
            either = tantivy.Query.term_set_query(self.index.schema, key, list(wanted))
            parts.append((tantivy.Occur.Must, either))
        return parts[0][1] if len(parts) == 1 else tantivy.Query.boolean_query(parts)

    def _words(self, asked: Asked) -> Any:
        if asked.kind == "prefix":
            return tantivy.Query.regex_query(self.index.schema, "exact", f"{asked.words[0]}.*")
        if asked.kind == "phrase":
            return self.index.parse_query(asked.text, ["exact"])
        return self.index.parse_query(asked.text, ["text"], conjunction_by_default=True)

    def _answer(self, node: Any, faceted: bool) -> int:
        found = self.searcher.search(node, 10)
        for _, address in found.hits:
            self.searcher.doc(address)["text"]
        if faceted:
            self.searcher.aggregate(node, AGGREGATION)
        return int(found.count)


AGGREGATION = {key: {"terms": {"field": key, "size": 1000}} for key in FACETS}


class Fts5:
    """SQLite: porter-stemmed FTS5, the values of facets in a table by paragraph."""

    def __init__(self, place: Path) -> None:
        self.place = place / "fts5.db"

    def build(self, reports: Iterator[Report]) -> None:
        base = sqlite3.connect(self.place)
        columns = ", ".join(key for key in FACETS if key != "theme")
        base.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61')")
        base.execute(f"CREATE TABLE facts (id INTEGER PRIMARY KEY, {columns})")
        base.execute(
            "CREATE TABLE themes (id INTEGER, theme, PRIMARY KEY (id, theme)) WITHOUT ROWID"
        )
        every = enumerate(rows(reports))
        while some := list(islice(every, 10_000)):
            base.executemany(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", [(n, p.text) for n, (p, _) in some]
            )
            facts = ([n, *(one(f[key]) for key in FACETS if key != "theme")] for n, (_, f) in some)
            base.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", facts)
            themes = ((n, theme) for n, (_, f) in some for theme in f["theme"])
            base.executemany("INSERT INTO themes VALUES (?, ?)", themes)
        base.execute("INSERT INTO words (words) VALUES ('optimize')")
        base.commit()
        base.close()

    def open(self) -> None:
        self.base = sqlite3.connect(self.place)
        self.base.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")

    def typed(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the query."""
        match, (where, given) = self._match(asked), self._where(asked)
        chosen = f"FROM words JOIN facts ON facts.id = words.rowid WHERE words MATCH ?{where}"
        return lambda: self._answer(chosen, (match, *given), faceted)

    def _match(self, asked: Asked) -> str:
        return {
            "not": lambda: " NOT ".join(asked.words),
            "prefix": lambda: f"{asked.words[0]}*",
        }.get(asked.kind, lambda: asked.text)()

    def _where(self, asked: Asked) -> tuple[str, list[str]]:
        where, given = "", []
        for key, wanted in asked.filters.items():
            marks = ", ".join("?" * len(wanted))
            column = f"facts.{key} IN ({marks})"
            themes = f"facts.id IN (SELECT id FROM themes WHERE theme IN ({marks}))"
            where += f" AND {themes if key == 'theme' else column}"
            given += wanted
        return where, given

    def _answer(self, chosen: str, given: tuple[str, ...], faceted: bool) -> int:
        run = self.base.execute
        run(f"SELECT words.rowid, text {chosen} ORDER BY rank LIMIT 10", given).fetchall()
        if not faceted:
            return int(run(f"SELECT count(*) {chosen}", given).fetchone()[0])
        run("DELETE FROM found")
        total = run(f"INSERT INTO found SELECT words.rowid {chosen}", given).rowcount
        for key in FACETS:
            table = "themes" if key == "theme" else "facts"
            run(f"SELECT {key}, count(*) FROM found JOIN {table} USING (id) GROUP BY 1").fetchall()
        return total


def one(values: list[str]) -> str | None:
    """Returns the only value, None where there is none."""
    return values[0] if values else None


class Stock:
    """Whoosh as it comes, with its own codec, its stemming and its facets."""

    def __init__(self, place: Path) -> None:
        self.place = place / "whoosh"

    def build(self, reports: Iterator[Report]) -> None:
        words = fields.TEXT(stored=True, analyzer=StemmingAnalyzer(stoplist=None, minsize=1))
        facets = {key: fields.ID(sortable=True) for key in FACETS if key != "theme"}
        schema = fields.Schema(
            text=words, theme=fields.KEYWORD(stored=True, sortable=True), **facets
        )
        self.place.mkdir()
        writer = create_in(str(self.place), schema).writer(limitmb=1024)
        for paragraph, found in rows(reports):
            told = {
                key: " ".join(held) if key == "theme" else held[0]
                for key, held in found.items()
                if held
            }
            writer.add_document(text=paragraph.text, **told)
        writer.commit()

    def open(self) -> None:
        self.searcher = open_dir(str(self.place)).searcher()

    def typed(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the query."""
        node, mask = self._node(asked), self._filter(asked)
        options = {"groupedby": GROUPS, "maptype": sorting.Count} if faceted else {}
        return lambda: self._answer(self.searcher.search(node, limit=10, filter=mask, **options))

    def _node(self, asked: Asked) -> query.Query:
        words = [query.Term("text", stem(word)) for word in asked.words]
        if asked.kind == "phrase":
            return query.Phrase("text", [stem(word) for word in asked.words])
        if asked.kind == "prefix":
            return query.Prefix("text", asked.words[0])
        if asked.kind == "not":
            return query.And([words[0], *map(query.Not, words[1:])])
        return (query.Or if asked.kind == "either" else query.And)(words)

    def _filter(self, asked: Asked) -> query.Query | None:
        every = [
            query.Or([query.Term(key, value) for value in wanted])
            for key, wanted in asked.filters.items()
        ]
        return query.And(every) if every else None

    def _answer(self, found: Any) -> int:
        for hit in found:
            hit["text"]
        return len(found)


GROUPS = {
    key: sorting.FieldFacet(key, allow_overlap=key == "theme", maptype=sorting.Count)
    for key in FACETS
}
