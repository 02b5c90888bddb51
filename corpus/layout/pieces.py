"""A line as layout sees it: its text without the bullet or number that it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.formats.lines import Line

GLYPHS = "•◦‣⁃∙·●○■□▪▫◼◻◾◽◆◇❖➢➤➔►▶▸✓✔➣➲§\x83\x95"
"""Signs that are bullets wherever a line begins with one; private-use glyphs are, too."""

WEAK = "–—‒―−─-*o"
"""Signs that are bullets only where no sentence is under way: a dash may be just a dash."""

BULLET = re.compile(rf"\s*(?:[{re.escape(GLYPHS)}\ue000-\uf8ff]+|[{re.escape(WEAK)}](?=\s|$))\s*")
NUMBER = re.compile(r"\s*(\d{1,3})([.)]?)(?:\s+(?=\S)|$|(?<=[.)])(?=[^\W\d_]|[‘“]))")


@dataclass(slots=True)
class Piece:
    """A printed line and what layout found out about it.

    `text` is what follows the marker; `start` is where the line begins, marker included.
    `bullet` is the bullet's glyph or "", `number` the printed paragraph number. `fresh`: a new
    paragraph begins here whatever the line looks like. `label` is the table cell that stands
    beside it, `cells` those of a whole row, `level` and `depth` what the format itself states.
    `boxed`: it stands in a box.
    """

    text: str
    page: int | None
    start: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    bullet: str = ""
    number: int | None = None
    fresh: bool = False
    label: str = ""
    cells: tuple[str, ...] = ()
    level: int | None = None
    depth: int = 0
    boxed: bool = False

    @property
    def marked(self) -> bool:
        """Whether a bullet or a paragraph number begins here."""
        return bool(self.bullet) or self.number is not None

    @property
    def weak(self) -> bool:
        """Whether its bullet may be a dash, or a letter, of the running text."""
        return bool(self.bullet) and self.bullet in WEAK


def piece(line: Line) -> Piece:
    """Returns the line as a piece, its bullet taken off."""
    found = BULLET.match(line.text)
    return Piece(
        text=line.text[found.end() :] if found else line.text,
        page=line.page,
        start=line.left,
        right=line.right,
        top=line.top,
        bottom=line.bottom,
        size=line.size,
        bold=line.bold,
        bullet=found.group().strip() if found else "",
        cells=line.cells,
        level=line.heading,
        depth=line.bullet or 0,
    )
