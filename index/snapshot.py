"""One commit to read from: the postings, paragraphs and reports of all its segments as one.

`doc` is a paragraph's number in the snapshot, 0 up to `size`; `row` is a report's. The paragraphs
of deleted reports keep their numbers, but no method returns them in an answer.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report, report_id_of
from index.columns import Columns
from index.contents import Contents
from index.grade_history import GradedReport, GradesOverTime
from index.segments.arrays import Array
from index.segments.inverted import InvertedIndex, Postings
from index.segments.leads import LEAD_WEIGHT
from index.segments.numeric import concatenate
from index.segments.phrases import phrase_postings
from index.segments.reader import SegmentReader
from index.segments.strings import Strings
from index.segments.vocabulary import MergedVocabulary
from index.vectors.word_model import EMPTY_MODEL, WordModel

NO_POSTINGS: Postings = (np.zeros(0, np.intp), np.zeros(0, np.int64))


class Snapshot:
    """An immutable view of one commit. Safe in any number of threads.

    `generation` names the commit, which was made at `committed` (UTC). `size` counts all
    paragraphs, `paragraphs` and `report_count` those that are not deleted. `alive` is bool (size),
    None if nothing is deleted. `offsets` has the first paragraph of each of `readers`, and `size`
    at the end. `model` is the collection's word model, read from `model_file`. `has_leads`: the
    postings of an item of a list are also those of the words that lead into it, which count
    LEAD_WEIGHT each.
    """

    def __init__(
        self,
        data: Path,
        contents: Contents,
        committed: datetime,
        readers: Sequence[SegmentReader],
        model: WordModel = EMPTY_MODEL,
    ) -> None:
        self.data, self.generation, self.readers = data, contents.generation, tuple(readers)
        self.committed = committed
        self.model_file, self.model = contents.model_file, model
        self.offsets = tuple(accumulate((reader.size for reader in readers), initial=0))
        self.size = self.offsets[-1]
        self.columns = Columns(self.readers, contents.segments)
        self.alive = self.columns.alive
        self.has_leads = any(reader.leads is not None for reader in self.readers)
        self.paragraphs = contents.live_paragraphs
        self.report_count = len(self.columns.rows)
        self._derived: dict[str, Any] = {}
        self._caches = True
        # Reentrant: what is being computed may ask for another derived value.
        self._computing = threading.RLock()

    # Words and postings.

    def without_leads(self) -> Snapshot:
        """Return this snapshot with the postings of its texts alone; itself where none has a lead.

        A lead is printed once, before its list: wording must not count it with each item.
        """
        if not self.has_leads:
            return self
        texts = copy(self)
        texts.has_leads = False
        return texts

    @property
    def lengths(self) -> Array:
        """The number of words of each paragraph that its postings are of (size); those of its lead
        count LEAD_WEIGHT each.
        """
        if not self.has_leads:
            return self.columns.lengths
        lengths = self.columns.lengths.astype(np.float32)
        for reader, offset in zip(self.readers, self.offsets, strict=False):
            if (leads := reader.leads) is not None:
                lengths[leads.paragraphs + offset] += np.float32(LEAD_WEIGHT) * leads.lead_sizes
        return lengths

    def _of_segment(
        self, reader: SegmentReader, postings_of: Callable[[InvertedIndex], Postings]
    ) -> Postings:
        """Return the postings of a segment, by the words of leads too where these count."""
        postings, leads = postings_of(reader), reader.leads
        if leads is None or not self.has_leads:
            return postings
        return leads.add(postings, postings_of(leads))

    def postings(self, field: str, word: str) -> Postings:
        """Return the paragraphs with a word of `text` (a stem) or `exact`, intp rising, and how
        often it stands in each.
        """
        return self._join_postings(lambda index: word_postings(index, field, word))

    def phrase(self, field: str, words: Sequence[str], slop: int = 1) -> Postings:
        """Return the paragraphs with a phrase, intp rising, and how often it stands in each, as
        `index.segments.phrases` defines it.
        """
        return self._join_postings(lambda index: phrase_postings(index, field, words, slop))

    def union_postings(self, field: str, rows: Sequence[Sequence[int]]) -> Postings:
        """Return the paragraphs with any of the words `rows` (one list per segment), intp rising,
        and how often they stand in each, all words together.
        """
        rows_of: dict[InvertedIndex, Sequence[int]] = dict(zip(self.readers, rows, strict=True))
        for reader, chosen in zip(self.readers, rows, strict=True):
            if reader.leads is not None:
                rows_of[reader.leads] = reader.leads.rows_of(field, chosen)
        return self._join_postings(lambda index: index.union_postings(field, rows_of[index]))

    def _join_postings(self, postings_of: Callable[[InvertedIndex], Postings]) -> Postings:
        """Return the postings of all segments as one, without deleted paragraphs."""
        parts = [
            (offset, *self._of_segment(reader, postings_of))
            for offset, reader in zip(self.offsets, self.readers, strict=False)
        ]
        parts = [part for part in parts if len(part[1])]
        if not parts:
            return NO_POSTINGS
        numbers = [docs.astype(np.intp) + offset if offset else docs for offset, docs, _ in parts]
        docs = concatenate(numbers, np.intp)
        counts = concatenate([counts for _, _, counts in parts])
        if self.alive is None:
            return docs, counts
        undeleted = self.alive[docs].nonzero()[0]
        return docs[undeleted], counts[undeleted]

    def frequency(self, field: str, word: str) -> int:
        """Return how many paragraphs have a word of `text` (a stem) or `exact`."""
        if self.alive is None and not self.has_leads:
            return sum(len(word_postings(reader, field, word)[0]) for reader in self.readers)
        return len(self.postings(field, word)[0])

    def words(self, field: str, select: Callable[[Strings], Sequence[int]]) -> dict[str, int]:
        """Return the words that `select` chooses by row from each segment's sorted words, with
        the number of paragraphs (`text`) or places (`exact`) that have them, deleted ones too.
        """
        totals: dict[str, int] = {}
        for reader in self.readers:
            lexicon, sizes = reader.lexicon(field), reader.sizes(field)
            for row in select(lexicon):
                word = lexicon[row]
                totals[word] = totals.get(word, 0) + int(sizes[row])
        return totals

    def vocabulary(self) -> tuple[str, ...]:
        """Return every word as written, sorted."""
        return self._vocabulary.words

    @lazy_property
    def _vocabulary(self) -> MergedVocabulary:
        return MergedVocabulary(self.readers)

    def tokens(self, docs: Array) -> tuple[Array, Array]:
        """Return the words of `docs` one paragraph after another, as rows of `vocabulary`, and
        the number of words of each paragraph; both int64.
        """
        return self._vocabulary.tokens(docs), self.columns.lengths[docs].astype(np.int64)

    def counts(self) -> Array:
        """Return how often each word of `vocabulary` stands in undeleted paragraphs, int64."""
        return self._counts

    @lazy_property
    def _counts(self) -> Array:
        tokens, _ = self.tokens(self.columns.living)
        return np.bincount(tokens, minlength=len(self.vocabulary()))

    # Stored reports and paragraphs.

    def locate(self, doc: int) -> tuple[SegmentReader, int]:
        """Return the segment of a paragraph, and its number there."""
        segment = bisect_right(self.offsets, doc) - 1
        return self.readers[segment], doc - self.offsets[segment]

    def text(self, doc: int) -> str:
        """Return the text of a paragraph."""
        reader, local_doc = self.locate(doc)
        return reader.text[local_doc]

    def texts(self, docs: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs, in their order."""
        if len(self.readers) == 1:
            return self.readers[0].text.get_many(docs)
        return [self.text(doc) for doc in docs]

    def leads(self, docs: Sequence[int]) -> list[str | None]:
        """Return what leads into each of some paragraphs, None for nothing, and where leads do not
        count.
        """
        if not self.has_leads:
            return [None] * len(docs)
        return [reader.lead(local_doc) for reader, local_doc in map(self.locate, docs)]

    def paragraph(self, doc: int) -> Paragraph:
        """Return a paragraph."""
        reader, local_doc = self.locate(doc)
        return reader.paragraph(local_doc)

    def paragraph_id(self, doc: int) -> str:
        """Return the id of a paragraph."""
        reader, local_doc = self.locate(doc)
        return reader.paragraph_id(local_doc)

    def find(self, paragraph_id: str) -> int | None:
        """Return the paragraph with an id, None if there is none."""
        docs = self.docs(report_id_of(paragraph_id)) or range(0)
        return next((doc for doc in docs if self.paragraph_id(doc) == paragraph_id), None)

    def docs(self, report_id: str) -> range | None:
        """Return the paragraphs of a report, None if there is no such report."""
        row = self.columns.rows.get(report_id)
        return None if row is None else self.columns.docs(row)

    def report(self, report_id: str) -> Report | None:
        """Return a report with its paragraphs, None if there is no such report."""
        row = self.columns.rows.get(report_id)
        if row is None:
            return None
        paragraphs = tuple(self.paragraph(doc) for doc in self.columns.docs(row))
        return replace(self.facts(row), paragraphs=paragraphs)

    def facts(self, row: int) -> Report:
        """Return the facts of the report of a row: the Report without its paragraphs."""
        segment = bisect_right(self.columns.report_offsets, row) - 1
        return self.readers[segment].report(row - self.columns.report_offsets[segment])

    def report_at(self, doc: int) -> Report:
        """Return the facts of a paragraph's report: the Report without its paragraphs."""
        return self.facts(int(self.columns.report_of[doc]))

    def reports(self) -> tuple[Report, ...]:
        """Return the facts of all reports, newest first, those without a date last."""
        return tuple(self.facts(int(row)) for row in self.columns.newest)

    @property
    def grade_history(self) -> GradesOverTime[GradedReport]:
        """The overall grades of authorities over time."""
        return self.columns.grade_history

    def codes(self, facet: str) -> tuple[tuple[str | None, ...], Array]:
        """Return a facet's values by code, code 0 is None, and each paragraph's code (size);
        for `theme` the codes are bit masks, bit `c - 1` for code `c`.
        """
        return self.columns.names[facet], self.columns.codes(facet)

    # Values that others derive from a snapshot and keep with it.

    def compute_once(self, name: str, compute: Callable[[Snapshot], Any]) -> Any:
        """Return `compute` of this snapshot, which is computed once for all threads and kept."""
        value = self._derived.get(name)
        if value is not None:  # as it nearly always is: looking needs no lock
            return value
        with self._computing:
            value = self._derived[name] if name in self._derived else compute(self)
            if self._caches:
                self._derived[name] = value
            return value

    def stop_caching(self) -> None:
        """Forget all derived values and keep no more of them, since a newer commit is served.

        A derived value may refer to the snapshot. The reference cycle would keep both in memory,
        and the mapped files of an old commit on the disk, until Python's garbage collector runs.
        Those who still hold the snapshot can go on using it.
        """
        with self._computing:
            self._caches = False
            self._derived.clear()


def word_postings(index: InvertedIndex, field: str, word: str) -> Postings:
    """Return a word's postings in one index."""
    row = index.row(field, word)
    return NO_POSTINGS if row is None else index.postings(field, row)
