"""Plain text files: told from Markdown by their marks, laid out as a typewriter would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import Refused
from corpus.formats import markdown
from corpus.formats.lines import Document, Line, Page

WIDTH, HEIGHT = 6.0, 12.0  # points of a typewriter's character and line


def lines(path: Path, data: bytes) -> Document:
    """Returns the lines of a text or Markdown file. Raises Refused where it is no text."""
    text = decode(path, data)
    if markdown.SIGN.search(text):
        return markdown.lines(text)
    sheets = text.rstrip("\f").split("\f")
    if not markdown.wrapped(text):
        return Document(tuple(flowing(sheets)), pages(sheets), flowing=True)
    return Document(tuple(typed(sheets)), pages(sheets))


def decode(path: Path, data: bytes) -> str:
    """Returns the file's characters, by its byte order mark, as UTF-8, or as Windows wrote it."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Refused(str(path), "is neither text nor any other format known", "convert it to PDF")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pages(sheets: list[str]) -> tuple[Page, ...]:
    """Returns the pages that form feeds divide a text into; none where there is none."""
    if len(sheets) == 1:
        return ()
    sizes = [(max(map(len, s.split("\n"))), s.count("\n") + 1) for s in sheets]
    return tuple(Page(n, w * WIDTH, h * HEIGHT) for n, (w, h) in enumerate(sizes, 1))


def rows(sheets: list[str]) -> Iterator[tuple[int | None, int, str]]:
    """Yields page number (None where there is one sheet), row from 0 and text of each line."""
    for number, sheet in enumerate(sheets, 1):
        for row, text in enumerate(sheet.split("\n")):
            if text.strip():
                yield number if len(sheets) > 1 else None, row, text.rstrip()


def flowing(sheets: list[str]) -> Iterator[Line]:
    """Yields a Line for each paragraph of a text that has one a line."""
    for page, _, text in rows(sheets):
        cells = tuple(cell.strip() for cell in text.split("\t")) if "\t" in text.strip() else ()
        yield Line(" ".join(text.split()), page, cells=cells)


def typed(sheets: list[str]) -> Iterator[Line]:
    """Yields a Line for each printed line, wide gaps dividing it, placed as if typed."""
    for page, row, text in rows(sheets):
        for match in re.finditer(r"\S+(?: {1,4}\S+)*", text.expandtabs()):
            left, right = match.start() * WIDTH, match.end() * WIDTH
            top = row * HEIGHT
            words = " ".join(match[0].split())
            yield Line(words, page, left, right, top, top + HEIGHT, HEIGHT)
