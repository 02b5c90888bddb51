"""What became of the files of a run: counted, and what may surprise named on stderr."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus.catalogue.giving import CATALOGUE_DOUBTS
from corpus.errors import Refused
from corpus.formats.recognised import FAILED, MISSING
from corpus.model import Report
from corpus.reading import READER_VERSION
from index.registry.decision import CHANGED_FILE, REREAD, SAME_TEXT, SUPPLEMENTED
from index.writer import PutResult, Writer
from web.commands import terminal
from web.quantity import quantity

MAX_NAMED = 1_000
"""Replaced reports that the summary names."""

MAX_CONTRADICTIONS_NAMED = 50
"""Contradictions of a catalogue that are named on stderr; every one is kept as a doubt."""


@dataclass(frozen=True, slots=True)
class UnchangedFile:
    """A file that the index holds as it is."""


@dataclass(frozen=True, slots=True)
class DuplicateFile:
    """The path of a file, and of the `original`, which has the same report for that `cause`."""

    file: str
    original: str
    cause: str = SAME_TEXT


Skipped: TypeAlias = UnchangedFile | DuplicateFile | Refused


@dataclass(slots=True)
class Tally:
    """What a run did, counted: reports and paragraphs by outcome, and doubts.

    `replacements` are lines that name what was replaced and why, but for files read again; those
    of so many more reports are not kept, `unnamed`. `supplemented` counts reports that
    were replaced for what a catalogue or a correction says. `on_duplicate` is called with each
    file that was left out for another.
    """

    reports: Counter[str] = field(default_factory=Counter)
    paragraphs: Counter[str] = field(default_factory=Counter)
    doubts: int = 0
    replacements: list[str] = field(default_factory=list)
    unnamed: int = 0
    supplemented: int = 0
    contradictions: int = 0
    on_duplicate: Callable[[DuplicateFile], None] = lambda _: None

    def put(self, report: Report, writer: Writer) -> PutResult:
        """Take a report into the index, or count it as one that is there. Return which."""
        file = report.source.file
        result = writer.put(report, READER_VERSION)
        if result.kind == "duplicate":
            original = writer.sources[str(result.existing)].file
            self.double(DuplicateFile(file, original, result.cause))
            return result
        self.count(result.kind, report)
        self.name_replaced(file, result)
        if result.kind != "unchanged":
            self.name_contradictions(report)
            name_unrecognised(report)
        return result

    def count(self, kind: str, report: Report) -> None:
        """Count a report that was read, with its paragraphs and doubts."""
        self.reports[kind] += 1
        self.paragraphs[kind] += len(report.paragraphs)
        self.doubts += len(report.doubts)

    def name_replaced(self, file: str, result: PutResult) -> None:
        """Note which reports were replaced by which file, and why."""
        for replaced in result.predecessors:
            is_first = replaced == result.existing
            if is_first and result.cause == SUPPLEMENTED:
                self.supplemented += 1
                continue
            if is_first and result.cause == REREAD:
                continue  # the same file, which a newer reader read
            cause = result.cause if is_first else CHANGED_FILE
            renamed = f", now {result.report}" if result.report != replaced else ""
            if len(self.replacements) < MAX_NAMED:
                self.replacements.append(f"Replaced {replaced}{renamed}: {cause} ({file})")
            else:
                self.unnamed += 1

    def name_contradictions(self, report: Report) -> None:
        """Name what catalogues say of a report and it does not confirm."""
        for doubt in report.doubts:
            if doubt.kind in CATALOGUE_DOUBTS:
                self.contradictions += 1
                if self.contradictions <= MAX_CONTRADICTIONS_NAMED:
                    terminal.warn(f"{report.source.file}: {doubt.message}; check the catalogue")

    def skip(self, outcome: Skipped) -> None:
        """Count a file that gave no report, and name it where that may surprise."""
        if isinstance(outcome, Refused):
            self.reports["refused"] += 1
            terminal.warn(outcome)
        elif isinstance(outcome, DuplicateFile):
            self.double(outcome)
        else:
            self.reports["unchanged"] += 1

    def double(self, copy: DuplicateFile) -> None:
        """Count a file with a report that another file gave, and name both."""
        self.reports["duplicate"] += 1
        self.on_duplicate(copy)
        terminal.warn(f"{copy.file}: {copy.cause} {copy.original}; left out")

    def summary(self) -> Iterator[str]:
        """Yield the line that counts, and one for each report that was replaced."""
        parts = [
            f"{kind} {quantity(self.reports[kind], 'report')}"
            f" ({quantity(self.paragraphs[kind], 'paragraph')})"
            for kind in ("added", "replaced")
        ]
        parts += [
            f"{kind} {self.reports[kind]:,}" for kind in ("unchanged", "duplicate", "refused")
        ]
        yield f"{', '.join(parts)}; {quantity(self.doubts, 'doubt')}".capitalize()
        yield from self.replacements
        if self.unnamed:
            yield f"Replaced {quantity(self.unnamed, 'more report')}"
        if self.supplemented:
            reports = quantity(self.supplemented, "report")
            what = "a catalogue or a correction says something else than before"
            yield f"Replaced {reports}, of which {what}"
        if (more := self.contradictions - MAX_CONTRADICTIONS_NAMED) > 0:
            yield f"{quantity(more, 'more contradiction')} of the catalogue, kept as doubts"


def name_unrecognised(report: Report) -> None:
    """Name what kept pages of a report, which are pictures, from being recognised."""
    for doubt in report.doubts:
        if doubt.kind in (FAILED, MISSING):
            terminal.warn(f"{report.source.file}: {doubt.message}")
