"""One segment to read from: its postings, places of words, codes and stored paragraphs.

`doc` counts paragraphs and `row` words or reports within the segment; a place is a position in
`tokens`, the words of all paragraphs one after another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from corpus import contract
from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.segments import arrays
from index.segments.arrays import Array, ranges
from index.segments.strings import Strings

EXTENSION = ".arr"
FOUND = 4096  # words whose rows are remembered, then they begin anew: under a megabyte
BLOCK = 4  # places are looked up by blocks of 16: most blocks lie within one paragraph

Postings = tuple[Array, Array]


class SegmentReader:
    """A segment's arrays, checked when opened and never changed. Safe in any number of threads.

    `size` is its number of paragraphs, `first` where each report's paragraphs begin.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name.removesuffix(EXTENSION)
        self.arrays = arrays.read(path)
        self.first = self.arrays["report.first"]
        self.token_first = self.arrays["token.first"]
        self.tokens = self.arrays["tokens"]
        self.size = len(self.token_first) - 1
        self.lengths = np.diff(self.token_first).astype(np.int32)
        self.report_ids = self.strings("report.ids").all()
        self.text = self.strings("doc.text")
        self.words = self.strings("words")
        self.stems = self.strings("stems")
        self._found: dict[tuple[str, str], int] = {}
        self._reports: dict[int, Report] = {}
        self._ids, self._facts = self.strings("doc.ids"), self.strings("report.facts")

    def strings(self, name: str) -> Strings:
        """Returns the strings called `name`."""
        return Strings.within(self.arrays, name)

    @lazy_property
    def names(self) -> dict[str, tuple[str | None, ...]]:
        """The names of every coded column by code; code 0 is None."""
        keys = [facet.key for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS)]
        keys += ["section", "timescale"]
        return {key: (None, *self.strings(f"names.{key}").all()) for key in keys}

    @lazy_property
    def _stored(self) -> dict[str, Array]:
        """The numeric columns that a paragraph is made of."""
        kept = ("ordinal", "number", "page", "section", "timescale")
        return {name: self.arrays[f"doc.{name}"] for name in kept}

    # Words.

    def lexicon(self, field: str) -> Strings:
        """Returns the sorted words of the field `text` (stems) or `exact`."""
        return self.stems if field == "text" else self.words

    def postings(self, field: str, row: int) -> Postings:
        """Returns the paragraphs of a word, rising, and how often it stands in each."""
        if field == "exact":
            return counted(self.docs_of(self.places("exact", row)))
        start, end = self.arrays["stem.first"][row : row + 2].tolist()
        return self.arrays["docs"][start:end], self.arrays["tf"][start:end]

    def places(self, field: str, row: int) -> Array:
        """Returns where a word stands, rising."""
        if field == "exact":
            start, end = self.arrays["word.first"][row : row + 2].tolist()
            return self.arrays["places"][start:end]
        found = [self.places("exact", word) for word in self.surfaces(row)]
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def occurrences(self, field: str, row: int) -> int:
        """Returns how often a word stands in the segment."""
        first = self.arrays["word.first"]
        if field == "exact":
            return int(first[row + 1] - first[row])
        return sum(self.occurrences("exact", word) for word in self.surfaces(row))

    def surfaces(self, stem: int) -> list[int]:
        """Returns the rows of the words with a stem."""
        order, first = self._by_stem
        return order[first[stem] : first[stem + 1]].tolist()  # type: ignore[no-any-return]

    @lazy_property
    def _by_stem(self) -> tuple[Array, Array]:
        stem_of = self.arrays["stem.of"]
        order = np.argsort(stem_of, kind="stable")
        return order, np.searchsorted(stem_of[order], np.arange(len(self.stems) + 1))

    @lazy_property
    def _blocks(self) -> Array:
        """The paragraph that each block of places begins in, intp."""
        begun = -(-self.token_first >> BLOCK)  # the first block that begins in a paragraph or later
        return np.repeat(np.arange(self.size), begun[1:] - begun[:-1])

    def docs_of(self, places: Array) -> Array:
        """Returns the paragraph of each place, intp."""
        places = places.astype(np.intp, copy=False)
        docs: Array = self._blocks[places >> BLOCK]
        moving = (self.token_first[docs + 1] <= places).nonzero()[0]
        while len(moving):
            docs[moving] += 1
            moving = moving[self.token_first[docs[moving] + 1] <= places[moving]]
        return docs

    def row(self, field: str, word: str) -> int | None:
        """Returns the row of a word, None where the segment lacks it."""
        found = self._found.get((field, word))
        if found is None:
            found = self.lexicon(field).find(word)
            if found is not None:
                if len(self._found) >= FOUND:
                    self._found.clear()
                self._found[field, word] = found
        return found

    def rows(self, field: str, words: Iterable[str]) -> list[int]:
        """Returns the rows of those of `words` that the segment has."""
        found = (self.lexicon(field).find(word) for word in words)
        return [row for row in found if row is not None]

    def pooled(self, field: str, rows: Sequence[int]) -> Postings:
        """Returns the paragraphs of any of the words `rows`, and how often they stand in each."""
        if field == "exact":
            return counted(self.docs_of(np.sort(self._of_rows("word.first", rows, "places"))))
        docs, tf = (self._of_rows("stem.first", rows, name) for name in ("docs", "tf"))
        return summed(docs, tf, self.size)

    def _of_rows(self, first: str, rows: Sequence[int], name: str) -> Array:
        """Returns the parts of the array `name` that `first` says are those of `rows`."""
        starts, array = self.arrays[first], self.arrays[name]
        if isinstance(rows, range) and rows.step == 1 and rows:
            return array[starts[rows[0]] : starts[rows[-1] + 1]]
        at = np.array(rows, np.intp)
        return array[ranges(starts[at], starts[at + 1] - starts[at])]

    def sizes(self, field: str) -> Array:
        """Returns for each row of a field its paragraphs (`text`), or occurrences (`exact`)."""
        return np.diff(self.arrays["stem.first" if field == "text" else "word.first"])

    def tokens_of(self, docs: Array) -> Array:
        """Returns the words of `docs` one paragraph after another, as rows of `words`."""
        starts, sizes = self.token_first[docs], self.lengths[docs].astype(np.int64)
        found: Array = self.tokens.take(ranges(starts, sizes))
        return found

    # Reports and paragraphs.

    @lazy_property
    def report_of(self) -> Array:
        """The report of each paragraph, int32."""
        return np.repeat(np.arange(len(self.report_ids), dtype=np.int32), np.diff(self.first))

    def report(self, row: int) -> Report:
        """Returns the facts of a report: a Report without its paragraphs, the same each time."""
        found = self._reports.get(row)
        if found is None:
            self._reports[row] = found = contract.from_json(json.loads(self._facts[row]))
        return found

    def paragraph_id(self, doc: int) -> str:
        """Returns the id of a paragraph."""
        return self._ids[doc]

    def codes(self, doc: int) -> dict[str, int]:
        """Returns the code of a paragraph for each of PARAGRAPH_FACETS, themes as bits."""
        row = self.arrays["combo.rows"][self.arrays["doc.combo"][doc]].tolist()
        return {facet.key: code for facet, code in zip(PARAGRAPH_FACETS, row, strict=True)}

    def paragraph(self, doc: int) -> Paragraph:
        """Returns a paragraph as it was put in."""
        names, codes = self.names, self.codes(doc)
        column = {name: values.item(doc) for name, values in self._stored.items()}
        return Paragraph(
            id=self.paragraph_id(doc),
            ordinal=column["ordinal"],
            number=column["number"] or None,
            page=column["page"] or None,
            section=names["section"][column["section"]],
            area=names["area"][codes["area"]],
            grade=names["grade"][codes["grade"]],
            kind=str(names["kind"][codes["kind"]]),
            timescale=names["timescale"][column["timescale"]],
            themes=unmasked(names["theme"], codes["theme"]),
            polarity=names["polarity"][codes["polarity"]],
            text=self.text[doc],
        )


def unmasked(names: tuple[str | None, ...], mask: int) -> tuple[str, ...]:
    """Returns the names of the bits of `mask`; bit `c - 1` stands for code `c`."""
    return tuple(str(name) for code, name in enumerate(names) if code and mask >> (code - 1) & 1)


def counted(docs: Array) -> Postings:
    """Returns each of rising `docs` once, and how often it came."""
    if not len(docs):
        return docs, docs
    inner = (docs[1:] != docs[:-1]).nonzero()[0]
    bounds = np.empty(len(inner) + 2, np.intp)
    bounds[0], bounds[-1] = 0, len(docs)
    np.add(inner, 1, out=bounds[1:-1])
    return docs[bounds[:-1]], bounds[1:] - bounds[:-1]


def summed(docs: Array, tf: Array, size: int) -> Postings:
    """Returns each of `docs` once, rising, with the sum of its `tf`."""
    total = np.bincount(docs, tf, minlength=size)
    found = np.flatnonzero(total)
    return found, total[found].astype(np.int64)
