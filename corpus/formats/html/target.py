"""The lines of a page: text gathers until a block ends, and goes where its block stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from corpus.formats.characters import C1_TO_WINDOWS
from corpus.formats.document import TextLine
from corpus.formats.html.elements import ElementStack
from corpus.formats.html.lists import LIST_TAGS, OpenLists
from corpus.formats.html.parts import PageParts, part_of_line
from corpus.formats.html.unread import UnreadText
from corpus.formats.html.visibility import OpenElements, is_hidden, is_raised, is_struck
from corpus.formats.superscripts import superscript
from corpus.formats.table_rows import join_cells

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
CELL_TAGS = {"td", "th"}
BLOCK_TAGS = {
    *HEADING_LEVELS, *LIST_TAGS, *CELL_TAGS, "address", "article", "aside", "blockquote", "body",
    "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "li", "main",
    "option", "p", "pre", "search", "section", "summary", "table", "tbody", "textarea", "tfoot",
    "thead", "tr",
}  # fmt: skip
BOLD_TAGS = {"b", "strong"}
SHOWN_INPUTS = {"", "text"}  # the types of fields whose value is text on the page

DELETED_SPACE = "\0"  # where a deletion took a space with it; no other text has this character
SPACE_TO_RESTORE = re.compile(rf"(?<=\w){DELETED_SPACE}+(?=\w)")


class HtmlTarget:
    """A parser target for lxml that collects a page's lines."""

    def __init__(self, item_counts: list[int]) -> None:
        """Take how many items each `ol` has; may be empty where no list counts down."""
        self.parts = PageParts()
        self.elements = ElementStack()
        self.unread = UnreadText()
        self.title: list[str] = []
        self.in_title = False
        self.hidden, self.struck, self.raised = OpenElements(), OpenElements(), OpenElements()
        self.text: list[tuple[str, bool]] = []  # of the open line, with whether it is bold
        self.is_link = True  # whether all of the open line is in links
        self.bold_depth = 0  # how many bold elements are open
        self.heading_level: int | None = None
        self.lists = OpenLists(item_counts)
        self.prefix = ""  # of the next line: the number of its list item
        self.bullet_depth: int | None = None  # of the next line
        self.rows: list[list[list[TextLine]]] = []  # for each open table its row: lines by cell
        self.in_header_cell = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self.in_title = tag == "title" and not self.title  # pictures may have titles too
        self.start_hidden(tag, attributes)
        self.struck.start(tag, is_struck(tag, attributes))
        if self.hidden:
            if tag == "ol":
                self.lists.pass_over()
            return
        self.raised.start(tag, is_raised(tag, attributes))
        if tag in BLOCK_TAGS:
            self.end_line()
        self.elements.start(tag, attributes)
        if tag in HEADING_LEVELS:
            self.heading_level = HEADING_LEVELS[tag]
        elif tag in LIST_TAGS:
            self.lists.start(tag, attributes)
        elif tag == "li":
            self.prefix, self.bullet_depth = self.lists.begin_item(attributes)
        elif tag == "table":
            self.rows.append([])
        elif tag == "tr":
            self.end_row()
        elif tag in CELL_TAGS and self.rows:
            self.rows[-1].append([])
            self.in_header_cell = tag == "th"
        elif tag == "input" and attributes.get("type", "").lower() in SHOWN_INPUTS:
            self.data(f" {attributes.get('value', '')} ")
        self.bold_depth += tag in BOLD_TAGS

    def start_hidden(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note whether an element is hidden, or within one that is. Buttons may hold a heading."""
        was_hidden = bool(self.hidden)
        is_in_heading = tag == "button" and self.heading_level is not None
        self.hidden.start(tag, is_hidden(tag, attributes) and not is_in_heading)
        if self.hidden:
            if not was_hidden:
                self.unread.open(tag, attributes)
            self.unread.start(tag)

    def end(self, tag: str) -> None:
        """End an element."""
        self.in_title = False
        self.struck.end(tag)
        if self.hidden:
            self.hidden.end(tag)
            self.unread.end(tag)
            if not self.hidden:
                self.unread.close()
            return
        self.raised.end(tag)
        if tag in BLOCK_TAGS:
            self.end_line()
        self.elements.end(tag)
        if tag in HEADING_LEVELS:
            self.heading_level = None
        elif tag in LIST_TAGS:
            self.lists.end()
        elif tag == "tr":
            self.end_row()
        elif tag == "table":
            self.end_table()
        self.bold_depth = max(0, self.bold_depth - (tag in BOLD_TAGS))

    def data(self, data: str) -> None:
        """Take the text between two tags."""
        data = data.translate(C1_TO_WINDOWS)  # what such references mean, `&#146;` the apostrophe
        if self.in_title:
            self.title.append(data)
        elif self.hidden:
            self.unread.data(data)
        elif self.struck or self.elements.innermost.is_unseen:
            if data != data.strip():
                self.text.append((DELETED_SPACE, False))
            if not self.struck:
                self.unread.white.append(data)
        else:
            self.is_link &= self.elements.innermost.is_link or not data.strip()
            text = superscript(data) if self.raised else data
            self.text.append((text, self.bold_depth > 0 or self.in_header_cell))

    def close(self) -> None:
        """End the page, and all that is still open."""
        self.end_line()
        while self.rows:
            self.end_table()
        if self.hidden:
            self.unread.close()

    def end_line(self) -> None:
        """End the open line."""
        text = SPACE_TO_RESTORE.sub(" ", "".join(part for part, _ in self.text))
        text = " ".join(text.replace(DELETED_SPACE, "").split())
        if text:
            line = TextLine(
                self.prefix + text,
                bold=all(bold for part, bold in self.text if part.strip(f" \n{DELETED_SPACE}")),
                heading_level=self.heading_level,
                bullet_depth=self.bullet_depth,
            )
            self.open_lines().append(line)
            self.prefix, self.bullet_depth = "", None
        self.text, self.is_link = [], True
        self.unread.end_line()

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
        """Return where rows of the innermost table go: into the cell around it, or a part."""
        in_cell = len(self.rows) > 1 and self.rows[-2]
        return self.rows[-2][-1] if in_cell else self.part_lines(False)

    def open_lines(self) -> list[TextLine]:
        """Return where the next line goes: into the open table cell, or a part."""
        in_cell = self.rows and self.rows[-1]
        return self.rows[-1][-1] if in_cell else self.part_lines(self.is_link)

    def part_lines(self, is_link: bool) -> list[TextLine]:
        """Return the lines of the part of the page that is open, or of links around the text."""
        return self.parts.lines_of(part_of_line(self.elements.innermost.part, is_link))
