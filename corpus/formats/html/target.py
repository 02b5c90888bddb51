"""The lines of a page: text gathers until a block ends, and goes where its block stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain

from corpus.formats.characters import C1_TO_WINDOWS
from corpus.formats.document import TextLine
from corpus.formats.html.lists import LIST_TAGS, OpenLists
from corpus.formats.html.visibility import OpenElements, is_hidden, is_raised, is_struck
from corpus.formats.superscripts import superscript
from corpus.formats.table_rows import join_cells

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
CELL_TAGS = {"td", "th"}
BLOCK_TAGS = {
    *HEADING_LEVELS, *LIST_TAGS, *CELL_TAGS, "address", "article", "aside", "blockquote", "body",
    "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "li", "main",
    "option", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
}  # fmt: skip
BOLD_TAGS = {"b", "strong"}
REGION_TAGS = {"main", "article", "footer"}

DELETED_SPACE = "\0"  # where a deletion took a space with it; no other text has this character
SPACE_TO_RESTORE = re.compile(rf"(?<=\w){DELETED_SPACE}+(?=\w)")


class HtmlTarget:
    """A parser target for lxml that collects a page's lines."""

    def __init__(self, item_counts: list[int]) -> None:
        """Take how many items each `ol` has; may be empty where no list counts down."""
        self.lines: dict[str, list[TextLine]] = {region: [] for region in ("", *REGION_TAGS)}
        self.regions = [""]  # the open ones; "" is the page
        self.open_regions: Counter[str] = Counter()
        self.title: list[str] = []
        self.in_title = False
        self.hidden, self.struck, self.raised = OpenElements(), OpenElements(), OpenElements()
        self.text: list[tuple[str, bool]] = []  # of the open line, with whether it is bold
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
        self.hidden.start(tag, is_hidden(tag, attributes))
        self.struck.start(tag, is_struck(tag, attributes))
        if self.hidden:
            if tag == "ol":
                self.lists.pass_over()
            return
        self.raised.start(tag, is_raised(tag, attributes))
        if tag in BLOCK_TAGS:
            self.end_line()
        if tag in REGION_TAGS:
            self.regions.append(tag)
            self.open_regions[tag] += 1
        elif tag in HEADING_LEVELS:
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
        self.bold_depth += tag in BOLD_TAGS

    def end(self, tag: str) -> None:
        """End an element."""
        self.in_title = False
        self.struck.end(tag)
        if self.hidden:
            self.hidden.end(tag)
            return
        self.raised.end(tag)
        if tag in BLOCK_TAGS:
            self.end_line()
        if tag in REGION_TAGS:
            self.end_region(tag)
        elif tag in HEADING_LEVELS:
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
            return
        elif self.struck:
            if data != data.strip():
                self.text.append((DELETED_SPACE, False))
        else:
            text = superscript(data) if self.raised else data
            self.text.append((text, self.bold_depth > 0 or self.in_header_cell))

    def close(self) -> None:
        """End the page, and all that is still open."""
        self.end_line()
        while self.rows:
            self.end_table()

    def end_region(self, tag: str) -> None:
        """End the innermost region of that tag, and what is open in it."""
        while self.open_regions[tag]:
            ended = self.regions.pop()
            self.open_regions[ended] -= 1
            if ended == tag:
                return

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
        text_region = next((tag for tag in ("main", "article") if self.open_regions[tag]), None)
        return self.lines[text_region or self.regions[-1]]

    def main_lines(self) -> list[TextLine]:
        """Return the lines of the page's main part; of all but its footer where it names none."""
        return self.lines["main"] or self.lines["article"] or self.lines[""]
