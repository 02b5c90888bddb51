"""LayoutMetrics: the record of what was measured, with the comparisons that the steps ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.layout.lines import LayoutLine

SAME_EDGE_POINTS = 3.0
"""Points within which two left edges are one: kerning and rounding stay below it."""

BODY_SIZE_TOLERANCE_POINTS = 0.6
"""Points by which type may differ from the body's size and still be body type."""

MAX_LEADING_RATIO = 1.15
"""The next line of a paragraph stands no further below than this, in leadings."""

RAGGED_SHARE = 0.2
"""The share of the right edge that typed lines may leave empty."""

RightEdgeKey = tuple[int | None, int, int]
"""What lines have in common that end at one edge: page and column, and outside columns the left."""


@dataclass(frozen=True, slots=True)
class LayoutMetrics:
    """The yardsticks for all lengths in a document, in points; the defaults are those of no lines.

    `body_size` is the type size of most letters and `leading` the distance from one line of it
    to the next; `page_leadings` holds the leading of pages that have their own. `right_edge` is
    where full lines end, `right_edges` the same by page, column and left edge. `page_bottom` is
    how far down pages are filled. `is_typewritten`: all type is alike, as a typewriter's.
    """

    body_size: float = 1.0
    leading: float = 1.2
    right_edge: float = 1.0
    right_edges: Mapping[RightEdgeKey, float] = field(default_factory=dict)
    page_leadings: Mapping[int | None, float] = field(default_factory=dict)
    is_typewritten: bool = True
    page_bottom: float = 1.0

    @property
    def slack(self) -> float:
        """Points that a full line may end short of its edge: many where letters are typed.

        Typed lines were often broken to another width than the one they are shown in.
        """
        return self.right_edge * RAGGED_SHARE if self.is_typewritten else self.body_size / 2

    def lines_left_below(self, line: LayoutLine) -> float:
        """Return how many lines of text the page has room for below a line."""
        return (self.page_bottom - line.bottom) / self.leading

    def leading_of(self, line: LayoutLine) -> float:
        """Return the distance expected between a line like `line` and the one above it."""
        leading = self.page_leadings.get(line.page, self.leading)
        return leading * line.size / self.body_size if line.size > self.body_size else leading

    def right_edge_of(self, line: LayoutLine) -> float:
        """Return where a full line that begins where `line` does would end."""
        return self.right_edges.get(right_edge_key(line), self.right_edge)


def is_body_size(size: float, body_size: float) -> bool:
    """Return whether type of a size, in points, is body type."""
    return abs(size - body_size) < BODY_SIZE_TOLERANCE_POINTS


def right_edge_key(line: LayoutLine) -> RightEdgeKey:
    """Return what a line has in common with those that end at the same edge."""
    return line.page, line.column, 0 if line.column else round(line.left)
