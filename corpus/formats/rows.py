"""Table rows of formats that know their cells: to one Line, or to the lines in the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.formats.lines import Line


def row(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Yields one Line with `cells` for a row of short texts.

    A row whose cells hold several lines each, or that has one cell with text only, is a frame
    around text: its lines come one after the other, as they do outside a table.
    """
    filled = [cell for cell in cells if cell]
    if (len(filled) < 2 and len(cells) < 2) or any(len(cell) > 1 for cell in filled):
        for cell in filled:
            yield from cell
    elif filled:
        texts = tuple(cell[0].text if cell else "" for cell in cells)
        bold = all(cell[0].bold for cell in filled)
        yield Line(" ".join(filter(None, texts)), bold=bold, cells=texts)
