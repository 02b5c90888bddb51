"""Print a source text as a PDF, in the type and with the running lines that its first lines name.

A source begins with settings (`font: Times`), one a line, up to a line of dashes. Then each line is
one block: a heading (`#` to `####`; `>> Good` stands at the right of it), a bullet (`- `), an item
behind its number (`1. `, `1.1 `), a row (`| a | b |`; the rows of a table follow one another), small
print (`~ `), a new page (`===`), or else a paragraph.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos

SIZES = (22.0, 15.0, 12.5)
"""Sizes of headings in points; those of the fourth level are in the body's size, and bold."""

SETTINGS = {
    "font": "Helvetica",
    "size": "11",
    "bullet": "•",
    "lines": "yes",  # around the cells of tables
    "widths": "2 1",  # of a table's columns
    "header": "",
    "footer": "",
    "pages": "Page {page}",
}
NUMBERED = re.compile(r"(\d{1,2}\.|\d{1,2}(?:\.\d{1,2})+\.?|R\d) (.*)")


class Sheet(FPDF):
    """A document with the running lines that its settings name."""

    def __init__(self, settings: dict[str, str]) -> None:
        super().__init__(unit="pt", format="A4")
        self.settings, self.size = settings, float(settings["size"])
        self.core_fonts_encoding = "cp1252"
        self.set_margin(60)
        self.set_auto_page_break(True, 70)
        self.add_page()

    def use(self, style: str = "", size: float = 0) -> None:
        """Set type of a style, in the body's size unless another is given."""
        self.set_font(self.settings["font"], style, size or self.size)

    def header(self) -> None:
        """Print the running head, from the second page on."""
        if self.page_no() > 1 and self.settings["header"]:
            self.use(size=8)
            self.text(60, 36, self.settings["header"])

    def footer(self) -> None:
        """Print the running foot and the page's number."""
        self.use(size=8)
        self.text(60, 812, self.settings["footer"])
        self.text(480, 812, self.settings["pages"].format(page=self.page_no()))


def print_source(source: str) -> bytes:
    """Return the PDF of a source."""
    head, _, body = source.partition("\n---\n")
    own = dict(line.split(": ", 1) for line in head.splitlines() if line)
    sheet = Sheet({**SETTINGS, **own})
    for kind, lines in groupby(filter(None, body.splitlines()), key=kind_of):
        for block in [list(lines)] if kind == "row" else ([line] for line in lines):
            PRINTERS[kind](sheet, block)
    return bytes(sheet.output())


def kind_of(line: str) -> str:
    """Return the kind of block that a line of a source is."""
    for kind, begin in (
        ("page", "==="),
        ("heading", "#"),
        ("bullet", "- "),
        ("row", "| "),
        ("small", "~ "),
    ):
        if line.startswith(begin):
            return kind
    return "numbered" if NUMBERED.fullmatch(line) else "text"


def print_heading(sheet: Sheet, block: list[str]) -> None:
    """Print a heading, its grade at the right of its line, not at the foot of a page."""
    marks, _, text = block[0].partition(" ")
    text, _, grade = text.partition(" >> ")
    size = (*SIZES, sheet.size)[len(marks) - 1]
    if sheet.will_page_break(90):
        sheet.add_page()
    sheet.ln(size * 0.4)
    sheet.use("B", size)
    if grade:
        sheet.cell(330, size * 1.25, text)
        sheet.use("", size)
        sheet.cell(0, size * 1.25, grade, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    else:
        sheet.multi_cell(0, size * 1.25, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.ln(size * 0.4)


def print_text(sheet: Sheet, block: list[str], marker: str = "", size: float = 0) -> None:
    """Print a paragraph, indented behind its bullet or number where it has one."""
    indent = 28 if marker else 0
    leading = (size or sheet.size) * 1.2
    sheet.use(size=size)
    if marker:
        sheet.set_x(66)
        sheet.cell(22, leading, marker)
    sheet.set_x(60 + indent)
    sheet.multi_cell(
        475 - indent, leading, block[0], align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
    )
    sheet.ln(leading * 0.5)


def print_bullet(sheet: Sheet, block: list[str]) -> None:
    """Print an item of a list."""
    print_text(sheet, [block[0][2:]], sheet.settings["bullet"])


def print_numbered(sheet: Sheet, block: list[str]) -> None:
    """Print an item behind its number."""
    number, text = re.split(" ", block[0], maxsplit=1)
    print_text(sheet, [text], number)


def print_table(sheet: Sheet, block: list[str]) -> None:
    """Print a table, with lines around its cells or without."""
    layout = TableBordersLayout.ALL if sheet.settings["lines"] == "yes" else TableBordersLayout.NONE
    rows = [list(cells_of(line)) for line in block]
    widths = [float(width) for width in sheet.settings["widths"].split()]
    widths = widths if len(widths) == len(rows[0]) else [1.0] * len(rows[0])
    sheet.use()
    with sheet.table(
        rows, borders_layout=layout, col_widths=widths, first_row_as_headings=False,
        line_height=sheet.size * 1.3, text_align="L", padding=3,
    ):  # fmt: skip
        pass
    sheet.ln(sheet.size)


def cells_of(line: str) -> Iterator[str]:
    """Yield the cells of a row."""
    yield from (cell.strip() for cell in line.strip("| ").split("|"))


PRINTERS = {
    "page": lambda sheet, _: sheet.add_page(),
    "heading": print_heading,
    "bullet": print_bullet,
    "numbered": print_numbered,
    "row": print_table,
    "small": lambda sheet, block: print_text(sheet, [block[0][2:]], size=sheet.size - 2.5),
    "text": print_text,
}
