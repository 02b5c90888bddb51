"""HTML: the blocks that a browser would show, with headings, list depth and table rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from corpus.errors import Refused
from corpus.formats.lines import Document, Line
from corpus.formats.rows import row
from corpus.formats.words import SUPERSCRIPT

HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
ERROR = re.compile(
    r"\b(?:not found|40[0-9]|50[0-9]|access denied|forbidden|unavailable|bad gateway|sign in|"
    r"log ?in|just a moment|error)\b",
    re.IGNORECASE,
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ul", "ol", "menu"}
CELLS = {"td", "th"}
BLOCKS = {
    *HEADINGS, *LISTS, *CELLS, "address", "article", "aside", "blockquote", "body", "br", "caption",
    "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "li", "main", "p", "pre", "section", "summary", "table", "tr",
}  # fmt: skip
HIDDEN = {
    "button", "canvas", "head", "iframe", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea",
}  # fmt: skip
REGIONS = {"main", "article", "footer"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


def is_html(data: bytes) -> bool:
    """Returns whether a file begins as HTML does."""
    return bool(HEAD.match(data[:4096]))


def lines(path: Path, data: bytes) -> Document:
    """Returns the blocks of an HTML file. Raises Refused where it is an error page."""
    reader = Reader()
    # huge_tree: no tree is built, so nothing grows with depth; libxml2 is to read on.
    parser = etree.HTMLParser(target=reader, huge_tree=True)
    parser.feed(decode(data).replace("\0", ""))
    parser.close()
    title = " ".join("".join(reader.title).split()) or None
    if title and ERROR.search(title):
        cause = f'is a web page that says "{title[:80]}"'
        raise Refused(str(path), cause, "fetch the report again")
    return Document(tuple(reader.best()), flowing=True, title=title)


def decode(data: bytes) -> str:
    """Returns the characters of an HTML file, by the encoding it names where that is known."""
    named = CHARSET.search(data[:4096])
    for encoding in (named[1].decode("ascii") if named else "utf-8", "utf-8"):
        try:
            return data.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", errors="replace")


class Reader:
    """Collects the lines of a page from lxml's events: text gathers until a block ends."""

    def __init__(self) -> None:
        self.lines: dict[str, list[Line]] = {region: [] for region in ("", *REGIONS)}
        self.regions = [""]  # the open ones; "" is the page
        self.title: list[str] = []
        self.in_title = False
        self.hidden: list[str] = []  # the open elements from the outermost hidden one on
        self.text: list[tuple[str, bool]] = []  # with whether it is bold
        self.bold = self.raised = 0  # how many such elements are open
        self.heading: int | None = None
        self.lists: list[tuple[str, int]] = []  # the open lists: tag, and number of the last item
        self.item: tuple[str, int | None] = ("", None)  # what the next line begins with; its depth
        self.rows: list[list[list[Line]]] = []  # the row of each open table, cells of lines each
        self.in_head = False  # in a table cell that heads others

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begins an element."""
        self.in_title = tag == "title" and not self.title  # pictures may have titles too
        if self.hidden or tag in HIDDEN or conceals(attributes):
            if tag not in VOID and (not self.hidden or tag == self.hidden[0]):
                self.hidden.append(tag)
            return
        if tag in BLOCKS:
            self.flush()
        if tag in REGIONS:
            self.regions.append(tag)
        elif tag in HEADINGS:
            self.heading = HEADINGS[tag]
        elif tag in LISTS:
            start = attributes.get("start", "1")
            self.lists.append((tag, int(start) - 1 if start.isdecimal() else 0))
        elif tag == "li":
            self.begin_item()
        elif tag == "table":
            self.rows.append([])
        elif tag == "tr":
            self.end_row()
        elif tag in CELLS and self.rows:
            self.rows[-1].append([])
            self.in_head = tag == "th"
        self.bold += tag in ("b", "strong")
        self.raised += tag == "sup"

    def end(self, tag: str) -> None:
        """Ends an element."""
        self.in_title = False
        if self.hidden:
            if tag == self.hidden[0]:
                self.hidden.pop()
            return
        if tag in BLOCKS:
            self.flush()
        if tag in self.regions:
            self.regions.remove(tag)
        elif tag in HEADINGS:
            self.heading = None
        elif tag in LISTS and self.lists:
            self.lists.pop()
        elif tag == "tr":
            self.end_row()
        elif tag == "table":
            self.end_table()
        self.bold = max(0, self.bold - (tag in ("b", "strong")))
        self.raised = max(0, self.raised - (tag == "sup"))

    def data(self, data: str) -> None:
        """Takes the text between two tags."""
        if self.in_title:
            self.title.append(data)
        elif not self.hidden:
            marks = self.raised and data.strip().isdecimal()
            shown = data.translate(SUPERSCRIPT) if marks else data
            self.text.append((shown, self.bold > 0 or self.in_head))

    def close(self) -> None:
        """Ends the page, and all that is still open."""
        self.flush()
        while self.rows:
            self.end_table()

    def begin_item(self) -> None:
        """Makes the next line begin as a list item does: numbered, or a bullet of some depth."""
        tag, number = self.lists.pop() if self.lists else ("ul", 0)
        self.lists.append((tag, number + 1))
        depth = len(self.lists) - (self.lists[0][0] == "ol")
        self.item = (f"{number + 1}. ", None) if depth == 0 else ("", depth)

    def flush(self) -> None:
        """Ends the line that gathers."""
        text = " ".join("".join(part for part, _ in self.text).split())
        if text:
            bold = all(bold for part, bold in self.text if part.strip())
            start, depth = self.item
            self.sink().append(Line(start + text, bold=bold, heading=self.heading, bullet=depth))
            self.item = ("", None)
        self.text = []

    def end_row(self) -> None:
        """Ends the row that is open in the innermost table."""
        self.in_head = False
        if self.rows:
            cells, self.rows[-1] = self.rows[-1], []
            self.outer().extend(row(cells))

    def end_table(self) -> None:
        """Ends the innermost table."""
        self.end_row()
        if self.rows:
            self.rows.pop()

    def outer(self) -> list[Line]:
        """Returns where the rows of the innermost table go: into a cell around it, or the page."""
        return self.rows[-2][-1] if len(self.rows) > 1 and self.rows[-2] else self.here()

    def sink(self) -> list[Line]:
        """Returns where lines go: into the open table cell, else into the page."""
        return self.rows[-1][-1] if self.rows and self.rows[-1] else self.here()

    def here(self) -> list[Line]:
        """Returns where lines go that stand in no table: the page's region that is open."""
        inside = [region for region in ("main", "article") if region in self.regions]
        return self.lines[(inside or self.regions[-1:])[0]]

    def best(self) -> list[Line]:
        """Returns the lines of the page's main part; of all but its footer where it names none."""
        return self.lines["main"] or self.lines["article"] or self.lines[""]


def conceals(attributes: Mapping[str, str]) -> bool:
    """Returns whether an element's attributes keep it from being shown."""
    style = attributes.get("style", "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
