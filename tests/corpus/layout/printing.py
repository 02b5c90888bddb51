"""Small printed pages for layout tests: lines laid out as a word processor would."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.formats.lines import Document, Line, Page

SIZE, PITCH, GAP = 12.0, 14.5, 27.0
LEFT, EDGE = 70.9, 525.9
WIDTH, HEIGHT = 595.0, 842.0
LETTER = 5.5
"""Width of every letter, in points."""


def line(text: str, top: float, left: float = LEFT, page: int = 1, **look: object) -> Line:
    """A line of `text` whose top is at `top`."""
    size = float(look.pop("size", SIZE))  # type: ignore[arg-type]
    bottom = top + size
    right = left + len(text) * LETTER * size / SIZE
    return Line(text, page, left, right, top, bottom, size, **look)  # type: ignore[arg-type]


def wrap(text: str, left: float = LEFT, edge: float = EDGE) -> list[str]:
    """The lines of `text` set between `left` and `edge`."""
    room, lines = int((edge - left) / LETTER), [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def paragraph(
    text: str, top: float, left: float = LEFT, page: int = 1, mark: str = "", **look: object
) -> list[Line]:
    """The lines of a paragraph; with a `mark` it hangs 18 points right of it."""
    hang = left + 18 if mark else left
    lines = [
        line(row, top + at * PITCH, hang, page, **look) for at, row in enumerate(wrap(text, hang))
    ]
    if mark:
        first = lines[0]
        lines[0] = line(f"{mark} {first.text}", top, left, page, **look)
    return lines


def stack(*paragraphs: list[Line], top: float = 90.0, gap: float = GAP) -> list[Line]:
    """Paragraphs one under the other, `gap` points from last line to first."""
    placed: list[Line] = []
    at = top
    for lines in paragraphs:
        shift = at - lines[0].top
        placed += [moved(found, shift) for found in lines]
        at = placed[-1].top + gap
    return placed


def moved(found: Line, shift: float) -> Line:
    """The line, `shift` points further down."""
    values = {name: getattr(found, name) for name in Line.__slots__}
    return Line(**{**values, "top": found.top + shift, "bottom": found.bottom + shift})


def on_page(lines: Iterable[Line], page: int) -> list[Line]:
    """The lines, printed on another page."""
    return [
        Line(**{**{name: getattr(found, name) for name in Line.__slots__}, "page": page})
        for found in lines
    ]


def document(*pages: list[Line]) -> Document:
    """A document with these lines on its pages, in order."""
    lines = [found for number, page in enumerate(pages, 1) for found in on_page(page, number)]
    sizes = tuple(Page(number, WIDTH, HEIGHT) for number in range(1, len(pages) + 1))
    return Document(tuple(lines), sizes)


def sentence(words: int, start: str = "Workers") -> str:
    """An invented sentence of so many words."""
    filler = ("listen", "to", "families", "and", "plan", "with", "them", "each", "month", "so")
    return " ".join([start, *(filler[at % len(filler)] for at in range(words - 1))]) + "."
