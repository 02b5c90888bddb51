"""Markdown: headings, bold lines, lists and tables to lines, each of them a whole block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from corpus.formats.document import Document, TextLine
from corpus.formats.list_depth import IndentedLine, nest_bullets
from corpus.formats.superscripts import superscript

MARKDOWN_LINE = re.compile(r"^(?:#{1,6} +\S|\*\*\S.*\*\*[ \t]*$|\|.+\|[ \t]*$)", re.MULTILINE)
UNDERLINE = re.compile(r" {0,3}(?:(={3,})|-{3,})[ \t]*$")  # of a heading: === of the first level
FRONT_MATTER_ROW = re.compile(r"[\w-]+:(?:\s|$)|\s|-\s|#|$")  # a setting, or what continues one
MAX_FRONT_MATTER_ROWS = 100
ATX_HEADING = re.compile(r"(#{1,6})\s+")
BULLET_ITEM = re.compile(r"(\s*)[-*+]\s+(.*)")
RULE = re.compile(r"[\s|:*_=-]*$")  # a break, an underline, or the rule under a table's head
ALL_BOLD = re.compile(r"\*\*.*\*\*$|__.*__$|<(b|strong)>.*</\1>$")
BLOCK_START = re.compile(r"\s*(?:[-*+•▪◼]\s|\(?\d+[.)]\s|#|\||\*\*|>)")
# No span runs past another opening sign, so that a line of a million of them takes no time.
RAISED = re.compile(r"<sup>([^<>]{1,40})</sup>|\[\^([^\]\[]{1,40})\](?!:)", re.IGNORECASE)
MARKUP = (
    (re.compile(r"~~(?=\S)[^~]{1,2000}~~|<(del|s|strike)>[^<>]{0,2000}</\1>", re.IGNORECASE), ""),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"!\[[^][]*]\([^()]*\)"), ""),
    (re.compile(r"\[([^][]*)]\([^()]*\)"), r"\1"),
    (re.compile(r"\*\*|(?<!\w)__|__(?!\w)"), ""),
    (re.compile(r"(?<![\w*\\])\*(?=\S)([^*]{1,2000})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*\\])_(?=\S)([^_]{1,2000})(?<=\S)_(?![\w*])"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)
TAB_COLUMNS = 4
MAX_WRAPPED_CHARACTERS = 160  # wrapped lines are shorter, whole paragraphs longer


def is_markdown(text: str) -> bool:
    """Return whether a text has a line that only Markdown has: a heading, a bold line, a row."""
    rows = text.split("\n")
    has_underlined = "\f" not in text and any(
        is_underlined(rows, index) for index in range(len(rows))
    )
    return has_underlined or MARKDOWN_LINE.search(text) is not None


def read_markdown(text: str) -> Document:
    """Return the blocks of a Markdown text as a flowing Document."""
    text = mark_headings(without_comments(without_front_matter(text)))
    indented = (line for block in split_blocks(text) for line in block_lines(block))
    return Document(tuple(line for line in nest_bullets(indented) if line.text), flowing=True)


def is_wrapped(text: str) -> bool:
    """Return whether a text's paragraphs are cut into lines of one width."""
    return max(map(len, text.splitlines()), default=0) <= MAX_WRAPPED_CHARACTERS


def without_front_matter(text: str) -> str:
    """Return a text without the settings that some programs keep between two rules at its top."""
    rows = text.split("\n", MAX_FRONT_MATTER_ROWS)
    if rows[0].rstrip() != "---":
        return text
    for index, row in enumerate(rows[1:-1], 1):
        if row.rstrip() == "---":
            return "\n".join(rows[index + 1 :])
        if not FRONT_MATTER_ROW.match(row):
            break
    return text


def without_comments(text: str) -> str:
    """Return a text without HTML comments."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (stop := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = stop + len("-->")
    return "".join([*parts, text[at:]])


def is_underlined(rows: list[str], index: int) -> bool:
    """Return whether a row is a heading of one row that the next one underlines."""
    row = rows[index]
    return (
        index + 1 < len(rows)
        and UNDERLINE.match(rows[index + 1]) is not None
        and not (index and rows[index - 1].strip())
        and bool(row.strip())
        and not (BLOCK_START.match(row) or RULE.match(row))
    )


def mark_headings(text: str) -> str:
    """Return a text in which underlined headings are marked with # as the others are."""
    rows = text.split("\n")
    for index, row in enumerate(rows[:-1]):
        if is_underlined(rows, index):
            level = 1 if rows[index + 1].strip()[0] == "=" else 2
            rows[index], rows[index + 1] = f"{'#' * level} {row.strip()}", ""
    return "\n".join(rows)


def split_blocks(text: str) -> Iterator[str]:
    """Yield the text of each block: a line, or lines wrapped to one width joined again."""
    joins = is_wrapped(text)
    block, last = "", ""
    for row in text.splitlines():
        is_open = last.strip() and not ends_block(last)
        if joins and is_open and not (RULE.match(row) or BLOCK_START.match(row)):
            block += " " + row.strip()
        else:
            yield block
            block = row
        last = row
    yield block


def ends_block(row: str) -> bool:
    """Return whether nothing continues a row: a heading, rule, bold line or table row."""
    return (
        row.endswith("  ")
        or "\t" in row
        or bool(ATX_HEADING.match(row) or RULE.match(row) or ALL_BOLD.match(row.strip()))
    )


def block_lines(block: str) -> Iterator[IndentedLine]:
    """Yield the lines of a block: none for a rule, two for bold texts run together.

    The indent of a bullet is in characters.
    """
    if RULE.match(block):
        return
    if heading := ATX_HEADING.match(block):
        for part in block[heading.end() :].rstrip().rstrip("#").split("****"):
            yield TextLine(strip_markup(part), heading_level=len(heading[1])), None
    elif bullet := BULLET_ITEM.match(block):
        yield TextLine(strip_markup(bullet[2])), len(bullet[1].expandtabs(TAB_COLUMNS))
    elif cells := split_cells(block):
        texts = tuple(map(strip_markup, cells))
        bold = all(ALL_BOLD.match(cell) for cell in cells if cell)
        yield TextLine(" ".join(filter(None, texts)), bold=bold, cells=texts), None
    else:
        bold = bool(ALL_BOLD.match(block.strip()))
        for part in block.strip().split("****"):
            yield TextLine(strip_markup(part), bold=bold), None


def split_cells(row: str) -> tuple[str, ...]:
    """Return the cells of a table row, split at tabs or bars; () where it is not a table row."""
    if row.startswith("|") and row.rstrip().endswith("|"):
        return tuple(cell.strip() for cell in row.strip()[1:-1].split("|"))
    return tuple(cell.strip() for cell in row.split("\t")) if "\t" in row.strip() else ()


def strip_markup(text: str) -> str:
    """Return a text without Markdown's inline marks, spaces made single."""
    text = RAISED.sub(raised_mark, text)
    for pattern, replacement in MARKUP:
        text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())


def raised_mark(match: re.Match[str]) -> str:
    """Return what a superscript shows: a footnote mark as superscripts."""
    return superscript(match[1] or match[2])
