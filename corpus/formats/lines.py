"""What every file format yields: printed lines with their place and look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one block where the format already knows paragraphs.

    `page` counts from 1 and is None where the format has no pages. `left`, `right`, `top`
    and `bottom` are points from the page's top left corner, `size` is the font's height in
    points; all are 0.0 where the format has no layout. `heading` is the level that the
    format itself states (`#`, `<h2>`, a Word heading style), `bullet` the nesting depth of
    a list item that the format states (1 is outermost), `cells` the texts of a table row.
    """

    text: str
    page: int | None = None
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    heading: int | None = None
    bullet: int | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in points, and why it could not be read (None: it could)."""

    number: int
    width: float
    height: float
    unreadable: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file's lines in reading order. `flowing`: each line is a whole paragraph already."""

    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = ()
    flowing: bool = False
    title: str | None = None
