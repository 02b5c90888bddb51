"""The fields of the index as Whoosh's schema declares them."""

from __future__ import annotations

from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.whoosh.analyzer import WordTokenizer

SCHEMA = Schema(
    text=TEXT(analyzer=WordTokenizer(stems=True), phrase=True),
    exact=TEXT(analyzer=WordTokenizer(stems=False), phrase=True),
    id=ID(unique=True, stored=True),
    report=ID(stored=True),
    date=NUMERIC(int, shift_step=0),
    paragraph=STORED,
    **{
        facet.key: ID()
        for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS)
        if facet.key not in ("theme", "year")
    },
    theme=KEYWORD(),
    year=NUMERIC(int, shift_step=0),
)
