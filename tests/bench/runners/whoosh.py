"""Plain Whoosh: its own codec, its stemming and its facets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh import fields, query, sorting
from whoosh.analysis import StemmingAnalyzer
from whoosh.index import create_in, open_dir

from corpus.model import Report
from index.analysis import stem
from tests.bench.queries import COUNTED_FACETS, BenchQuery
from tests.bench.runners import TimedCall, facet_rows

WRITER_MEGABYTES = 1024
GROUPS = {
    key: sorting.FieldFacet(key, allow_overlap=key == "theme", maptype=sorting.Count)
    for key in COUNTED_FACETS
}


class WhooshRunner:
    """Whoosh as it comes."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "whoosh"

    def build(self, reports: Iterator[Report]) -> None:
        text = fields.TEXT(stored=True, analyzer=StemmingAnalyzer(stoplist=None, minsize=1))
        themes = fields.KEYWORD(stored=True, sortable=True)
        facets = {key: fields.ID(sortable=True) for key in COUNTED_FACETS if key != "theme"}
        self.place.mkdir()
        index = create_in(str(self.place), fields.Schema(text=text, theme=themes, **facets))
        writer = index.writer(limitmb=WRITER_MEGABYTES)
        for paragraph, values_by_key in facet_rows(reports):
            columns = {
                key: " ".join(values) if key == "theme" else values[0]
                for key, values in values_by_key.items()
                if values
            }
            writer.add_document(text=paragraph.text, **columns)
        writer.commit()

    def open(self) -> None:
        self.searcher = open_dir(str(self.place)).searcher()

    def whole_call(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the answer to a query, whose nodes are made beforehand."""
        node, mask = parse(query), parse_filters(query)
        options = {"groupedby": GROUPS, "maptype": sorting.Count} if faceted else {}
        return lambda: count_hits(self.searcher.search(node, limit=10, filter=mask, **options))


def parse(bench_query: BenchQuery) -> query.Query:
    """Return the node of a query's words, all of them stemmed but those of a prefix."""
    words = [query.Term("text", stem(word)) for word in bench_query.words]
    if bench_query.kind == "phrase":
        return query.Phrase("text", [stem(word) for word in bench_query.words])
    if bench_query.kind == "prefix":
        return query.Prefix("text", bench_query.words[0])
    if bench_query.kind == "not":
        return query.And([words[0], *map(query.Not, words[1:])])
    return (query.Or if bench_query.kind == "either" else query.And)(words)


def parse_filters(bench_query: BenchQuery) -> query.Query | None:
    """Return the node of a query's filters, None where it has none."""
    nodes = [
        query.Or([query.Term(key, value) for value in values])
        for key, values in bench_query.filters.items()
    ]
    return query.And(nodes) if nodes else None


def count_hits(results: Any) -> int:
    """Return the number of hits, once the texts of those listed are read."""
    for hit in results:
        hit["text"]
    return len(results)
