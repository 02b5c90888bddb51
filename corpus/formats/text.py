"""Plain text files: distinguished from Markdown, and laid out as a typewriter would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import Refused
from corpus.formats.characters import UNPRINTABLE, WHITE_SPACE
from corpus.formats.document import Document, PageInfo, TextLine
from corpus.formats.markdown import is_markdown, is_wrapped, read_markdown

CHARACTER_WIDTH, LINE_HEIGHT = 6.0, 12.0  # of a typewriter, in points
# A text has few control characters; other files have many.
SAMPLE_CHARACTERS, MAX_UNPRINTABLE_SHARE = 10_000, 0.05
MAX_ZERO_SHARE = 0.001  # zero characters in all of a text, which damage may leave
# A report has some thousand rows, blank ones among them.
MAX_ROWS = 100_000
MAX_PAGES = 1_000
TYPED_PART = re.compile(r"\S+(?: {1,4}\S+)*")  # of a line; wider gaps part columns


def read_text(path: Path, text: str) -> Document:
    """Return the lines of a text or Markdown file. Raise Refused where it is not text."""
    check_is_text(path, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_ROWS or text.count("\f") > MAX_PAGES:
        cause = f"has over {MAX_ROWS:,} rows or {MAX_PAGES:,} pages, which no report has"
        raise Refused(str(path), cause, "leave it out")
    if is_markdown(text):
        return read_markdown(text)
    pages = text.rstrip("\f").split("\f")
    if not is_wrapped(text):
        return Document(tuple(paragraph_lines(pages)), page_sizes(pages), flowing=True)
    return Document(tuple(typed_lines(pages)), page_sizes(pages))


def check_is_text(path: Path, text: str) -> None:
    """Raise Refused where the characters of a file are markup of another kind, or no text."""
    if text.lstrip().startswith("<?xml"):
        raise Refused(str(path), "is an XML file that is no web page", "save it as PDF or DOCX")
    sample = text[:SAMPLE_CHARACTERS]
    unprintable = sum(1 for _ in UNPRINTABLE.finditer(sample)) - sum(map(sample.count, WHITE_SPACE))
    has_zeros = text.count("\0") > max(1, MAX_ZERO_SHARE * len(text))
    if has_zeros or unprintable > MAX_UNPRINTABLE_SHARE * len(sample):
        raise Refused(str(path), "is neither text nor any other format known", "convert it to PDF")


def page_sizes(pages: list[str]) -> tuple[PageInfo, ...]:
    """Return the pages that form feeds divide a text into; none where there is no form feed."""
    if len(pages) == 1:
        return ()
    sizes = [(max(map(len, page.split("\n"))), page.count("\n") + 1) for page in pages]
    return tuple(
        PageInfo(number, columns * CHARACTER_WIDTH, rows * LINE_HEIGHT)
        for number, (columns, rows) in enumerate(sizes, 1)
    )


def numbered_rows(pages: list[str]) -> Iterator[tuple[int | None, int, str]]:
    """Yield page number (None where there is one page), row from 0 and text of each line."""
    for number, page in enumerate(pages, 1):
        for row, text in enumerate(page.split("\n")):
            if text.strip():
                yield number if len(pages) > 1 else None, row, text.rstrip()


def paragraph_lines(pages: list[str]) -> Iterator[TextLine]:
    """Yield a TextLine for each paragraph of a text whose lines are whole paragraphs."""
    for page, _, text in numbered_rows(pages):
        cells = tuple(cell.strip() for cell in text.split("\t")) if "\t" in text.strip() else ()
        yield TextLine(" ".join(text.split()), page, cells=cells)


def typed_lines(pages: list[str]) -> Iterator[TextLine]:
    """Yield a TextLine for each part of a line between wide gaps, placed as if typed."""
    for page, row, text in numbered_rows(pages):
        for match in TYPED_PART.finditer(text.expandtabs()):
            left, right = match.start() * CHARACTER_WIDTH, match.end() * CHARACTER_WIDTH
            top = row * LINE_HEIGHT
            words = " ".join(match[0].split())
            yield TextLine(words, page, left, right, top, top + LINE_HEIGHT, LINE_HEIGHT)
