"""A segment as Whoosh opens it: its entry in the table of contents, its codec, its documents.

Whoosh's own searcher reads an index through these, one posting at a time. It is how any Whoosh
program opens the index, and the oracle of the tests; our searches read the SegmentReader itself.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoosh.codec import base

from index.facets import WORD_FIELDS
from index.segments.reader import EXTENSION, SegmentReader
from index.whoosh.terms import TermsReader

Range = tuple[int, int]


class ArraySegment(base.Segment):
    """A segment in Whoosh's table of contents: its name, its size, its deleted paragraphs.

    Whoosh pickles it by this path: the class cannot be moved or renamed.
    """

    def __init__(self, name: str, size: int, deleted: tuple[Range, ...]) -> None:
        self.indexname, _, self.segid = name.partition("_")
        self.compound = False
        self.size, self.deleted = size, deleted

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_reader"}

    def reader(self, storage: Any) -> SegmentReader:
        """Returns the opened arrays of this segment in Whoosh's storage, the same each time."""
        if "_reader" not in vars(self):
            self._reader = SegmentReader(Path(storage.folder) / self.make_filename(EXTENSION))
        return self._reader

    def codec(self) -> ArrayCodec:
        """Returns what reads this segment."""
        return ArrayCodec()

    def doc_count_all(self) -> int:
        """Returns the number of paragraphs, deleted ones too."""
        return self.size

    def deleted_docs(self) -> set[int]:
        """Returns the deleted paragraphs."""
        return {doc for start, end in self.deleted for doc in range(start, end)}

    def deleted_count(self) -> int:
        """Returns the number of deleted paragraphs."""
        return sum(end - start for start, end in self.deleted)

    def is_deleted(self, doc: int) -> bool:
        """Returns whether a paragraph is deleted."""
        return any(start <= doc < end for start, end in self.deleted)


class ArrayCodec(base.Codec):
    """Gives Whoosh the readers of a segment. Writing is not Whoosh's: see `index.writer`."""

    length_stats = False

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> DocumentReader:
        """Returns the reader of stored fields and lengths."""
        return DocumentReader(segment.reader(storage), segment)

    def terms_reader(self, storage: Any, segment: ArraySegment) -> TermsReader:
        """Returns the reader of terms and postings."""
        return TermsReader(segment.reader(storage))

    def automata(self, storage: Any, segment: ArraySegment) -> base.Automata:
        """Returns what walks the terms for fuzzy queries."""
        return base.Automata()


class DocumentReader(base.PerDocumentReader):
    """Stored fields, exact lengths and deletions of a segment."""

    def __init__(self, reader: SegmentReader, segment: ArraySegment) -> None:
        self.reader, self.segment = reader, segment

    def doc_count(self) -> int:
        """Returns the number of living paragraphs."""
        return self.reader.size - self.segment.deleted_count()

    def doc_count_all(self) -> int:
        """Returns the number of paragraphs."""
        return self.reader.size

    def has_deletions(self) -> bool:
        """Returns whether any paragraph is deleted."""
        return self.segment.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        """Returns whether a paragraph is deleted."""
        return self.segment.is_deleted(docnum)

    def deleted_docs(self) -> set[int]:
        """Returns the deleted paragraphs."""
        return self.segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Returns the number of words of a paragraph, exactly."""
        return int(self.reader.lengths[docnum]) if fieldname in WORD_FIELDS else default

    def field_length(self, fieldname: str) -> int:
        """Returns the number of words of all paragraphs, deleted ones too."""
        return len(self.reader.tokens) if fieldname in WORD_FIELDS else 0

    def min_field_length(self, fieldname: str) -> int:
        """Returns the number of words of the shortest paragraph."""
        return int(self.reader.lengths.min(initial=0)) if fieldname in WORD_FIELDS else 0

    def max_field_length(self, fieldname: str) -> int:
        """Returns the number of words of the longest paragraph."""
        return int(self.reader.lengths.max(initial=0)) if fieldname in WORD_FIELDS else 0

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Returns `id`, `report` and `paragraph`, the paragraph as the data contract has it."""
        paragraph = self.reader.paragraph(docnum)
        report = self.reader.report_ids[self.reader.report_of[docnum]]
        return {"id": paragraph.id, "report": report, "paragraph": asdict(paragraph)}
