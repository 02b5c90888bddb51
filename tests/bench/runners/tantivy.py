"""tantivy: stemmed and exact text, facets as raw fast fields counted by an aggregation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tantivy

from corpus.model import Report
from tests.bench.queries import COUNTED_FACETS, BenchQuery
from tests.bench.runners import TimedCall, facet_rows

WRITER_BYTES = 512 << 20
WRITER_THREADS = 2
AGGREGATION = {key: {"terms": {"field": key, "size": 1000}} for key in COUNTED_FACETS}


class TantivyRunner:
    """tantivy, as its documentation advises."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "tantivy"

    def build(self, reports: Iterator[Report]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("exact", tokenizer_name="default")
        for key in COUNTED_FACETS:
            builder.add_text_field(key, tokenizer_name="raw", fast=True, index_option="basic")
        self.place.mkdir()
        index = tantivy.Index(builder.build(), path=str(self.place))
        writer = index.writer(WRITER_BYTES, WRITER_THREADS)
        for paragraph, facets in facet_rows(reports):
            text = {"text": [paragraph.text], "exact": [paragraph.text]}
            writer.add_document(tantivy.Document(**text, **facets))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.index = tantivy.Index.open(str(self.place))
        self.index.reload()
        self.searcher = self.index.searcher()

    def evaluation(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the answer to a query that is parsed already."""
        node = self._parse(query)
        return lambda: self._answer(node, faceted)

    def whole_call(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the answer to a query that is parsed each time."""
        return lambda: self._answer(self._parse(query), faceted)

    def _parse(self, query: BenchQuery) -> Any:
        clauses = [(tantivy.Occur.Must, self._parse_words(query))]
        for key, values in query.filters.items():
            either = tantivy.Query.term_set_query(self.index.schema, key, list(values))
            clauses.append((tantivy.Occur.Must, either))
        return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)

    def _parse_words(self, query: BenchQuery) -> Any:
        if query.kind == "prefix":
            return tantivy.Query.regex_query(self.index.schema, "exact", f"{query.words[0]}.*")
        if query.kind == "phrase":
            return self.index.parse_query(query.text, ["exact"])
        return self.index.parse_query(query.text, ["text"], conjunction_by_default=True)

    def _answer(self, node: Any, faceted: bool) -> int:
        result = self.searcher.search(node, 10)
        for _, address in result.hits:
            self.searcher.doc(address)["text"]
        if faceted:
            self.searcher.aggregate(node, AGGREGATION)
        return int(result.count)
