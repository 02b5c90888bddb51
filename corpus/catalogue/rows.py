"""The records of a catalogue: a row for each report, and what its cells say of that report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """What one row of a catalogue says of a report. None stands for an empty cell.

    `line` is the row's number in the table, from 1. `sha256` and `file` (a name without folders)
    tell which report it is of, and so do `authority` and a date together. `withdrawn` says that the
    report no longer stands, `replaced_by` what took its place.
    """

    line: int
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
    withdrawn: str | None = None
    replaced_by: str | None = None

    @property
    def withdrawal(self) -> str | None:
        """What became of a report that no longer stands; None for one that does."""
        replacement = self.replaced_by and f"replaced by {self.replaced_by}"
        return ", ".join(filter(None, (self.withdrawn, replacement))) or None


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
