"""Render a sample as PDF, laid out as printed reports are, with running lines and footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timezone

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from tests.tools.samples.blocks import SampleBlock, SampleSource

MARGIN, INDENT, LINE, NOTE = 25.0, 10.0, 5.4, 4.0  # millimetres
HEADING_SIZE = {1: 20, 2: 14, 3: 12, 4: 11}
HEADING_SPACE = {1: 50.0, 2: 45.0, 3: 35.0, 4: 20.0}  # kept together with what follows
BLOCK_SPACE = {"numbered": 2 * LINE, "bullet": 2 * LINE, "boxed": 60.0}
BULLETS = {"square": ("ZapfDingbats", "n", 7), "round": ("Helvetica", "•", 11)}


class Sheet(FPDF):
    """A document with the running lines of its source, and notes at the foot of a page."""

    def __init__(self, source: SampleSource) -> None:
        super().__init__()
        self.source, self.notes = source, list[SampleBlock]()
        self.contents_entries: list[tuple[str, int]] = []
        self.core_fonts_encoding = "cp1252"
        self.set_margins(MARGIN, MARGIN)
        self.set_title(source.facts["title"])
        self.set_producer("evidence-search samples")
        day = datetime.fromisoformat(source.facts["made"])
        self.set_creation_date(day.replace(tzinfo=timezone.utc))
        self.reserve_notes()

    def reserve_notes(self) -> None:
        """Reserve room at the foot for the running lines, and for the notes of this page."""
        lines = sum(len(note.text) // 110 + 1 for note in self.notes)
        self.set_auto_page_break(True, MARGIN + lines * NOTE)

    def header(self) -> None:
        """Print the running header, from the second page on."""
        if self.page_no() > 1 and "header" in self.source.facts:
            self.set_font("Helvetica", "I", 9)
            self.set_y(MARGIN / 2)
            self.cell(0, 5, self.source.facts["header"], align="R")
            self.set_y(MARGIN)

    def footer(self) -> None:
        """Print the notes of the page, the running footer's lines and the page number."""
        self.set_y(-self.b_margin + 3)
        for note in self.notes:
            print_raised(self, str(note.number), 8, NOTE)
            self.set_font("Helvetica", size=8)
            self.write(NOTE, f" {note.text}\n")
        self.notes.clear()
        self.reserve_notes()
        self.print_running_lines()

    def print_running_lines(self) -> None:
        """Print the footer's lines at the left, the page number at the right of the last."""
        lines = self.source.facts.get("footer", "").split(" / ")
        self.set_font("Helvetica", size=8)
        self.set_y(-8 - 4 * len(lines))
        for line in lines[:-1]:
            self.cell(0, 4, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.cell(120, 4, lines[-1])
        self.set_font("Helvetica", "B", 11)
        self.cell(0, 4, str(self.page_no()), align="R")


def render(source: SampleSource) -> bytes:
    """Return the sample as PDF, the same bytes each time with the same fpdf2.

    It is laid out twice: the contents page takes its page numbers from the first time.
    """
    first = lay_out(source, ())
    return bytes(lay_out(source, tuple(first.contents_entries)).output())


def lay_out(source: SampleSource, entries: tuple[tuple[str, int], ...]) -> Sheet:
    """Return the sheet of a source; `entries` are the headings and pages of its contents."""
    sheet = Sheet(source)
    sheet.add_page()
    notes = {block.number: block for block in source.blocks if block.kind == "note"}
    above = ""
    for block in source.blocks:
        break_page_if_needed(sheet, block, above)
        sheet.notes += [notes[int(run.text)] for run in block.runs if run.look == "mark"]
        sheet.reserve_notes()
        if block.kind == "contents":
            sheet.contents_entries.clear()
            print_contents(sheet, entries)
        elif block.kind != "note":
            PRINTERS[block.kind](sheet, block)
        above = block.kind
    return sheet


def break_page_if_needed(sheet: Sheet, block: SampleBlock, above: str) -> None:
    """Begin a new page where a heading or a bullet would stand alone at the foot of this one.

    Leave a gap under a table or an address.
    """
    if above in ("row", "address") and above != block.kind:
        sheet.ln(5)
    space = (
        HEADING_SPACE[block.level] if block.kind == "heading" else BLOCK_SPACE.get(block.kind, 0.0)
    )
    if space and sheet.will_page_break(space):
        sheet.add_page()


def print_contents(sheet: Sheet, entries: tuple[tuple[str, int], ...]) -> None:
    """Print a line per heading, with its page number at the right margin."""
    sheet.set_font("Helvetica", size=11)
    for name, page in entries:
        sheet.cell(140, 7, name)
        sheet.cell(0, 7, str(page), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def print_heading(sheet: Sheet, block: SampleBlock) -> None:
    """Print a heading, and note its page for the contents."""
    if block.level == 2:
        words = "".join(run.text for run in block.runs if run.look != "mark")
        sheet.contents_entries.append((words, sheet.page_no()))
    size = HEADING_SIZE[block.level]
    sheet.ln(2)
    print_runs(sheet, block, "B", size, size / 2)
    sheet.ln(size / 2 + 2)


def print_text(sheet: Sheet, block: SampleBlock) -> None:
    """Print a paragraph; a page may end within it."""
    print_runs(sheet, block, "", 11, LINE)
    sheet.ln(LINE + 3)


def print_runs(sheet: Sheet, block: SampleBlock, style: str, size: float, height: float) -> None:
    """Print the runs of a block, marks of footnotes raised; `height` is that of a line."""
    for run in block.runs:
        if run.look == "mark":
            print_raised(sheet, run.text, size, height)
        else:
            sheet.set_font("Helvetica", "B" if run.look == "bold" else style, size)
            sheet.write(height, run.text)


def print_raised(sheet: Sheet, mark: str, size: float, height: float) -> None:
    """Print the mark of a footnote: write() sets a line of half the height higher up."""
    sheet.set_font("Helvetica", size=size * 0.6)
    sheet.write(height / 2, mark)


def print_hanging(sheet: Sheet, block: SampleBlock, indent: float) -> None:
    """Print a paragraph whose lines stand `indent` millimetres in."""
    sheet.set_left_margin(MARGIN + indent)
    print_text(sheet, block)
    sheet.set_left_margin(MARGIN)
    sheet.set_x(MARGIN)


def print_numbered(sheet: Sheet, block: SampleBlock) -> None:
    """Print a paragraph with its number before it."""
    sheet.set_font("Helvetica", size=11)
    sheet.cell(INDENT, LINE, f"{block.number}.")
    print_hanging(sheet, block, INDENT)


def print_bullet(sheet: Sheet, block: SampleBlock) -> None:
    """Print a list item after its sign, as deep as it is nested."""
    font, sign, size = BULLETS[sheet.source.facts.get("bullets", "square")]
    indent = 7.0 * block.level
    sheet.set_x(MARGIN + indent - 6)
    sheet.set_font(font, size=size)
    sheet.cell(6, LINE, sign)
    print_hanging(sheet, block, indent)


def print_boxed(sheet: Sheet, block: SampleBlock) -> None:
    """Print a paragraph of a boxed case study, its frame drawn around it."""
    sheet.set_font("Helvetica", size=11)
    sheet.set_fill_color(232, 236, 240)
    sheet.multi_cell(
        0, LINE, block.text, border=1, fill=True, markdown=True, padding=3, align="L",
        new_x=XPos.LMARGIN, new_y=YPos.NEXT,
    )  # fmt: skip


def print_row(sheet: Sheet, block: SampleBlock) -> None:
    """Print a table's row, each cell as high as the highest."""
    sheet.set_font("Helvetica", size=11)
    with sheet.table(
        first_row_as_headings=False, text_align="LEFT", line_height=LINE + 0.6, padding=1.5,
        col_widths=(2, 3), markdown=True,
    ) as table:  # fmt: skip
        table.row(block.cells)


def print_address(sheet: Sheet, block: SampleBlock) -> None:
    """Print a line of a letterhead, an address or a signature; two spaces part its columns."""
    sheet.set_font("Helvetica", size=10)
    for column, words in enumerate(re.split(r" {2,}", block.text)):
        sheet.set_x(MARGIN + 90 * column)
        sheet.cell(0, LINE, words)
    sheet.ln(LINE)


def begin_page(sheet: Sheet, block: SampleBlock) -> None:
    """Begin a new page."""
    sheet.add_page()


PRINTERS: dict[str, Callable[[Sheet, SampleBlock], None]] = {
    "heading": print_heading,
    "text": print_text,
    "numbered": print_numbered,
    "bullet": print_bullet,
    "boxed": print_boxed,
    "row": print_row,
    "address": print_address,
    "break": begin_page,
}
