"""Boxes beside or within the running text, such as case studies, recognised by title and indent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import SAME_EDGE_POINTS, is_body_size
from corpus.layout.state import LayoutState

MIN_BOX_INDENT_POINTS = 4.0
"""Points that a box's text stands right of the margin, at least."""

EXACT_EDGE_POINTS = 1.0
"""Points within which the lines of a box begin at its title's left edge."""

MIN_BOX_LINES = 3
"""Lines of text that a box has under its title, at least."""

MAX_BOX_TITLE_LINES = 4

BOX_TITLE = re.compile(r"(?:case|practice) (?:study|studies|example)\b", re.I)
"""A title that begins a box wherever it stands."""

MIN_MARGIN_SHARE = 0.05
"""More than this share of all lines begin at the margin."""


def mark_boxes(state: LayoutState) -> LayoutState:
    """Step: mark the lines in boxes as `boxed`, and the titles of boxes as bold."""
    margin = left_margin(state.lines, state.metrics.body_size)
    lines = list(state.lines)
    for start, end in find_boxes(state.lines, margin):
        lines[start] = replace_fields(lines[start], bold=True)
        lines[start:end] = [replace_fields(line, boxed=True) for line in lines[start:end]]
    return replace(state, lines=tuple(lines))


def left_margin(lines: Sequence[LayoutLine], body_size: float) -> float:
    """Return where most lines of body size begin, markers included, in points."""
    lefts = Counter(round(line.left) for line in lines if is_body_size(line.size, body_size))
    common = [left for left, count in lefts.items() if count > len(lines) * MIN_MARGIN_SHARE]
    return min(common, default=0.0)


def find_boxes(lines: Sequence[LayoutLine], margin: float) -> Iterator[tuple[int, int]]:
    """Yield the index of each box's title, and the index after its last line.

    A box begins with a title, bold and indented; the text under it begins at the same indent.
    The first line that begins elsewhere ends it.
    """
    index = 0
    while index < len(lines):
        end = box_end(lines, index, margin)
        if end > index:
            yield index, end
        index = max(end, index + 1)


def box_end(lines: Sequence[LayoutLine], index: int, margin: float) -> int:
    """Return where the box that begins at `index` ends, `index` itself where none begins."""
    title = lines[index]
    is_indented = title.left >= margin + MIN_BOX_INDENT_POINTS
    if not may_title_box(title, is_indented):
        return index
    edges, end, text_lines = [title.left], index + 1, 0
    while end < len(lines):
        line = lines[end]
        if begins_list(line, lines[end - 1], title):
            edges.append(line.left)
        if line.number is not None or line.cells or not begins_at(line, edges):
            break
        if not text_lines and end - index > MAX_BOX_TITLE_LINES:
            break
        if not is_indented and (line.has_marker or line.bold):
            break
        text_lines += begins_at(line, [title.left]) and not line.bold
        end += 1
    return end if text_lines >= MIN_BOX_LINES else index


def may_title_box(line: LayoutLine, is_indented: bool) -> bool:
    """Return whether a line may be the title of a box: by its words, or bold and indented."""
    if line.has_marker or line.cells:
        return False
    return BOX_TITLE.match(line.text) is not None or (line.bold and is_indented)


def begins_list(line: LayoutLine, above: LayoutLine, title: LayoutLine) -> bool:
    """Return whether a line of a box is a bullet, or hangs from one, at an edge of its own."""
    is_bullet = bool(line.bullet) and line.left > title.left - EXACT_EDGE_POINTS
    hangs = bool(above.bullet) and line.left > above.left + SAME_EDGE_POINTS
    return is_bullet or hangs


def begins_at(line: LayoutLine, edges: Iterable[float]) -> bool:
    """Return whether a line begins at one of some left edges."""
    return any(abs(line.left - edge) < EXACT_EDGE_POINTS for edge in edges)
