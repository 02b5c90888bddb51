"""LayoutLine: a printed line without its bullet or number, and what the steps know about it."""

from __future__ import annotations

import msgspec


class LayoutLine(msgspec.Struct, frozen=True):
    """A printed line as the steps of the pipeline pass it on: they replace it and never change it.

    `text` is what follows the bullet or number; `left` is where the line begins, these included.
    Places are in points from the page's top left corner.

    `bullet` is the bullet's glyph or "", `number` the printed paragraph number. `cells` are the
    texts of a table row folded into this line; `row_label` is the table cell that stands beside a
    paragraph. `heading_level` and `bullet_depth` (0: none) are what the format itself states.
    `starts_paragraph`: a new paragraph begins here whatever the line looks like. `boxed`: it
    stands in a box. `column` is the number of its column on the page, 0 outside columns.
    `furniture` is its kind of page furniture, "" for running text.
    """

    text: str
    page: int | None
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    bullet: str = ""
    number: int | None = None
    cells: tuple[str, ...] = ()
    row_label: str = ""
    heading_level: int | None = None
    bullet_depth: int = 0
    starts_paragraph: bool = False
    boxed: bool = False
    furniture: str = ""
    column: int = 0

    @property
    def has_marker(self) -> bool:
        """Whether a bullet or a paragraph number begins here."""
        return bool(self.bullet) or self.number is not None

    @property
    def kind_is_stated(self) -> bool:
        """Whether the format itself says that the line is a heading or a list item."""
        return self.heading_level is not None or self.bullet_depth > 0
