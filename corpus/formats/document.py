"""TextLine, PageInfo and Document: what every file format is read into."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec


class TextLine(msgspec.Struct, frozen=True):
    """One printed line, or one whole block where the format itself knows paragraphs.

    `page` counts from 1 and is None where the format has no pages. `left`, `right`, `top`
    and `bottom` are in points from the page's top left corner, `size` is the height of the font in
    points; all are 0.0 where the format has no layout. `heading_level` is the level that the
    format itself states (`#`, `<h2>`, a Word heading style), `bullet_depth` the nesting of a
    list item that the format states (1 is outermost), `cells` the texts of a table row.
    """

    text: str
    page: int | None = None
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    heading_level: int | None = None
    bullet_depth: int | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text that no line holds: `kind` is one of the names below."""

    kind: str
    text: str


HIDDEN_TEXT = "hidden-text"
WATERMARK = "watermark"
ANNOTATION = "annotation"
UNREAD_TEXT = "text-lost"


@dataclass(frozen=True, slots=True)
class Recognition:
    """How far the text of a page that is a picture was recognised: the number of its `words`, and
    those of them that are `doubtful`. `left_out` counts words that looked like none.
    """

    words: int
    doubtful: tuple[str, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page's size in points, why it could not be read (None: it could), and what was left out.

    `is_picture`: pictures cover most of it, or letters are drawn as shapes, so that its text may
    say little of what it shows. `recognition`: what was recognised of that; None where nothing was,
    and `not_recognised` says why, where it was tried and failed.
    """

    number: int
    width: float
    height: float
    unreadable: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    is_picture: bool = False
    recognition: Recognition | None = None
    not_recognised: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a file in the file's own order; `flowing`: each is a whole paragraph already.

    `title` is the title that the file gives itself. `left_out` is text of a file without pages
    that none of its lines holds.
    """

    lines: tuple[TextLine, ...]
    pages: tuple[PageInfo, ...] = ()
    flowing: bool = False
    title: str | None = None
    left_out: tuple[LeftOut, ...] = ()
