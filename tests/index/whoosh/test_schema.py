"""Whoosh's schema has a field for each facet, for words, and for what is stored."""

import pytest
from whoosh import fields

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.whoosh.schema import SCHEMA

STORED_FACETS = {facet.key for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS)}
KINDS = {
    "text": fields.TEXT,
    "exact": fields.TEXT,
    "id": fields.ID,
    "report": fields.ID,
    "date": fields.NUMERIC,
    "year": fields.NUMERIC,
    "theme": fields.KEYWORD,
    "paragraph": fields.STORED,
}


def test_fields_are_words_facets_and_what_is_stored():
    assert set(SCHEMA.names()) == {*KINDS, *STORED_FACETS}


@pytest.mark.parametrize("name", sorted({*KINDS, *STORED_FACETS}))
def test_a_fields_kind(name):
    assert isinstance(SCHEMA[name], KINDS.get(name, fields.ID))
    assert SCHEMA[name].stored == (name in ("id", "report", "paragraph"))


@pytest.mark.parametrize(
    ("name", "words"), [("text", ["timeli", "plan"]), ("exact", ["timely", "plans"])]
)
def test_queries_are_analysed_as_paragraphs_are(name, words):
    assert list(SCHEMA[name].process_text("Timely plans", mode="query")) == words
