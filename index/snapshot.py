"""What one commit holds, to read from: all segments as one run of paragraphs.

A `doc` is a paragraph's number in the snapshot, 0 up to `size`; `row` is a report's. Paragraphs
of deleted reports keep their numbers and are in no answer.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from index.columns import Columns
from index.segments import phrases
from index.segments.arrays import Array
from index.segments.reader import Postings, SegmentReader
from index.segments.strings import Strings
from index.vectors.training import NOTHING as EMPTY_MODEL
from index.vectors.training import WordModel
from index.whoosh.contents import Contents

NOTHING: Postings = (np.zeros(0, np.intp), np.zeros(0, np.int64))


class Snapshot:
    """An immutable view of one commit, safe in any number of threads.

    `generation` names the commit; `size` counts paragraphs with the deleted ones, `paragraphs`
    and `report_count` the living; `alive` is bool (size), None where nothing is deleted;
    `learnt` is what the collection teaches.
    """

    def __init__(
        self,
        data: Path,
        contents: Contents,
        readers: Sequence[SegmentReader],
        learnt: WordModel = EMPTY_MODEL,
    ) -> None:
        self.data, self.generation, self.readers = data, contents.generation, tuple(readers)
        self._made: dict[str, Any] = {}
        self._retired = False
        # What is made once may ask for something else that is.
        self._making = threading.RLock()
        self.lesson, self.model = contents.lesson, learnt
        self.offsets = tuple(accumulate((reader.size for reader in readers), initial=0))
        self.size = self.offsets[-1]
        self.columns = Columns(self.readers, contents.segments)
        self.alive = self.columns.alive
        self.paragraphs = sum(segment.living for segment in contents.segments)
        self.report_count = len(self.columns.rows)

    # Words.

    def postings(self, field: str, word: str) -> Postings:
        """Returns the living paragraphs with a word of `text` (a stem) or `exact`, intp rising,
        and how often it stands in each.
        """
        return self._gathered(lambda reader: of_word(reader, field, word))

    def phrase(self, field: str, words: Sequence[str], slop: int = 1) -> Postings:
        """Returns the living paragraphs with a phrase, intp rising, and how often it stands in
        each, as `index.segments.phrases.phrase` finds it.
        """
        return self._gathered(lambda reader: phrases.phrase(reader, field, words, slop))

    def words(self, field: str, wanted: Callable[[Strings], Sequence[int]]) -> dict[str, int]:
        """Returns the words that `wanted` chooses by row from each segment's sorted words, with
        the number of paragraphs (`text`) or places (`exact`) that have them, deleted ones too.
        """
        found: dict[str, int] = {}
        for reader in self.readers:
            lexicon, sizes = reader.lexicon(field), reader.sizes(field)
            for row in wanted(lexicon):
                word = lexicon[row]
                found[word] = found.get(word, 0) + int(sizes[row])
        return found

    def pooled(self, field: str, rows: Sequence[Sequence[int]]) -> Postings:
        """Returns the living paragraphs with any of the words `rows` (one list a segment), intp
        rising, and how often they stand in each, all words together.
        """
        wanted = dict(zip(self.readers, rows, strict=True))
        return self._gathered(lambda reader: reader.pooled(field, wanted[reader]))

    def frequency(self, field: str, word: str) -> int:
        """Returns how many living paragraphs have a word of `text` (a stem) or `exact`."""
        if self.alive is None:
            return sum(len(of_word(reader, field, word)[0]) for reader in self.readers)
        return len(self.postings(field, word)[0])

    def vocabulary(self) -> tuple[str, ...]:
        """Returns every word as written, sorted."""
        return self._vocabulary[0]

    def counts(self) -> Array:
        """Returns how often each word of `vocabulary` stands in the living paragraphs, int64."""
        return self._vocabulary[2]

    def tokens(self, docs: Array) -> tuple[Array, Array]:
        """Returns the words of `docs` one paragraph after another, as rows of `vocabulary`, and
        the number of words of each paragraph.
        """
        return self._tokens(docs, self._vocabulary[1])

    @lazy_property
    def _vocabulary(self) -> tuple[tuple[str, ...], list[Array], Array]:
        """The words, each segment's rows' rows among them, and the counts."""
        lists = [reader.words.all() for reader in self.readers]
        known = lists[0] if len(lists) == 1 else sorted(set().union(*lists))
        row = {word: at for at, word in enumerate(known)}
        maps = [np.array([row[word] for word in words], np.int64) for words in lists]
        tokens, _ = self._tokens(self.columns.living, maps)
        return tuple(known), maps, np.bincount(tokens, minlength=len(known))

    def _tokens(self, docs: Array, maps: Sequence[Array]) -> tuple[Array, Array]:
        where = np.searchsorted(self.offsets, docs, "right") - 1
        runs = np.zeros(0, np.int64)
        sizes = self.columns.lengths[docs].astype(np.int64)
        run_of = np.repeat(where, sizes)
        runs = np.zeros(len(run_of), np.int64)
        for at, reader in enumerate(self.readers):
            chosen = docs[where == at] - self.offsets[at]
            runs[run_of == at] = maps[at][reader.tokens_of(chosen)]
        return runs, sizes

    def once(self, name: str, make: Callable[[Snapshot], Any]) -> Any:
        """Returns what `make` makes of this snapshot, the same for all threads until it retires."""
        found = self._made.get(name)
        if found is not None:  # as it is nearly always: no lock is needed to look
            return found
        with self._making:
            found = self._made[name] if name in self._made else make(self)
            if not self._retired:
                self._made[name] = found
            return found

    def retire(self) -> None:
        """Keeps no more of what is made of this snapshot, which those who hold it still may ask.

        What was made holds the snapshot too: the two would keep each other, and the mapped files
        of a commit that is over, until Python next looks for such circles.
        """
        with self._making:
            self._retired = True
            self._made.clear()

    def _gathered(self, found: Callable[[SegmentReader], Postings]) -> Postings:
        """Returns the living paragraphs that `found` gives for each segment."""
        parts = [
            (offset, *found(reader))
            for offset, reader in zip(self.offsets, self.readers, strict=False)
        ]
        parts = [part for part in parts if len(part[1])]
        if not parts:
            return NOTHING
        numbers = [docs.astype(np.intp) + offset if offset else docs for offset, docs, _ in parts]
        docs = joined(numbers).astype(np.intp, copy=False)
        counts = joined([counts for _, _, counts in parts])
        if self.alive is None:
            return docs, counts
        kept = self.alive[docs].nonzero()[0]
        return docs[kept], counts[kept]

    # Reports and paragraphs.

    def place(self, doc: int) -> tuple[SegmentReader, int]:
        """Returns the segment of a paragraph, and its number there."""
        at = bisect_right(self.offsets, doc) - 1
        return self.readers[at], doc - self.offsets[at]

    def text(self, doc: int) -> str:
        """Returns the text of a paragraph."""
        reader, at = self.place(doc)
        return reader.text[at]

    def texts(self, docs: Sequence[int]) -> list[str]:
        """Returns the texts of paragraphs, in their order."""
        if len(self.readers) == 1:
            return self.readers[0].text.some(docs)
        return [self.text(doc) for doc in docs]

    def paragraph(self, doc: int) -> Paragraph:
        """Returns a paragraph."""
        reader, at = self.place(doc)
        return reader.paragraph(at)

    def find(self, paragraph_id: str) -> int | None:
        """Returns the doc of the paragraph with an id, None where there is none."""
        report, _, _ = paragraph_id.rpartition("/")
        docs = self.docs(report) or range(0)
        return next((doc for doc in docs if self.paragraph_id(doc) == paragraph_id), None)

    def paragraph_id(self, doc: int) -> str:
        """Returns the id of a paragraph."""
        reader, at = self.place(doc)
        return reader.paragraph_id(at)

    def docs(self, report_id: str) -> range | None:
        """Returns the paragraphs of a report, None where there is no such report."""
        row = self.columns.rows.get(report_id)
        return None if row is None else self.columns.docs(row)

    def report_at(self, doc: int) -> Report:
        """Returns the facts of a paragraph's report: the Report without its paragraphs."""
        return self.facts(int(self.columns.report_of[doc]))

    def facts(self, row: int) -> Report:
        """Returns the facts of the report of a row: the Report without its paragraphs."""
        at = bisect_right(self.columns.report_offsets, row) - 1
        return self.readers[at].report(row - self.columns.report_offsets[at])

    def report(self, report_id: str) -> Report | None:
        """Returns a report whole, None where there is no such report."""
        row = self.columns.rows.get(report_id)
        if row is None:
            return None
        paragraphs = tuple(self.paragraph(doc) for doc in self.columns.docs(row))
        return replace(self.facts(row), paragraphs=paragraphs)

    def reports(self) -> tuple[Report, ...]:
        """Returns the facts of all reports, newest first, those without a date last."""
        return tuple(self.facts(int(row)) for row in self.columns.newest)

    def codes(self, facet: str) -> tuple[tuple[str | None, ...], Array]:
        """Returns a facet's names by code, code 0 is None, and each paragraph's code (size);
        for `theme` the codes are bit masks, bit `c - 1` for code `c`.
        """
        return self.columns.names[facet], self.columns.codes(facet)


def joined(parts: Sequence[Array]) -> Array:
    """Returns the parts one after another, itself where there is one."""
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def of_word(reader: SegmentReader, field: str, word: str) -> Postings:
    """Returns a word's postings in one segment."""
    row = reader.row(field, word)
    return NOTHING if row is None else reader.postings(field, row)
