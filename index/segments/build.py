"""Reports to the raw columns of a segment: what is stored, and the words as one run of numbers.

Raw columns are plain named arrays, listed below; `index.segments.invert` adds what searching needs,
and `index.segments.merge` makes raw columns of segments again.

    report.ids, report.facts   strings, one a report: its id; its facts as JSON
    report.file, report.sha    strings, one a report: the file it came from, and its SHA-256
    report.reader              int32, the version of the reader that read it
    report.first               int64 (reports + 1): a report's first paragraph
    report.date                int32, YYYYMMDD, 0 unknown
    report.KEY                 int32, a value of REPORT_FACETS: 0 none, else names.KEY[code - 1]
    doc.ids, doc.text          strings, one a paragraph
    doc.number, .page, .ordinal, .section, .timescale    int32, 0 none; the last two as codes
    doc.combo                  a row of combo.rows
    combo.rows                 int64 (combinations, 5): codes of PARAGRAPH_FACETS, theme a bit mask
    words                      strings, sorted: every word as written
    tokens                     the words of all paragraphs in order, as rows of `words`
    token.first                int64 (paragraphs + 1): a paragraph's first token
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from corpus import contract
from corpus.model import Paragraph, Report
from index.analysis import terms
from index.errors import TooMany
from index.facets import PARAGRAPH_FACETS, REPORT_FACETS, date_number
from index.segments.arrays import Array, smallest
from index.segments.strings import Strings

MOST_THEMES = 32
PLAIN = ("number", "page", "ordinal")
NAMED = ("section", "timescale")


class Names(defaultdict[str | None, int]):
    """Names to codes, given out as they come: None is 0, the first name 1."""

    def __init__(self) -> None:
        super().__init__()
        self[None] = 0

    def __missing__(self, name: str | None) -> int:
        self[name] = code = len(self)
        return code

    def strings(self) -> Strings:
        """Returns the names in the order of their codes, from code 1 on."""
        return Strings.of(name for name in self if name is not None)


class Words(dict[str, int]):
    """Words to rows, given out as they come."""

    def __missing__(self, word: str) -> int:
        self[word] = row = len(self)
        return row


@dataclass(slots=True)
class Builder:
    """Takes reports in and gives their raw columns. Nothing is kept per word occurrence."""

    reports: list[Report] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: dict[str, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("q")))
    names: dict[str, Names] = field(default_factory=lambda: defaultdict(Names))
    combos: dict[tuple[int, ...], int] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    _known: dict[tuple[tuple[str | None, ...], ...], int] = field(default_factory=dict)
    tokens: array[int] = field(default_factory=lambda: array("I"))

    def add(self, report: Report, reader: int) -> None:
        """Takes in a report with all its paragraphs."""
        self.reports.append(replace(report, paragraphs=()))
        self.columns["report.first"].append(len(self.paragraphs))
        self.columns["report.date"].append(date_number(report.dated))
        self.columns["report.reader"].append(reader)
        for facet in REPORT_FACETS:
            code = self.names[facet.key][facet.value(report)]
            self.columns[f"report.{facet.key}"].append(code)
        for paragraph in report.paragraphs:
            self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self.columns["token.first"].append(len(self.tokens))
        self.tokens.extend(map(self.words.__getitem__, terms(paragraph.text)))
        for name in PLAIN:
            self.columns[f"doc.{name}"].append(getattr(paragraph, name) or 0)
        for name in NAMED:
            self.columns[f"doc.{name}"].append(self.names[name][getattr(paragraph, name)])
        self.columns["doc.combo"].append(self._combo(paragraph))

    def _combo(self, paragraph: Paragraph) -> int:
        """Returns the row of a paragraph's combination of facets, worked out once for each."""
        told = tuple(facet.values(paragraph) for facet in PARAGRAPH_FACETS)
        if told not in self._known:
            keys = (facet.key for facet in PARAGRAPH_FACETS)
            combo = tuple(self._code(key, values) for key, values in zip(keys, told, strict=True))
            self._known[told] = self.combos.setdefault(combo, len(self.combos))
        return self._known[told]

    def _code(self, key: str, values: Iterable[str | None]) -> int:
        """Returns the code of a paragraph's value, for themes the sum of their bits."""
        codes = [self.names[key][value] for value in values]
        if key != "theme":
            return codes[0]
        if len(self.names[key]) > MOST_THEMES + 1:
            raise TooMany(f"more than {MOST_THEMES} themes: the index cannot tell them apart")
        return sum({1 << (code - 1) for code in codes})

    def raw(self) -> dict[str, Array]:
        """Returns the raw columns of all that was added."""
        rank = ranked(self.words)
        tokens = np.frombuffer(self.tokens, np.uint32) if self.tokens else np.zeros(0, np.uint32)
        raw: dict[str, Array] = {
            **Strings.of(r.id for r in self.reports).named("report.ids"),
            **Strings.of(map(facts, self.reports)).named("report.facts"),
            **Strings.of(r.source.file for r in self.reports).named("report.file"),
            **Strings.of(r.source.sha256 for r in self.reports).named("report.sha"),
            **Strings.of(p.id for p in self.paragraphs).named("doc.ids"),
            **Strings.of(p.text for p in self.paragraphs).named("doc.text"),
            **Strings.of(sorted(self.words)).named("words"),
            "tokens": smallest(rank[tokens], len(rank)),
            "combo.rows": np.array(list(self.combos), np.int64).reshape(-1, len(PARAGRAPH_FACETS)),
        }
        for name, names in named_columns(self.names):
            raw |= names.strings().named(f"names.{name}")
        ends: dict[str, Any] = {"report.first": len(self.paragraphs), "token.first": len(tokens)}
        for name in column_names():
            column = np.array(self.columns[name], np.int64)
            raw[name] = np.append(column, ends[name]) if name in ends else column.astype(np.int32)
        return raw


def facts(report: Report) -> str:
    """Returns the facts of a report, its paragraphs left out, as JSON."""
    return json.dumps(contract.to_json(report), ensure_ascii=False)


def named_columns(names: dict[str, Names]) -> Iterable[tuple[str, Names]]:
    """Returns each table of names with its name, those still empty too."""
    keys = [facet.key for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS)]
    return [(key, names[key]) for key in (*keys, *NAMED)]


def column_names() -> list[str]:
    """Returns the names of the numeric columns that a Builder fills."""
    reports = ["first", "date", "reader", *(facet.key for facet in REPORT_FACETS)]
    docs = [*PLAIN, *NAMED, "combo"]
    return [
        *(f"report.{name}" for name in reports),
        *(f"doc.{name}" for name in docs),
        "token.first",
    ]


def ranked(words: Words) -> Array:
    """Returns the place of each row of `words` in the order of their bytes, uint32."""
    rank = np.zeros(len(words), np.uint32)
    rank[[words[word] for word in sorted(words)]] = np.arange(len(words), dtype=np.uint32)
    return rank
