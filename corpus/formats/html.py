"""HTML: the blocks that a browser would show, with headings, list depth and table rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from lxml import etree

from corpus.errors import Refused
from corpus.formats.document import Document, TextLine
from corpus.formats.superscripts import superscript
from corpus.formats.table_rows import join_cells

HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)
META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
SNIFFED_BYTES = 4096
ERROR_TITLE = re.compile(
    r"\b(?:not found|40[0-9]|50[0-9]|access denied|forbidden|unavailable|bad gateway|sign in|"
    r"log ?in|just a moment|error)\b",
    re.IGNORECASE,
)
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
LIST_TAGS = {"ul", "ol", "menu"}
CELL_TAGS = {"td", "th"}
BLOCK_TAGS = {
    *HEADING_LEVELS, *LIST_TAGS, *CELL_TAGS, "address", "article", "aside", "blockquote", "body",
    "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "hr", "li", "main", "p", "pre", "section", "summary", "table", "tr",
}  # fmt: skip
HIDDEN_TAGS = {
    "button", "canvas", "head", "iframe", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea",
}  # fmt: skip
BOLD_TAGS = {"b", "strong"}
REGION_TAGS = {"main", "article", "footer"}
VOID_TAGS = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


def is_html(data: bytes) -> bool:
    """Return whether a file begins as HTML does."""
    return bool(HTML_START.match(data[:SNIFFED_BYTES]))


def read_html(path: Path, data: bytes) -> Document:
    """Return the blocks of an HTML file. Raise Refused where it is an error page."""
    target = HtmlTarget()
    # huge_tree lifts libxml2's limit on depth: no tree is built, so deep nesting costs nothing.
    parser = etree.HTMLParser(target=target, huge_tree=True)
    parser.feed(decode_html(data).replace("\0", ""))
    parser.close()
    title = " ".join("".join(target.title).split()) or None
    if title and ERROR_TITLE.search(title):
        cause = f'is a web page that says "{title[:80]}"'
        raise Refused(str(path), cause, "fetch the report again")
    return Document(tuple(target.main_lines()), flowing=True, title=title)


def decode_html(data: bytes) -> str:
    """Return the characters of an HTML file, by the encoding it names where that is known."""
    charset = META_CHARSET.search(data[:SNIFFED_BYTES])
    for encoding in (charset[1].decode("ascii") if charset else "utf-8", "utf-8"):
        try:
            return data.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", errors="replace")


class HtmlTarget:
    """A parser target for lxml that collects a page's lines: text gathers until a block ends."""

    def __init__(self) -> None:
        self.lines: dict[str, list[TextLine]] = {region: [] for region in ("", *REGION_TAGS)}
        self.regions = [""]  # the open ones; "" is the page
        self.title: list[str] = []
        self.in_title = False
        self.hidden: list[str] = []  # the open elements from the outermost hidden one on
        self.text: list[tuple[str, bool]] = []  # of the open line, with whether it is bold
        self.bold_depth = self.superscript_depth = 0  # how many such elements are open
        self.heading_level: int | None = None
        self.lists: list[tuple[str, int]] = []  # the open lists: tag, and number of the last item
        self.prefix = ""  # of the next line: the number of its list item
        self.bullet_depth: int | None = None  # of the next line
        self.rows: list[list[list[TextLine]]] = []  # for each open table its row: lines by cell
        self.in_header_cell = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self.in_title = tag == "title" and not self.title  # pictures may have titles too
        if self.hidden or tag in HIDDEN_TAGS or is_hidden(attributes):
            if tag not in VOID_TAGS and (not self.hidden or tag == self.hidden[0]):
                self.hidden.append(tag)
            return
        if tag in BLOCK_TAGS:
            self.end_line()
        if tag in REGION_TAGS:
            self.regions.append(tag)
        elif tag in HEADING_LEVELS:
            self.heading_level = HEADING_LEVELS[tag]
        elif tag in LIST_TAGS:
            start = attributes.get("start", "1")
            self.lists.append((tag, int(start) - 1 if start.isdecimal() else 0))
        elif tag == "li":
            self.begin_item()
        elif tag == "table":
            self.rows.append([])
        elif tag == "tr":
            self.end_row()
        elif tag in CELL_TAGS and self.rows:
            self.rows[-1].append([])
            self.in_header_cell = tag == "th"
        self.bold_depth += tag in BOLD_TAGS
        self.superscript_depth += tag == "sup"

    def end(self, tag: str) -> None:
        """End an element."""
        self.in_title = False
        if self.hidden:
            if tag == self.hidden[0]:
                self.hidden.pop()
            return
        if tag in BLOCK_TAGS:
            self.end_line()
        if tag in self.regions:
            self.regions.remove(tag)
        elif tag in HEADING_LEVELS:
            self.heading_level = None
        elif tag in LIST_TAGS and self.lists:
            self.lists.pop()
        elif tag == "tr":
            self.end_row()
        elif tag == "table":
            self.end_table()
        self.bold_depth = max(0, self.bold_depth - (tag in BOLD_TAGS))
        self.superscript_depth = max(0, self.superscript_depth - (tag == "sup"))

    def data(self, data: str) -> None:
        """Take the text between two tags."""
        if self.in_title:
            self.title.append(data)
        elif not self.hidden:
            text = superscript(data) if self.superscript_depth else data
            self.text.append((text, self.bold_depth > 0 or self.in_header_cell))

    def close(self) -> None:
        """End the page, and all that is still open."""
        self.end_line()
        while self.rows:
            self.end_table()

    def begin_item(self) -> None:
        """Make the next line begin as a list item does: numbered, or a bullet of some depth."""
        tag, number = self.lists.pop() if self.lists else ("ul", 0)
        self.lists.append((tag, number + 1))
        depth = len(self.lists) - (self.lists[0][0] == "ol")
        is_numbered = depth == 0
        self.prefix = f"{number + 1}. " if is_numbered else ""
        self.bullet_depth = None if is_numbered else depth

    def end_line(self) -> None:
        """End the open line."""
        text = " ".join("".join(part for part, _ in self.text).split())
        if text:
            line = TextLine(
                self.prefix + text,
                bold=all(bold for part, bold in self.text if part.strip()),
                heading_level=self.heading_level,
                bullet_depth=self.bullet_depth,
            )
            self.open_lines().append(line)
            self.prefix, self.bullet_depth = "", None
        self.text = []

    def end_row(self) -> None:
        """End the row that is open in the innermost table."""
        self.in_header_cell = False
        if self.rows:
            cells, self.rows[-1] = self.rows[-1], []
            row = join_cells(cells)
            self.lines_around_table().extend(chain.from_iterable(cells) if row is None else [row])

    def end_table(self) -> None:
        """End the innermost table."""
        self.end_row()
        if self.rows:
            self.rows.pop()

    def lines_around_table(self) -> list[TextLine]:
        """Return where rows of the innermost table go: into the cell around it, or a region."""
        in_cell = len(self.rows) > 1 and self.rows[-2]
        return self.rows[-2][-1] if in_cell else self.region_lines()

    def open_lines(self) -> list[TextLine]:
        """Return where the next line goes: into the open table cell, or a region."""
        in_cell = self.rows and self.rows[-1]
        return self.rows[-1][-1] if in_cell else self.region_lines()

    def region_lines(self) -> list[TextLine]:
        """Return the lines of the open region: main or article, else the innermost one."""
        text_regions = [region for region in ("main", "article") if region in self.regions]
        return self.lines[(text_regions or self.regions[-1:])[0]]

    def main_lines(self) -> list[TextLine]:
        """Return the lines of the page's main part; of all but its footer where it names none."""
        return self.lines["main"] or self.lines["article"] or self.lines[""]


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Return whether an element's attributes keep it from being shown."""
    style = attributes.get("style", "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
