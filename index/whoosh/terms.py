"""The terms of a segment as Whoosh walks them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from corpus.lazy import lazy_property
from index.facets import WORD_FIELDS
from index.segments.arrays import Array
from index.segments.reader import SegmentReader
from index.whoosh.matcher import ArrayMatcher
from index.whoosh.schema import SCHEMA
from index.whoosh.values import values


class TermsReader(base.TermsReader):
    """Terms and postings of a segment, every field of the schema alike."""

    def __init__(self, reader: SegmentReader) -> None:
        self.reader = reader

    @lazy_property
    def _terms(self) -> dict[str, list[bytes]]:
        """Every field's terms, sorted."""
        words = {field: self.reader.lexicon(field) for field in WORD_FIELDS}
        found = {
            field: [known.bytes(row) for row in range(len(known))] for field, known in words.items()
        }
        return found | {field: sorted(docs) for field, docs in self._values.items()}

    @lazy_property
    def _values(self) -> dict[str, dict[bytes, Array]]:
        """The paragraphs of every value of every field that is no text."""
        return {
            field: {SCHEMA[field].to_bytes(value): docs for value, docs in found.items()}
            for field, found in values(self.reader).items()
        }

    def _posting(self, field: str, term: bytes) -> tuple[Array, Array]:
        """Returns paragraphs and weights of a term. Raises KeyError where there is none."""
        if field in WORD_FIELDS:
            row = self.reader.lexicon(field).find(term.decode("utf-8", "surrogatepass"))
            if row is None:
                raise KeyError(field, term)
            return self.reader.postings(field, row)
        docs = self._values[field][term]
        return docs, np.ones(len(docs), np.int64)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        try:
            self._posting(*term)
        except KeyError:
            return False
        return True

    def indexed_field_names(self) -> list[str]:
        """Returns the names of the fields that have terms."""
        return sorted(self._terms)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yields every field's terms in order."""
        return ((field, term) for field in sorted(self._terms) for term in self._terms[field])

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yields the terms of a field from `prefix` on."""
        terms = self._terms[fieldname]
        return ((fieldname, term) for term in terms[bisect_left(terms, prefix) :])

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yields every term with its TermInfo."""
        return (((field, term), self.term_info(field, term)) for field, term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yields the terms of a field from `prefix` on with their TermInfo."""
        return (
            ((field, term), self.term_info(field, term))
            for field, term in self.terms_from(fieldname, prefix)
        )

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Returns Whoosh's statistics of a term. Raises TermNotFound."""
        try:
            docs, weights = self._posting(fieldname, text)
        except KeyError:
            raise TermNotFound(f"{fieldname}:{text!r}") from None
        lengths = self.reader.lengths[docs]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(docs),
            minlength=int(lengths.min(initial=0)),
            maxlength=int(lengths.max(initial=0)),
            maxweight=float(weights.max(initial=0)),
            minid=int(docs.min(initial=0)),
            maxid=int(docs.max(initial=0)),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Returns how often a term stands in the segment. Raises KeyError."""
        return float(self._posting(fieldname, text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Returns in how many paragraphs a term stands. Raises KeyError."""
        return len(self._posting(fieldname, text)[0])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Returns the matcher of a term. Raises TermNotFound."""
        try:
            docs, weights = self._posting(fieldname, text)
        except KeyError:
            raise TermNotFound(f"{fieldname}:{text!r}") from None
        return ArrayMatcher(self.reader, fieldname, text, docs, weights, format_, scorer)

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        """Returns a cursor over the terms of a field."""
        return Cursor(self, fieldname, fieldobj)


class Cursor(base.FieldCursor):
    """A place among the sorted terms of a field."""

    def __init__(self, reader: TermsReader, field: str, fieldobj: Any) -> None:
        self.reader, self.field, self.fieldobj = reader, field, fieldobj
        self.known, self.at = reader._terms[field], 0

    def first(self) -> Any:
        """Goes to the first term and returns it."""
        self.at = 0
        return self.text()

    def find(self, term: Any) -> Any:
        """Goes to the first term that is not before `term` and returns it."""
        data = term if isinstance(term, bytes) else self.fieldobj.to_bytes(term)
        self.at = bisect_left(self.known, data)
        return self.text()

    def next(self) -> Any:
        """Goes to the next term and returns it."""
        self.at += 1
        return self.text()

    def text(self) -> Any:
        """Returns the term here, None behind the last one."""
        return self.fieldobj.from_bytes(self.known[self.at]) if self.is_valid() else None

    term = text

    def term_info(self) -> Any:
        """Returns the TermInfo of the term here."""
        return self.reader.term_info(self.field, self.known[self.at])

    def is_valid(self) -> bool:
        """Returns whether there is a term here."""
        return self.at < len(self.known)
