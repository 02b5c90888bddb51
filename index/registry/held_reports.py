"""The reports that an index holds: look-ups by id, file, content and stated facts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from corpus import contract
from corpus.corrections.supplements import as_read
from corpus.formats.recognised import UNREADABLE, list_unread_pages
from corpus.lazy import lazy_property
from corpus.model import Report
from index.contents import DeletedReport, Segment
from index.facets import date_number
from index.registry.provenance import Provenance, StatedFacts, state_facts
from index.registry.text_keys import TextKeys, make_text_keys
from index.segments.arrays import read_arrays
from index.segments.build import REPLACED_KEY
from index.segments.strings import Strings
from index.segments.upgrade import MARKS, is_current


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that was put in since the last commit.

    `replaced` are the digests of its earlier texts and of their files.
    """

    report: Report
    source: Provenance
    replaced: tuple[str, ...] = ()

    @property
    def date(self) -> int:
        """The date that its file prints, as YYYYMMDD, 0 for none."""
        return printed_date(self.report)

    @property
    def has_given_facts(self) -> bool:
        """Whether a catalogue gave it something, or a curator corrected it."""
        return bool(self.report.from_catalogue or self.report.corrections)

    @property
    def has_unreadable_pages(self) -> bool:
        """Whether it has pages that gave no text."""
        return bool(list_unread_pages(self.report))

    def facts(self) -> Report:
        """Return its facts."""
        return self.report

    def texts(self) -> list[str]:
        """Return the texts of its paragraphs."""
        return [paragraph.text for paragraph in self.report.paragraphs]


class SegmentReports:
    """The columns of a segment's reports. Its texts are read when they are first asked for.

    `is_current`: it is of today's format.
    """

    def __init__(self, data: Path, segment: Segment) -> None:
        self.segment = segment
        self._path = data / segment.file
        self._arrays = read_arrays(self._path, ("report.", *MARKS))
        self.is_current = is_current(self._arrays)
        self._facts = Strings.from_arrays(self._arrays, "report.facts")

    def undeleted(self) -> Iterator[tuple[str, StoredReport]]:
        """Yield the id of each report that is not deleted, and the report."""
        first = self._arrays["report.first"].tolist()
        deleted = {report.row for report in self.segment.deleted}
        rows = zip(
            Strings.from_arrays(self._arrays, "report.ids").all(),
            map(
                Provenance,
                Strings.from_arrays(self._arrays, "report.file").all(),
                Strings.from_arrays(self._arrays, "report.sha").all(),
                self._arrays["report.reader"].tolist(),
            ),
            self._printed_dates(),
            map(DeletedReport, range(self.segment.reports), first[:-1], first[1:]),
            strict=True,
        )
        for report_id, source, date, deletion in rows:
            if deletion.row not in deleted:
                yield report_id, StoredReport(self, source, date, deletion)

    def _printed_dates(self) -> list[int]:
        """Return the date that each report's file prints, as YYYYMMDD, 0 for none.

        The column has the dates that catalogues gave too, which name no report.
        """
        dates: list[int] = self._arrays["report.date"].tolist()
        content = self._facts.blob.tobytes()
        if any(mark in content for mark in SUPPLEMENTED):
            for row in range(len(dates)):
                if self.has_given_facts(row):
                    dates[row] = printed_date(contract.from_json(self.facts(row)))
        return dates

    def has_given_facts(self, row: int) -> bool:
        """Return whether something was added to a report, without parsing its facts."""
        return any(mark in self._facts.bytes(row) for mark in SUPPLEMENTED)

    def has_unreadable_pages(self, row: int) -> bool:
        """Return whether a report has pages that gave no text, without parsing its facts."""
        return UNREADABLE_PAGE in self._facts.bytes(row)

    def facts(self, row: int) -> dict[str, Any]:
        """Return the stored facts of a report."""
        facts: dict[str, Any] = json.loads(self._facts[row])
        return facts

    @lazy_property
    def texts(self) -> Strings:
        """The texts of all paragraphs."""
        return Strings.from_arrays(read_arrays(self._path, "doc.text"), "doc.text")


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report of the last commit, and what its deletion would add to its segment.

    `date` is the one that its file prints, as YYYYMMDD, 0 for none.
    """

    columns: SegmentReports = field(repr=False)
    source: Provenance
    date: int
    deletion: DeletedReport

    @property
    def replaced(self) -> tuple[str, ...]:
        """The digests of its earlier texts and of their files; an index of an earlier version has
        those of the files alone.
        """
        return tuple(self.columns.facts(self.deletion.row).get(REPLACED_KEY, ()))

    @property
    def has_given_facts(self) -> bool:
        """Whether a catalogue gave it something, or a curator corrected it."""
        return self.columns.has_given_facts(self.deletion.row)

    @property
    def has_unreadable_pages(self) -> bool:
        """Whether it has pages that gave no text."""
        return self.columns.has_unreadable_pages(self.deletion.row)

    def facts(self) -> Report:
        """Return its facts: a report without paragraphs."""
        return contract.from_json(self.columns.facts(self.deletion.row))

    def texts(self) -> list[str]:
        """Return the texts of its paragraphs."""
        return self.columns.texts.get_many(range(self.deletion.start, self.deletion.end))


SUPPLEMENTED = (b'"from_catalogue": ["', b'"corrections": [{')
"""In the stored facts of a report that a catalogue gave something, or a curator corrected."""

UNREADABLE_PAGE = f'"kind": "{UNREADABLE}"'.encode()
"""In the stored facts of a report with pages that gave no text."""

HeldReport: TypeAlias = NewReport | StoredReport
FactsIndex: TypeAlias = defaultdict[StatedFacts, dict[str, None]]


class HeldReports:
    """All reports that an index will hold after the next commit, by id."""

    def __init__(self, stored: Iterable[tuple[str, StoredReport]] = ()) -> None:
        self._reports: dict[str, HeldReport] = {}
        self._sources: dict[str, Provenance] = {}
        self._by_sha: dict[str, str] = {}
        # Dicts without values are ordered sets.
        self._by_file: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._by_date: defaultdict[int, dict[str, None]] = defaultdict(dict)
        # By what they state: only of the dates that were asked for, since facts are parsed for it.
        self._by_facts: dict[int, FactsIndex] = {}
        self._text_keys: dict[str, TextKeys] = {}
        for report_id, report in stored:
            self.add(report_id, report)

    @property
    def sources(self) -> Mapping[str, Provenance]:
        """Where each report came from, by its id."""
        return self._sources

    def __contains__(self, report_id: str) -> bool:
        return report_id in self._reports

    def __getitem__(self, report_id: str) -> HeldReport:
        return self._reports[report_id]

    def __iter__(self) -> Iterator[HeldReport]:
        return iter(self._reports.values())

    def add(self, report_id: str, report: HeldReport) -> None:
        """Add a report under an id that no other has."""
        self._reports[report_id], self._sources[report_id] = report, report.source
        self._by_sha[report.source.sha256] = report_id
        self._text_keys.pop(report_id, None)
        self._by_file[report.source.file][report_id] = None
        self._by_date[report.date][report_id] = None
        if report.date in self._by_facts:
            self._by_facts[report.date][state_facts(report.facts())][report_id] = None

    def remove(self, report_id: str) -> HeldReport | None:
        """Remove a report and return it; None where there is none of that id."""
        report = self._reports.pop(report_id, None)
        if report is None:
            return None
        del self._sources[report_id]
        if self._by_sha.get(report.source.sha256) == report_id:
            del self._by_sha[report.source.sha256]
        del self._by_file[report.source.file][report_id]
        del self._by_date[report.date][report_id]
        if report.date in self._by_facts:
            del self._by_facts[report.date][state_facts(report.facts())][report_id]
        return report

    def with_content(self, sha256: str) -> str | None:
        """Return the id of the report whose file has that SHA-256, None where none has."""
        return self._by_sha.get(sha256)

    def from_file(self, file: str) -> tuple[str, ...]:
        """Return the ids of the reports that came from a file."""
        return tuple(self._by_file.get(file, ()))

    def with_facts_of(self, report: Report) -> tuple[str, ...]:
        """Return the ids of the reports that state the same of themselves as `report`."""
        date = printed_date(report)
        if date not in self._by_facts:
            by_facts: FactsIndex = defaultdict(dict)
            for report_id in self._by_date.get(date, ()):
                by_facts[state_facts(self._reports[report_id].facts())][report_id] = None
            self._by_facts[date] = by_facts
        return tuple(self._by_facts[date].get(state_facts(report), ()))

    def text_keys(self, report_id: str) -> TextKeys:
        """Return the keys of a report's texts."""
        if report_id not in self._text_keys:
            self._text_keys[report_id] = make_text_keys(self._reports[report_id].texts())
        return self._text_keys[report_id]


def printed_date(report: Report) -> int:
    """Return the date that a report's file prints, as YYYYMMDD, 0 for none."""
    return date_number(as_read(report).dated)
