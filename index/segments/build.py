"""Reports to the stored columns of a segment: texts, facts, facet codes, and all words as codes.

Stored columns are named arrays, listed below. `index.segments.invert` derives from them what
searching needs; `index.segments.merge` makes the stored columns of several segments one.

    report.ids, report.facts   strings, one per report: its id; its facts as JSON
    report.file, report.sha    strings, one per report: the file it came from, and its SHA-256
    report.reader              int32, the version of the reader that read it
    report.first               int64 (reports + 1): a report's first paragraph
    report.date                int32, YYYYMMDD, 0 unknown
    report.KEY                 int32, a value of REPORT_FACETS: 0 none, else names.KEY[code - 1]
    doc.ids, doc.text          strings, one per paragraph
    doc.number, .page, .ordinal    int32, 0 none
    doc.section, .timescale, .path, .lead    int32 codes, 0 none
    doc.combo                  a row of combo.rows
    combo.rows                 int64 (combinations, 6): codes of COMBO_COLUMNS, themes as bit masks
    names.KEY                  strings: the value of each code of a facet or a column of codes
    words, tokens, token.first, hyphens    as in `index.segments.words`, a paragraph each text
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

import numpy as np

from corpus import contract
from corpus.model import Paragraph, Report
from index.errors import TooMany
from index.facets import COMBO_COLUMNS, PARAGRAPH_FACETS, REPORT_FACETS, THEME, date_number
from index.segments.arrays import Array
from index.segments.strings import Strings
from index.segments.words import WordColumns

MAX_THEMES = 32
REPLACED_KEY = "replaced"
"""In a report's stored facts: the SHA-256 of the files of its earlier texts, where it has some."""

PATH_SEPARATOR = "\n"
"""Between the headings of a path: headings are of one line."""

NUMBER_COLUMNS = ("number", "page", "ordinal")
CODED_COLUMNS: Mapping[str, Callable[[Paragraph], str | None]] = {
    "section": attrgetter("section"),
    "timescale": attrgetter("timescale"),
    "path": lambda paragraph: PATH_SEPARATOR.join(paragraph.path) or None,
    "lead": attrgetter("lead"),
}
"""Columns of codes of a paragraph's values, of which many paragraphs have the same."""

FacetValues = tuple[tuple[str | None, ...], ...]


class CodeTable(defaultdict[str | None, int]):
    """Names to codes, assigned on first use: None is 0, the first name 1."""

    def __init__(self) -> None:
        super().__init__()
        self[None] = 0

    def __missing__(self, name: str | None) -> int:
        self[name] = code = len(self)
        return code

    def strings(self) -> Strings:
        """Return the names in the order of their codes, from code 1 on."""
        return Strings.of(name for name in self if name is not None)


@dataclass(slots=True)
class Builder:
    """Collects reports and returns their stored columns."""

    reports: list[Report] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    columns: dict[str, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("q")))
    names: dict[str, CodeTable] = field(default_factory=lambda: defaultdict(CodeTable))
    combinations: dict[tuple[int, ...], int] = field(default_factory=dict)
    words: WordColumns = field(default_factory=WordColumns)
    _combination_of: dict[FacetValues, int] = field(default_factory=dict)

    def add(self, report: Report, reader: int, replaced: Sequence[str] = ()) -> None:
        """Add a report with all its paragraphs, as read by version `reader` of the reader.

        `replaced` are the SHA-256 of the files of its earlier texts.
        """
        self.reports.append(replace(report, paragraphs=()))
        self.facts.append(facts_as_json(self.reports[-1], replaced))
        self.columns["report.first"].append(len(self.paragraphs))
        self.columns["report.date"].append(date_number(report.dated))
        self.columns["report.reader"].append(reader)
        for facet in REPORT_FACETS:
            code = self.names[facet.key][facet.value(report)]
            self.columns[f"report.{facet.key}"].append(code)
        for paragraph in report.paragraphs:
            self._add_paragraph(paragraph)

    def _add_paragraph(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self.words.add(paragraph.text)
        for name in NUMBER_COLUMNS:
            self.columns[f"doc.{name}"].append(getattr(paragraph, name) or 0)
        for name, value_of in CODED_COLUMNS.items():
            self.columns[f"doc.{name}"].append(self.names[name][value_of(paragraph)])
        self.columns["doc.combo"].append(self._combination_row(paragraph))

    def _combination_row(self, paragraph: Paragraph) -> int:
        """Return the row of a paragraph's combination of facet values, coded once for each."""
        facet_values = tuple(values_of(paragraph) for _, values_of in COMBO_COLUMNS)
        if facet_values not in self._combination_of:
            codes = tuple(
                self._code(key, values)
                for (key, _), values in zip(COMBO_COLUMNS, facet_values, strict=True)
            )
            row = self.combinations.setdefault(codes, len(self.combinations))
            self._combination_of[facet_values] = row
        return self._combination_of[facet_values]

    def _code(self, key: str, values: Iterable[str | None]) -> int:
        """Return the code of a paragraph's value; for themes a bit mask, bit `c - 1` for code `c`.

        Raise TooMany beyond MAX_THEMES themes.
        """
        codes = [self.names[key][value] for value in values]
        if key != THEME:
            return codes[0]
        if len(self.names[key]) > MAX_THEMES + 1:
            raise TooMany(MAX_THEMES, "themes")
        return sum({1 << (code - 1) for code in codes})

    def stored_columns(self) -> dict[str, Array]:
        """Return the stored columns of all reports that were added."""
        columns: dict[str, Array] = {
            **Strings.of(r.id for r in self.reports).to_arrays("report.ids"),
            **Strings.of(self.facts).to_arrays("report.facts"),
            **Strings.of(r.source.file for r in self.reports).to_arrays("report.file"),
            **Strings.of(r.source.sha256 for r in self.reports).to_arrays("report.sha"),
            **Strings.of(p.id for p in self.paragraphs).to_arrays("doc.ids"),
            **Strings.of(p.text for p in self.paragraphs).to_arrays("doc.text"),
            **self.words.columns(),
            "combo.rows": np.array(list(self.combinations), np.int64).reshape(
                -1, len(COMBO_COLUMNS)
            ),
        }
        for key in coded_keys():
            columns |= self.names[key].strings().to_arrays(f"names.{key}")
        first = np.array(self.columns["report.first"], np.int64)
        columns["report.first"] = np.append(first, len(self.paragraphs))
        for name in numeric_columns():
            columns[name] = np.array(self.columns[name], np.int32)
        return columns


def facts_as_json(report: Report, replaced: Sequence[str]) -> str:
    """Return the facts of a report, without its paragraphs, as JSON."""
    facts = contract.to_json(report)
    if replaced:
        facts[REPLACED_KEY] = list(replaced)
    return json.dumps(facts, ensure_ascii=False)


def coded_keys() -> list[str]:
    """Return the keys of the columns whose values are codes of a table of names."""
    return [*(facet.key for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS)), *CODED_COLUMNS]


def numeric_columns() -> list[str]:
    """Return the names of the columns of int32 that a Builder fills."""
    of_reports = ["date", "reader", *(facet.key for facet in REPORT_FACETS)]
    of_paragraphs = [*NUMBER_COLUMNS, *CODED_COLUMNS, "combo"]
    return [
        *(f"report.{name}" for name in of_reports),
        *(f"doc.{name}" for name in of_paragraphs),
    ]
