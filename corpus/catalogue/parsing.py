"""Parse a catalogue's file: rows of checked values, and a sentence for each cell that has none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.catalogue.dates import has_month_first, read_date
from corpus.catalogue.headings import (
    DATE_FIELDS,
    check_columns,
    find_columns,
    identifies,
    shorten_headings,
)
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.catalogue.table import Table, read_table
from corpus.formats.content import read_content

SHA256 = re.compile(r"[0-9a-f]{64}")
MAX_TEXT = 500  # characters of a name or a title
MAX_URL = 2_000
MAX_SHOWN = 60  # characters of a cell in a message
SCHEMES = ("http", "https")
YES_WORDS = {"yes", "y", "true", "1", "x", "withdrawn", "superseded"}
NO_WORDS = {"no", "n", "false", "0", "-", "none", "current", "live"}


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue in the file at `path`. Raise Refused where there is none."""
    return parse_catalogue(path.name, read_content(path))


def parse_catalogue(name: str, data: bytes) -> Catalogue:
    """Return the catalogue `name` in the content of its file, CSV or an Excel workbook.

    Raise Refused where the file is no table, or has not the columns of a catalogue.
    """
    table = read_table(name, data)
    headings = table[0][1]
    columns = find_columns(headings)
    check_columns(name, headings, columns)
    unused = [text for at, text in enumerate(headings) if at not in columns.values()]
    problems: list[str] = []
    rows = tuple(parse_rows(name, table, columns, problems))
    return Catalogue(name, rows, tuple(problems), tuple(shorten_headings(unused)))


def parse_rows(
    name: str, table: Table, columns: Mapping[str, int], problems: list[str]
) -> Iterator[CatalogueRow]:
    """Yield the rows that tell which report they are of; add to `problems` what is left out."""
    month_first = {
        field: has_month_first(cell_at(cells, columns[field]) for _, cells in table[1:])
        for field in DATE_FIELDS
        if field in columns
    }
    for line, cells in table[1:]:
        values: dict[str, Any] = {}
        for field, column in columns.items():
            if cell := cell_at(cells, column):
                try:
                    value = parse_cell(field, cell, month_first.get(field, False))
                    values |= {field: value} if value else {}
                except ValueError as error:
                    problems.append(f"{name}, row {line}: the {field} “{cell[:MAX_SHOWN]}” {error}")
        if identifies(values):
            yield CatalogueRow(line=line, **values)
        else:
            problems.append(
                f"{name}, row {line}: nothing tells which report it is of; it needs a sha256, "
                "a file, a link, or an authority with a date"
            )


def cell_at(cells: Sequence[str], column: int) -> str:
    """Return the cell of a column, empty where the row ends before it."""
    return cells[column] if column < len(cells) else ""


def parse_cell(field: str, cell: str, month_first: bool) -> str | date:
    """Return the value of a cell that is not empty; "" and None say nothing. Raise ValueError,
    which says what is wrong.
    """
    if field in DATE_FIELDS:
        return read_date(cell, month_first)
    return PARSERS.get(field, parse_text)(cell)


def parse_text(cell: str) -> str:
    """Return a name or title in one line. Raise ValueError for one that is too long."""
    text = " ".join(cell.split())
    if len(text) > MAX_TEXT:
        raise ValueError(f"is longer than {MAX_TEXT} characters; shorten it")
    return text


def parse_sha256(cell: str) -> str:
    """Return a SHA-256 in lower case. Raise ValueError for what is none."""
    sha256 = cell.lower().removeprefix("sha256:").strip()
    if not SHA256.fullmatch(sha256):
        raise ValueError("is no SHA-256; it has 64 digits from 0 to f")
    return sha256


def parse_file(cell: str) -> str:
    """Return the name of a file without its folders, of Windows too. Raise ValueError for none."""
    name = re.split(r"[/\\]", parse_text(cell))[-1]
    if name in ("", ".", ".."):
        raise ValueError("is no name of a file; give the name, such as report.pdf")
    return name


def parse_url(cell: str) -> str:
    """Return an address of the web as it stands. Raise ValueError for any other."""
    try:
        parts = urlsplit(cell)
        is_address = parts.scheme.lower() in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or len(cell) > MAX_URL or re.search(r"[\s\x00-\x1f\x7f]", cell):
        raise ValueError("is no address that can be fetched; it begins with https:// or http://")
    return cell


def parse_withdrawn(cell: str) -> str:
    """Return in words that a report no longer stands; nothing where the cell says that it does."""
    text = parse_text(cell)
    if text.casefold() in NO_WORDS:
        return ""
    if text.casefold() in YES_WORDS:
        return "withdrawn"
    try:
        return f"withdrawn on {read_date(text)}"
    except ValueError:
        is_clause = text.casefold().startswith(("withdrawn", "replaced", "superseded"))
        return text if is_clause else f"withdrawn: {text}"


PARSERS: Mapping[str, Callable[[str], str]] = {
    "sha256": parse_sha256,
    "file": parse_file,
    "source_url": parse_url,
    "withdrawn": parse_withdrawn,
}
