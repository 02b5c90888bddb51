"""Read one segment: postings, places of words, codes, and stored paragraphs and reports.

`doc` is a paragraph's number and `row` that of a word or report within the segment. A place is a
position in `tokens`, the words of all paragraphs one after another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import numpy as np

from corpus import contract
from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from index.grade_history import GradedReport
from index.segments.arrays import EXTENSION, Array
from index.segments.build import CODED_COLUMNS, NUMBER_COLUMNS, PATH_SEPARATOR, coded_keys
from index.segments.inverted import InvertedIndex
from index.segments.leads import LeadIndex
from index.segments.upgrade import read_segment

WITHDRAWN_MARK = re.compile(rb'"withdrawn": "')
"""In the stored facts of a report that no longer stands. In a text its quotes would be escaped."""


class ReportGrade(msgspec.Struct, frozen=True, gc=False):
    """What the stored facts of a report say of its overall grade: a `GradedReport`."""

    id: str
    authority: str | None
    framework: str
    overall: str | None
    published: date | None
    inspection_end: date | None
    scale: str | None = None
    withdrawn: str | None = None

    @property
    def dated(self) -> date | None:
        """The day that the report is known by: published, else the inspection's end."""
        return self.published or self.inspection_end


GRADE_DECODER = msgspec.json.Decoder(ReportGrade)


class SegmentReader(InvertedIndex):
    """A segment's arrays, verified when opened and never changed. Safe in any number of threads.

    `first` is the first paragraph of each report.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(read_segment(path))
        self.name = path.name.removesuffix(EXTENSION)
        self.first = self.arrays["report.first"]
        self.report_ids = self.strings("report.ids").all()
        self.text = self.strings("doc.text")
        self._reports: dict[int, Report] = {}
        self._ids, self._facts = self.strings("doc.ids"), self.strings("report.facts")

    @lazy_property
    def names(self) -> dict[str, tuple[str | None, ...]]:
        """The names of every coded column by code; code 0 is None."""
        return {key: (None, *self.strings(f"names.{key}").all()) for key in coded_keys()}

    @lazy_property
    def leads(self) -> LeadIndex | None:
        """The paragraphs that have a lead, with its words before theirs; None where none has."""
        return LeadIndex.of(self.arrays)

    def lead(self, doc: int) -> str | None:
        """Return the words that lead into a paragraph, None for none."""
        code: int = self.arrays["doc.lead"].item(doc)
        return self.names["lead"][code]

    # Stored reports and paragraphs.

    @lazy_property
    def report_of(self) -> Array:
        """The report of each paragraph, int32."""
        return np.repeat(np.arange(len(self.report_ids), dtype=np.int32), np.diff(self.first))

    def report(self, row: int) -> Report:
        """Return the facts of a report: a Report without its paragraphs, the same each time."""
        report = self._reports.get(row)
        if report is None:
            parsed = contract.from_json(json.loads(self._facts[row]))
            report = self._reports.setdefault(row, parsed)
        return report

    @lazy_property
    def graded_reports(self) -> tuple[GradedReport, ...]:
        """What each report says of its overall grade: a twentieth of the time of all its facts."""
        return tuple(map(self._graded_report, range(len(self.report_ids))))

    def _graded_report(self, row: int) -> GradedReport:
        try:
            return GRADE_DECODER.decode(self._facts.bytes(row))
        except msgspec.DecodeError:  # a lone surrogate in a name, which only `json` takes
            return self.report(row)

    def withdrawn_reports(self) -> Array:
        """Return whether the publisher of each report withdrew or replaced it (reports), bool.

        The stored facts are searched for the mark, which takes no copy and no parsing of them.
        """
        places = [match.start() for match in WITHDRAWN_MARK.finditer(self._facts.blob.data)]
        withdrawn = np.zeros(len(self.report_ids), bool)
        withdrawn[np.searchsorted(self._facts.ends, places, side="right") - 1] = True
        return withdrawn

    def paragraph_id(self, doc: int) -> str:
        """Return the id of a paragraph."""
        return self._ids[doc]

    @lazy_property
    def _doc_columns(self) -> dict[str, Array]:
        """The numeric columns that a paragraph is restored from."""
        return {name: self.arrays[f"doc.{name}"] for name in (*NUMBER_COLUMNS, *CODED_COLUMNS)}

    def paragraph(self, doc: int) -> Paragraph:
        """Return a paragraph as it was put in."""
        names = self.names
        # In the order of COMBO_COLUMNS.
        themes, grade, area, kind, polarity, section_themes = self.arrays["combo.rows"][
            self.arrays["doc.combo"][doc]
        ].tolist()
        column = {name: values.item(doc) for name, values in self._doc_columns.items()}
        path = names["path"][column["path"]]
        return Paragraph(
            id=self.paragraph_id(doc),
            ordinal=column["ordinal"],
            number=column["number"] or None,
            page=column["page"] or None,
            section=names["section"][column["section"]],
            area=names["area"][area],
            grade=names["grade"][grade],
            kind=str(names["kind"][kind]),
            timescale=names["timescale"][column["timescale"]],
            themes=names_in_mask(names["theme"], themes),
            polarity=names["polarity"][polarity],
            text=self.text[doc],
            path=tuple(path.split(PATH_SEPARATOR)) if path else (),
            lead=names["lead"][column["lead"]],
            section_themes=names_in_mask(names["theme"], section_themes),
        )


def names_in_mask(names: Sequence[str | None], mask: int) -> tuple[str, ...]:
    """Return the names whose bits are set in `mask`; bit `c - 1` stands for code `c`."""
    return tuple(str(name) for code, name in enumerate(names) if code and mask >> (code - 1) & 1)
