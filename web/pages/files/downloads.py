"""Files to save: their names and headers, and the text of CSV files."""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from tempfile import SpooledTemporaryFile

from flask import Response, request
from werkzeug.wsgi import wrap_file

MAX_BYTES_IN_MEMORY = 1 << 20  # a longer file is written to the disk
MAX_SEARCH_CELL = 500  # characters of a search that each row repeats
# A cell that begins so is taken for a formula: OWASP's list, with the full-width signs that
# spreadsheets in East Asian languages read too.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# What no file name has on some system, besides what cannot be printed.
RESERVED_IN_NAMES = frozenset('"*/:<>?\\|')
# Controls but tab and line feeds, halves of characters, and what is no character in Unicode: XML
# forbids them, CSV and reference managers stumble over them.
NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Return a text with U+FFFD in the place of each character that files of text cannot hold."""
    return NO_TEXT.sub("\ufffd", text)


def safe_name(name: str) -> str:
    """Return a file name that every system takes, as like to `name` as can be."""
    return "".join(
        "_" if letter in RESERVED_IN_NAMES or not letter.isprintable() else letter
        for letter in name
    )


def attach(response: Response, name: str) -> Response:
    """Return the response as a file to save under an ASCII name."""
    response.headers.set("Content-Disposition", "attachment", filename=safe_name(name))
    return response


def download(parts: Iterable[str], mimetype: str, name: str) -> Response:
    """Return the parts of a text as a file to save.

    The whole text is written before any of it is sent: a large one to a file, so that it takes no
    memory. So the search is over and its snapshot free however slowly the client reads.
    """
    with ExitStack() as close_on_error:
        file = close_on_error.enter_context(SpooledTemporaryFile(MAX_BYTES_IN_MEMORY))
        for part in parts:
            file.write(part.encode())
        close_on_error.pop_all()
    size = file.tell()
    file.seek(0)
    response = Response(
        wrap_file(request.environ, file), mimetype=mimetype, direct_passthrough=True
    )
    response.content_length = size
    return attach(response, name)


def table_name(stem: str, results: int, rows: int) -> str:
    """Return the name of a CSV file of some results, which tells one cut after so many `rows`."""
    return f"{stem}.csv" if results <= rows else f"{stem}-first-{rows}-of-{results}.csv"


def search_cell(url: str, in_words: Callable[[], str]) -> str:
    """Return what each row says of the search: its address, of a long one what it says in words, as
    far as it fits.
    """
    if len(url) <= MAX_SEARCH_CELL:
        return url
    return textwrap.shorten(in_words(), MAX_SEARCH_CELL, placeholder=" …")


def collection_cell(generation: int) -> str:
    """Return what each row says of the collection: which commit of it, and when it was asked."""
    return f"generation {generation}, taken on {date.today()}"


def spreadsheet_cell(value: object) -> str:
    """Return the value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = str(value)
    if not text.isprintable():  # of most cells this is all there is to look at
        text = clean(text)
    return f"'{text}" if text[:1] in FORMULA_STARTS else text


def csv_text(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield rows as the text of a CSV file (RFC 4180), a row at a time."""
    # The byte order mark tells spreadsheets that this is UTF-8.
    yield "\ufeff"
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow(map(spreadsheet_cell, row))
        yield out.getvalue()
        out.seek(0)
        out.truncate()
