"""The terms of a segment in order, with statistics and postings, as Whoosh's codec gives them."""

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
from index.segments.numeric import least
from index.segments.reader import SegmentReader
from index.whoosh.matcher import ArrayMatcher
from index.whoosh.schema import SCHEMA
from index.whoosh.values import docs_by_field


class TermsReader(base.TermsReader):
    """Terms and postings of a segment, the same way for every field of the schema."""

    def __init__(self, reader: SegmentReader) -> None:
        self.reader = reader

    @lazy_property
    def _terms(self) -> dict[str, list[bytes]]:
        """The sorted terms of every field."""
        terms = {field: sorted(docs) for field, docs in self._docs_by_term.items()}
        for field in WORD_FIELDS:
            lexicon = self.reader.lexicon(field)
            terms[field] = [lexicon.bytes(row) for row in range(len(lexicon))]
        return terms

    @lazy_property
    def _docs_by_term(self) -> dict[str, dict[bytes, Array]]:
        """The paragraphs of every term of every field that is not text."""
        return {
            field: {SCHEMA[field].to_bytes(value): docs for value, docs in docs_by_value.items()}
            for field, docs_by_value in docs_by_field(self.reader).items()
        }

    def _postings(self, field: str, term: bytes) -> tuple[Array, Array]:
        """Return the paragraphs and weights of a term. Raise KeyError if there is no such term."""
        if field in WORD_FIELDS:
            row = self.reader.lexicon(field).find(term.decode("utf-8", "surrogatepass"))
            if row is None:
                raise KeyError(field, term)
            return self.reader.postings(field, row)
        docs = self._docs_by_term[field][term]
        return docs, np.ones(len(docs), np.int64)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        try:
            self._postings(*term)
        except KeyError:
            return False
        return True

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields that have terms."""
        return sorted(self._terms)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of every field, in order."""
        return ((field, term) for field in sorted(self._terms) for term in self._terms[field])

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field from `prefix` on."""
        terms = self._terms[fieldname]
        return ((fieldname, term) for term in terms[bisect_left(terms, prefix) :])

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield every term with its TermInfo."""
        return (((field, term), self.term_info(field, term)) for field, term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield the terms of a field from `prefix` on, with their TermInfo."""
        return (
            ((field, term), self.term_info(field, term))
            for field, term in self.terms_from(fieldname, prefix)
        )

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return Whoosh's statistics of a term. Raise TermNotFound."""
        try:
            docs, weights = self._postings(fieldname, text)
        except KeyError:
            raise TermNotFound(f"{fieldname}:{text!r}") from None
        lengths = self.reader.lengths[docs]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(docs),
            minlength=least(lengths),
            maxlength=int(lengths.max(initial=0)),
            maxweight=float(weights.max(initial=0)),
            minid=least(docs),
            maxid=int(docs.max(initial=0)),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term stands in the segment. Raise KeyError."""
        return float(self._postings(fieldname, text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return in how many paragraphs a term stands. Raise KeyError."""
        return len(self._postings(fieldname, text)[0])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return the matcher of a term. Raise TermNotFound."""
        try:
            docs, weights = self._postings(fieldname, text)
        except KeyError:
            raise TermNotFound(f"{fieldname}:{text!r}") from None
        return ArrayMatcher(self.reader, fieldname, text, docs, weights, format_, scorer)

    def cursor(self, fieldname: str, fieldobj: Any) -> TermCursor:
        """Return a cursor over the terms of a field."""
        return TermCursor(self, fieldname, fieldobj)


class TermCursor(base.FieldCursor):
    """A position in the sorted terms of a field."""

    def __init__(self, reader: TermsReader, field: str, fieldobj: Any) -> None:
        self.reader, self.field, self.fieldobj = reader, field, fieldobj
        self.terms, self.position = reader._terms[field], 0

    def first(self) -> Any:
        """Go to the first term and return it."""
        self.position = 0
        return self.text()

    def find(self, term: Any) -> Any:
        """Go to the first term that is not less than `term` and return it."""
        data = term if isinstance(term, bytes) else self.fieldobj.to_bytes(term)
        self.position = bisect_left(self.terms, data)
        return self.text()

    def next(self) -> Any:
        """Go to the next term and return it."""
        self.position += 1
        return self.text()

    def text(self) -> Any:
        """Return the term here, None after the last one."""
        return self.fieldobj.from_bytes(self.terms[self.position]) if self.is_valid() else None

    term = text  # Whoosh's readers call both

    def term_info(self) -> Any:
        """Return the TermInfo of the term here."""
        return self.reader.term_info(self.field, self.terms[self.position])

    def is_valid(self) -> bool:
        """Return whether there is a term here."""
        return self.position < len(self.terms)
