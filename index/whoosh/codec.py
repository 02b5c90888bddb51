"""A Whoosh codec over our arrays: the segment, its documents, and through `terms` its postings.

Any Whoosh program reads the index through these classes, one posting at a time; the tests use it
as an oracle. Our own searches read the SegmentReader directly.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoosh.codec import base

from index.facets import WORD_FIELDS
from index.segments.arrays import EXTENSION
from index.segments.numeric import least
from index.segments.reader import SegmentReader
from index.whoosh.terms import TermsReader

DocRange = tuple[int, int]
"""Paragraphs from the first number up to the second."""


class ArraySegment(base.Segment):
    """A segment in Whoosh's table of contents: its name, its size, its deleted paragraphs.

    Every table of contents names this class by its module, in a pickle. If it is moved or renamed,
    plain Whoosh cannot open an index until its next commit.
    """

    def __init__(self, name: str, size: int, deleted: tuple[DocRange, ...]) -> None:
        self.indexname, _, self.segid = name.partition("_")
        self.compound = False
        self.size, self.deleted = size, deleted

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_reader"}

    def reader(self, storage: Any) -> SegmentReader:
        """Return the opened arrays of this segment in Whoosh's storage, the same each time."""
        if "_reader" not in vars(self):
            self._reader = SegmentReader(Path(storage.folder) / self.make_filename(EXTENSION))
        return self._reader

    def codec(self) -> ArrayCodec:
        """Return the codec that reads this segment."""
        return ArrayCodec()

    def doc_count_all(self) -> int:
        """Return the number of paragraphs, including deleted ones."""
        return self.size

    def deleted_docs(self) -> set[int]:
        """Return the deleted paragraphs."""
        return {doc for start, end in self.deleted for doc in range(start, end)}

    def deleted_count(self) -> int:
        """Return the number of deleted paragraphs."""
        return sum(end - start for start, end in self.deleted)

    def is_deleted(self, doc: int) -> bool:
        """Return whether a paragraph is deleted."""
        return any(start <= doc < end for start, end in self.deleted)


class ArrayCodec(base.Codec):
    """Whoosh's way to the readers of a segment. It cannot write one: see `index.writer`."""

    length_stats = False

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> DocumentReader:
        """Return the reader of stored fields and lengths."""
        return DocumentReader(segment.reader(storage), segment)

    def terms_reader(self, storage: Any, segment: ArraySegment) -> TermsReader:
        """Return the reader of terms and postings."""
        return TermsReader(segment.reader(storage))

    def automata(self, storage: Any, segment: ArraySegment) -> base.Automata:
        """Return Whoosh's own search for terms by automaton, for fuzzy queries."""
        return base.Automata()


class DocumentReader(base.PerDocumentReader):
    """Stored fields, exact lengths and deletions of a segment."""

    def __init__(self, reader: SegmentReader, segment: ArraySegment) -> None:
        self.reader, self.segment = reader, segment

    def doc_count(self) -> int:
        """Return the number of paragraphs that are not deleted."""
        return self.reader.size - self.segment.deleted_count()

    def doc_count_all(self) -> int:
        """Return the number of paragraphs."""
        return self.reader.size

    def has_deletions(self) -> bool:
        """Return whether any paragraph is deleted."""
        return self.segment.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a paragraph is deleted."""
        return self.segment.is_deleted(docnum)

    def deleted_docs(self) -> set[int]:
        """Return the deleted paragraphs."""
        return self.segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the number of words of a paragraph, exactly."""
        return int(self.reader.lengths[docnum]) if fieldname in WORD_FIELDS else default

    def field_length(self, fieldname: str) -> int:
        """Return the number of words of all paragraphs, including deleted ones."""
        return len(self.reader.tokens) if fieldname in WORD_FIELDS else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the number of words of the shortest paragraph."""
        return least(self.reader.lengths) if fieldname in WORD_FIELDS else 0

    def max_field_length(self, fieldname: str) -> int:
        """Return the number of words of the longest paragraph."""
        return int(self.reader.lengths.max(initial=0)) if fieldname in WORD_FIELDS else 0

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return `id`, `report` and `paragraph`, a dict of the paragraph's fields."""
        paragraph = self.reader.paragraph(docnum)
        report = self.reader.report_ids[self.reader.report_of[docnum]]
        return {"id": paragraph.id, "report": report, "paragraph": asdict(paragraph)}
