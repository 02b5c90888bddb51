"""The records of a catalogue: a row for each report, and what its cells say of that report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """What one row of a catalogue says of a report. None stands for an empty cell.

    `line` is the row's number in the table, from 1. `report_id`, `sha256` and `file` (a name
    without folders) tell which report it is of, and so do `authority` and a date together.
    """

    line: int
    report_id: str | None = None
    sha256: str | None = None
    file: str | None = None
    authority: str | None = None
    published: date | None = None
    inspection_start: date | None = None
    inspection_end: date | None = None
    title: str | None = None
    urn: str | None = None
    source_url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rows of the catalogue `name`, which is the name of its file.

    `problems` are sentences that name each cell that could not be understood, and
    `unused_columns` the headings of columns that say nothing that is asked for.
    """

    name: str
    rows: tuple[CatalogueRow, ...]
    problems: tuple[str, ...] = ()
    unused_columns: tuple[str, ...] = ()
