"""Whoosh's view of a segment's terms: in order, with the statistics of a plain count."""

import numpy as np
import pytest
from whoosh.reading import TermNotFound

from index.whoosh.schema import SCHEMA
from index.whoosh.terms import TermsReader
from tests.index.reports import open_reader, report

TEXTS = ("plans are timely", "late plan plan", "")
WORDS = [b"are", b"late", b"plan", b"plans", b"timely"]


@pytest.fixture(scope="module")
def terms(tmp_path_factory):
    texts = [(text, {"themes": ("health",), "grade": None}) for text in TEXTS]
    return TermsReader(open_reader(tmp_path_factory.mktemp("data"), report("ash", *texts)))


def test_fields_and_terms_come_in_order(terms):
    names = terms.indexed_field_names()
    assert names == sorted(name for name in SCHEMA.names() if name != "paragraph")
    listed = list(terms.terms())
    assert listed == sorted(listed, key=lambda term: (names.index(term[0]), term[1]))
    assert [term for field, term in listed if field == "exact"] == WORDS
    assert [term for field, term in listed if field == "theme"] == [b"health"]
    assert [term for field, term in listed if field == "grade"] == []


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [(b"", WORDS), (b"plan", WORDS[2:]), (b"planned", WORDS[3:]), (b"z", [])],
)
def test_terms_from_a_prefix_on(terms, prefix, expected):
    assert [term for _, term in terms.terms_from("exact", prefix)] == expected
    assert [term for (_, term), _ in terms.items_from("exact", prefix)] == expected


@pytest.mark.parametrize(
    ("field", "term", "docs", "frequency", "lengths"),
    [
        ("exact", b"plan", 1, 2, (3, 3)),
        ("text", b"plan", 2, 3, (3, 3)),
        ("theme", b"health", 3, 3, (0, 3)),
        ("report", b"ash", 3, 3, (0, 3)),
        ("id", b"ash/p3", 1, 1, (0, 0)),
    ],
)
def test_statistics(terms, field, term, docs, frequency, lengths):
    info = terms.term_info(field, term)
    assert (field, term) in terms
    assert info.doc_frequency() == terms.doc_frequency(field, term) == docs
    assert info.weight() == terms.frequency(field, term) == frequency
    assert (info.min_length(), info.max_length()) == lengths
    assert dict(terms.items())[field, term].doc_frequency() == docs
    assert len(list(terms.matcher(field, term, SCHEMA[field].format).all_ids())) == docs


@pytest.mark.parametrize(("field", "term"), [("exact", b"nobody"), ("grade", b"good")])
def test_a_term_that_is_not_there(terms, field, term):
    assert (field, term) not in terms
    for ask in (terms.term_info, lambda *key: terms.matcher(*key, SCHEMA[field].format)):
        with pytest.raises(TermNotFound):
            ask(field, term)
    with pytest.raises(KeyError):
        terms.doc_frequency(field, term)


def test_a_cursor_goes_through_the_terms(terms):
    cursor = terms.cursor("exact", SCHEMA["exact"])
    seen = [cursor.first()]
    while (text := cursor.next()) is not None:
        seen.append(text)
    assert [text.encode() for text in seen] == WORDS
    assert not cursor.is_valid()
    assert cursor.find(b"planned") == cursor.find("planned") == cursor.text() == "plans"
    assert cursor.term_info().doc_frequency() == 1
    assert cursor.find("z") is None


def test_dates_and_years_are_numbers(terms):
    matchers = {
        name: terms.matcher(name, SCHEMA[name].to_bytes(value), SCHEMA[name].format)
        for name, value in (("date", 20200131), ("year", 2020))
    }
    assert all(np.array_equal(list(matcher.all_ids()), [0, 1, 2]) for matcher in matchers.values())
