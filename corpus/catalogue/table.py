"""The cells of a table in a file: CSV in any usual encoding and separator, or an Excel workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from corpus.catalogue.dates import cell_text
from corpus.catalogue.headings import find_columns
from corpus.errors import Refused
from corpus.formats.encoding import decode
from corpus.formats.html import is_html
from corpus.formats.other_formats import describe_file

MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELL = 10_000  # characters
MAX_UNPACKED_BYTES = 256 << 20  # of a workbook
MAX_LINES_BEFORE_HEADINGS = 20
SEPARATORS = ",;\t|"
ZIP_SIGNATURE = b"PK\x03\x04"
PDF_SIGNATURE = b"%PDF-"
SAVE_AS = "save it as CSV or .xlsx"

Table: TypeAlias = list[tuple[int, tuple[str, ...]]]
"""The rows of a table that are not empty, each with its number, from 1: of a CSV file its line."""


def read_table(name: str, data: bytes) -> Table:
    """Return the rows of a table, from the row of its headings on.

    The headings are the row, of the first few, that names most columns of a catalogue; else the
    first row. Raise Refused where the file is no table, or is too large for one.
    """
    if not data.strip():
        raise Refused(name, "is empty", "give the catalogue itself")
    rows = list(islice(read_rows(name, data), MAX_ROWS + 1))
    if len(rows) > MAX_ROWS:
        cause = f"has over {MAX_ROWS:,} rows, which is more than a catalogue may have"
        raise Refused(name, cause, "divide it")
    if not rows:
        raise Refused(name, "has no rows", "give the catalogue itself")
    counts = [len(find_columns(cells)) for _, cells in rows[:MAX_LINES_BEFORE_HEADINGS]]
    return rows[counts.index(max(counts)) :]


def read_rows(name: str, data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the number and the cells of each row that is not empty. Raise Refused."""
    rows = read_workbook(name, data) if data.startswith(ZIP_SIGNATURE) else read_csv(name, data)
    for number, cells in rows:
        stripped = [cell.strip()[:MAX_CELL] for cell in cells[:MAX_COLUMNS]]
        while stripped and not stripped[-1]:
            stripped.pop()
        if stripped:
            yield number, tuple(stripped)


def read_csv(name: str, data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the line and the cells of each row of a CSV file. Raise Refused."""
    other = ("is a PDF", SAVE_AS) if data.startswith(PDF_SIGNATURE) else describe_file(data)
    if other:
        raise Refused(name, other[0], SAVE_AS)
    text = decode(data)
    if is_html(text):
        raise Refused(name, "is a web page", "download the table itself")
    if text.count("\0"):
        raise Refused(name, "is no text", SAVE_AS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_separator(text))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Refused(f"{name}, line {line}", f"is no CSV ({error})", SAVE_AS) from error
        if cells is None:
            return
        yield line, cells


def find_separator(text: str) -> str:
    """Return the character between the cells: the one by which most columns are known."""
    lines = list(islice(io.StringIO(text), MAX_LINES_BEFORE_HEADINGS))

    def columns_known(separator: str) -> tuple[int, int]:
        rows = [line.strip().split(separator) for line in lines]
        cells = [[cell.strip(' "') for cell in row] for row in rows]
        return max(len(find_columns(row)) for row in cells), len(cells[0])

    return max(SEPARATORS, key=columns_known)


def read_workbook(name: str, data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the number and the cells of each row of the first sheet that has any. Raise Refused.

    openpyxl is imported here, since most commands read no workbook.
    """
    from openpyxl import load_workbook

    check_archive(name, data)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            numbered = ((at, [cell_text(cell) for cell in row[:MAX_COLUMNS]]) for at, row in rows)
            filled = next((row for row in numbered if any(row[1])), None)
            if filled:
                yield filled
                yield from numbered
                return
    except Refused:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file leads it to
        cause = f"cannot be read as a workbook ({type(error).__name__}: {error})"
        raise Refused(name, cause, SAVE_AS) from error


def check_archive(name: str, data: bytes) -> None:
    """Raise Refused for what is no Excel workbook, or would unpack to more than is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            is_workbook = any(member.startswith("xl/") for member in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused(name, f"is a damaged archive ({error})", SAVE_AS) from error
    if not is_workbook:
        raise Refused(name, "is no Excel workbook", SAVE_AS)
    if size > MAX_UNPACKED_BYTES:
        cause = f"unpacks to more than {MAX_UNPACKED_BYTES >> 20} MB, which no catalogue does"
        raise Refused(name, cause, SAVE_AS)
