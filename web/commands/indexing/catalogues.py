"""The catalogues of a run: those given, those kept, and their rows that match no report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.parsing import read_catalogue
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.corrections.file import Corrections
from corpus.corrections.supplements import Supplements, as_read, supplement
from corpus.errors import Refused
from corpus.model import Report
from index.supplements.kept_corrections import CORRECTIONS_FILE
from web.commands import terminal
from web.quantity import quantity

Other = TypeVar("Other")

MAX_PROBLEMS_NAMED = 50
"""Cells or lines of a file that could not be understood which are named on stderr."""

MAX_ROWS_NAMED = 5
"""Rows without a report that the summary shows."""

catalogue_option = click.option(
    "--catalogue",
    "catalogue_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV or .xlsx file with what reports do not print: publication date, URN, link, title.",
)


def read_given(files: Sequence[Path]) -> tuple[list[Catalogue], int]:
    """Return the catalogues in some files, and how much of them was refused, which is named."""
    catalogues, refused = [], 0
    for file in files:
        try:
            catalogue = read_catalogue(file)
        except Refused as refusal:
            terminal.warn(Refused(str(file), refusal.cause, refusal.remedy))
            refused += 1
            continue
        catalogues.append(catalogue)
        refused += len(catalogue.problems)
        name_problems(catalogue)
    return catalogues, refused


def name_problems(catalogue: Catalogue) -> None:
    """Name the cells of a catalogue that were not understood, and its columns that are not used."""
    name_first(catalogue.name, catalogue.problems, "cells or rows")
    if catalogue.unused_columns:
        columns = ", ".join(catalogue.unused_columns)
        terminal.warn(f"{catalogue.name}: columns that are not used: {columns}")


def name_mistakes(corrections: Corrections) -> int:
    """Name the lines of the file of corrections that are none, and return how many there are."""
    name_first(CORRECTIONS_FILE, corrections.problems, "lines")
    return len(corrections.problems)


def name_first(file: str, problems: Sequence[str], of_what: str) -> None:
    """Name the first problems of a file, and how many more of its cells or lines have one."""
    for problem in problems[:MAX_PROBLEMS_NAMED]:
        terminal.warn(problem)
    if (more := len(problems) - MAX_PROBLEMS_NAMED) > 0:
        terminal.warn(f"{file}: {more:,} more {of_what} like these; mend them")


def supplement_reports(
    outcomes: Iterable[Report | Other], supplements: Supplements
) -> Iterator[Report | Other]:
    """Yield the outcomes of reading, each report with what is added to it."""
    for outcome in outcomes:
        yield supplement(outcome, supplements) if isinstance(outcome, Report) else outcome


def describe_matches(index: CatalogueIndex, reports: Iterable[Report]) -> str:
    """Return a line that counts the rows of a catalogue by whether one of the reports fits them."""
    matched = {row.line for report in reports for row in index.find(as_read(report))}
    rows = index.catalogue.rows
    others = [row for row in rows if row.line not in matched]
    line = f"{index.catalogue.name}: {quantity(len(rows) - len(others), 'row')} with a report here"
    if others:
        shown = ", ".join(map(describe_row, others[:MAX_ROWS_NAMED]))
        dots = ", ..." if len(others) > MAX_ROWS_NAMED else ""
        line += f"; {quantity(len(others), 'row')} without: {shown}{dots}"
    return line


def describe_row(row: CatalogueRow) -> str:
    """Return the number of a row, and what it says that a person knows it by."""
    day = row.published or row.inspection_end or row.inspection_start
    name = row.authority or row.file or row.source_url or row.title
    known = " ".join(str(part) for part in (name, day) if part) or f"SHA-256 {row.sha256}"
    return f"row {row.line} ({known})"
