"""Markdown: headings, bold lines, lists and tables to lines, each a whole block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from corpus.formats.lines import Document, Line
from corpus.formats.lists import nested

SIGN = re.compile(r"^(?:#{1,6} +\S|\*\*\S.*\*\*[ \t]*$|\|.+\|[ \t]*$)", re.MULTILINE)
HEADING = re.compile(r"(#{1,6})\s+")
BULLET = re.compile(r"(\s*)[-*+]\s+(.*)")
RULE = re.compile(r"[\s|:*_=-]*$")  # a break, an underline, or the rule under a table's head
BOLD = re.compile(r"\*\*.*\*\*$|__.*__$|<(b|strong)>.*</\1>$")
STARTS = re.compile(r"\s*(?:[-*+•▪◼]\s|\(?\d+[.)]\s|#|\||\*\*|>)")
# No span runs past another opening sign, so that a line of a million of them takes no time.
MARKUP = (
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"!\[[^][]*]\([^()]*\)"), ""),
    (re.compile(r"\[([^][]*)]\([^()]*\)"), r"\1"),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), ""),
    (re.compile(r"(?<![\w*\\])([*_])(?=\S)(.{1,2000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)
LONGEST_WRAPPED = 160  # characters: wrapped lines are shorter, whole paragraphs longer


def lines(text: str) -> Document:
    """Returns the blocks of a Markdown text as a flowing Document."""
    found = list(nested(block for row in blocks(text) for block in block_lines(row)))
    return Document(tuple(line for line in found if line.text), flowing=True)


def wrapped(text: str) -> bool:
    """Returns whether a text's paragraphs are cut into lines of one width."""
    return max(map(len, text.splitlines()), default=0) <= LONGEST_WRAPPED


def blocks(text: str) -> Iterator[str]:
    """Yields the text of each block: a line, or lines wrapped to one width joined again."""
    joins = wrapped(text)
    held, last = "", ""
    for row in text.splitlines():
        if joins and last.strip() and row.strip() and not STARTS.match(row) and not ends(last):
            held += " " + row.strip()
        else:
            yield held
            held = row
        last = row
    yield held


def ends(row: str) -> bool:
    """Returns whether nothing goes on after a row: a heading, rule, bold line or table row."""
    return (
        row.endswith("  ")
        or "\t" in row
        or bool(HEADING.match(row) or RULE.match(row) or BOLD.match(row.strip()))
    )


def block_lines(row: str) -> Iterator[Line]:
    """Yields the Lines of a block: none for a rule, two for bold texts run together."""
    if RULE.match(row):
        return
    if heading := HEADING.match(row):
        for part in row[heading.end() :].rstrip().rstrip("#").split("****"):
            yield Line(plain(part), heading=len(heading[1]))
    elif bullet := BULLET.match(row):
        # Spaces before the sign, for now: `nested` makes a depth of it.
        yield Line(plain(bullet[2]), bullet=len(bullet[1].expandtabs(4)))
    elif cells := columns(row):
        texts = tuple(map(plain, cells))
        bold = all(BOLD.match(cell) for cell in cells if cell)
        yield Line(" ".join(filter(None, texts)), bold=bold, cells=texts)
    else:
        for part in row.strip().split("****"):
            bold = bool(BOLD.match(row.strip()))
            yield Line(plain(part), bold=bold)


def columns(row: str) -> tuple[str, ...]:
    """Returns the cells of a table row, divided by tabs or bars; () where it is none."""
    if row.startswith("|") and row.rstrip().endswith("|"):
        return tuple(cell.strip() for cell in row.strip()[1:-1].split("|"))
    return tuple(cell.strip() for cell in row.split("\t")) if "\t" in row.strip() else ()


def plain(text: str) -> str:
    """Returns a text without Markdown's inline marks, spaces made single."""
    for pattern, instead in MARKUP:
        text = pattern.sub(instead, text)
    return " ".join(html.unescape(text).split())
