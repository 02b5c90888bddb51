"""Block: a heading, paragraph, bullet, table row or piece of page furniture, whole and clean."""

from __future__ import annotations

from dataclasses import dataclass

HEADING = "heading"
PARAGRAPH = "paragraph"
BULLET = "bullet"
ROW = "row"

RUNNING = "running"
NOTE = "note"
CONTENTS = "contents"
PAGE_NUMBER = "page-number"

FURNITURE = frozenset({RUNNING, NOTE, CONTENTS, PAGE_NUMBER})
"""Kinds that a reader passes over: they carry facts at best, never a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that a reader sees as one, whole across lines and pages.

    `kind` is one of the names above: `running` (a running head or foot, once, where it first
    stands), `note` (a footnote), `contents` (a line of a contents page) and `page-number` are
    furniture.
    `text` is clean: lines joined, hyphens as a reader would, without the printed number, the
    bullet's glyph and footnote marks. `page` is where it starts, None where the format has none.
    `number` is the printed paragraph number. `depth` is a bullet's nesting (1 is outermost), 0 for
    all other kinds. `cells` are the texts of a row, left to right, and `text` is them joined by
    spaces; a paragraph has the label beside it as its one cell. `level` ranks headings, 1 the
    highest: as the format states it, else by size and weight; None for all other kinds.
    `level_is_guess`: the format states levels, and none for this heading. `size`
    (points, 0.0 unknown) and `bold` are those of most of its letters. `boxed`: it stands in a box
    beside or within the running text, such as a case study.
    """

    kind: str
    text: str
    page: int | None = None
    number: int | None = None
    depth: int = 0
    cells: tuple[str, ...] = ()
    level: int | None = None
    level_is_guess: bool = False
    size: float = 0.0
    bold: bool = False
    boxed: bool = False

    @property
    def filled_cells(self) -> list[str]:
        """The cells that hold anything."""
        return [cell for cell in self.cells if cell.strip()]
