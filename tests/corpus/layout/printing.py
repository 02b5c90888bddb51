"""Small printed pages for layout tests: lines laid out as a word processor would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.formats.document import Document, PageInfo, TextLine
from corpus.layout.bullets import layout_line
from corpus.layout.lines import LayoutLine
from corpus.layout.measuring import measure
from corpus.layout.state import LayoutState, initial_state

SIZE, PITCH, GAP = 12.0, 14.5, 27.0
LEFT, EDGE = 70.9, 525.9
WIDTH, HEIGHT = 595.0, 842.0
LETTER = 5.5
"""Width of every letter, in points."""


def line(text: str, top: float, left: float = LEFT, page: int = 1, **look: object) -> TextLine:
    """Return a line of `text` whose top is at `top`."""
    size = float(look.pop("size", SIZE))  # type: ignore[arg-type]
    bottom = top + size
    right = left + len(text) * LETTER * size / SIZE
    return TextLine(text, page, left, right, top, bottom, size, **look)  # type: ignore[arg-type]


def wrap(text: str, left: float = LEFT, edge: float = EDGE) -> list[str]:
    """Return the lines of `text` set between `left` and `edge`."""
    room, lines = int((edge - left) / LETTER), [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def paragraph(
    text: str, top: float, left: float = LEFT, page: int = 1, mark: str = "", **look: object
) -> list[TextLine]:
    """Return the lines of a paragraph; with a `mark` it hangs 18 points right of it."""
    hang = left + 18 if mark else left
    lines = [
        line(row, top + index * PITCH, hang, page, **look)
        for index, row in enumerate(wrap(text, hang))
    ]
    if mark:
        lines[0] = line(f"{mark} {lines[0].text}", top, left, page, **look)
    return lines


def stack(*paragraphs: list[TextLine], top: float = 90.0, gap: float = GAP) -> list[TextLine]:
    """Return paragraphs one under the other, `gap` points from last line to first."""
    placed: list[TextLine] = []
    for lines in paragraphs:
        shift = top - lines[0].top
        placed += [moved(line, shift) for line in lines]
        top = placed[-1].top + gap
    return placed


def moved(line: TextLine, shift: float) -> TextLine:
    """Return the line, `shift` points further down."""
    return replace_fields(line, top=line.top + shift, bottom=line.bottom + shift)


def document(*pages: Iterable[TextLine]) -> Document:
    """Return a document with these lines on its pages, in order."""
    lines = [
        replace_fields(line, page=number) for number, page in enumerate(pages, 1) for line in page
    ]
    sizes = tuple(PageInfo(number, WIDTH, HEIGHT) for number in range(1, len(pages) + 1))
    return Document(tuple(lines), sizes)


def layout_lines(*lines: TextLine) -> tuple[LayoutLine, ...]:
    """Return the lines as the first steps of layout analysis leave them."""
    return tuple(map(layout_line, lines))


def state_of(*pages: Iterable[TextLine]) -> LayoutState:
    """Return the state of layout analysis when lines in reading order have been measured."""
    printed = document(*pages)
    lines = layout_lines(*printed.lines)
    return replace(initial_state(printed), lines=lines, metrics=measure(lines))


def sentence(words: int, start: str = "Workers") -> str:
    """Return an invented sentence of so many words."""
    filler = ("listen", "to", "families", "and", "plan", "with", "them", "each", "month", "so")
    return " ".join([start, *(filler[index % len(filler)] for index in range(words - 1))]) + "."


def flowing(*lines: TextLine | str) -> Document:
    """Return a document whose lines are whole paragraphs, such as Markdown or Word gives."""
    rows = tuple(line if isinstance(line, TextLine) else TextLine(line) for line in lines)
    return Document(rows, flowing=True)


LEAD = paragraph("Leaders should ensure that " + sentence(20, "they").rstrip(".") + ":", 0)
"""What leads into a list."""
