"""Keyword in context: lines with their phrases in one column, however wide the terminal is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from search.wording import ConcordanceLine

PARTS = ("left", "match", "right", "paragraph")
GAP = "  "  # before an id
ELLIPSIS = "…"
MIN_CONTEXT = 24  # cells on each side: with fewer, the id of the paragraph goes to a line below
INDENT = "    "  # of such an id


def keyword_lines(lines: Sequence[ConcordanceLine], width: int | None) -> Iterator[Text]:
    """Yield the lines of a concordance, aligned at the phrase and at most `width` cells wide; None
    is no limit. What is cut off is what stands farthest from the phrase.

    The id of the paragraph ends its line, or where too little would be left of the context, has a
    line below, which may be longer: half an id leads nowhere.
    """
    left, match, right, place = (
        max((cell_len(getattr(line, part)) for line in lines), default=0) for part in PARTS
    )
    has_own_line = False
    if width is not None:
        match = min(match, max(1, width // 2))
        space = width - match - len("  ")
        beside = space - place - len(GAP)
        has_own_line = beside < min(left + right, 2 * MIN_CONTEXT)
        space = max(0, space if has_own_line else beside)
        left, right = share(space, left, right)
    for line in lines:
        text = Text.assemble(
            fit(line.left, left, keep_end=True),
            " ",
            (fit(line.match, match), "bold"),
            " ",
            fit(line.right, right),
        )
        if not has_own_line:
            text.append(GAP).append(line.paragraph, "dim")
        text.rstrip()
        yield text
        if has_own_line:
            yield Text(INDENT + line.paragraph, "dim")


def share(space: int, left: int, right: int) -> tuple[int, int]:
    """Return how much of the space each side gets: half, and what the other one leaves over."""
    half = space // 2
    left = min(left, max(half, space - right))
    return left, min(right, space - left)


def fit(text: str, width: int, keep_end: bool = False) -> str:
    """Return a text of exactly so many cells: filled with spaces, or cut with an ellipsis. Where
    its end is kept it is filled and cut at its beginning.
    """
    size = cell_len(text)
    if size <= width:
        return " " * (width - size) + text if keep_end else text + " " * (width - size)
    if width == 0:
        return ""
    if not keep_end:
        return set_cell_size(text, width - 1) + ELLIPSIS
    while cell_len(text) > width - 1:
        text = text[1:]
    return ELLIPSIS + " " * (width - 1 - cell_len(text)) + text
