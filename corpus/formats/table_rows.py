"""Table rows of formats that state their cells (HTML, Word): one TextLine for each row."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.formats.document import TextLine


def join_cells(cells: Sequence[Sequence[TextLine]]) -> TextLine | None:
    """Return a row of short texts as one TextLine with `cells`, given the lines in each cell.

    Return None for a row that is only a frame around text, whose lines stand for themselves: it
    has no text, consists of one cell, or has a cell with several lines.
    """
    filled = [cell for cell in cells if cell]
    if not filled or len(cells) < 2 or any(len(cell) > 1 for cell in filled):
        return None
    texts = tuple(cell[0].text if cell else "" for cell in cells)
    bold = all(cell[0].bold for cell in filled)
    return TextLine(" ".join(filter(None, texts)), bold=bold, cells=texts)
