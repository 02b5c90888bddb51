"""Group printed lines into paragraphs, across page breaks and around boxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import LayoutMetrics
from corpus.layout.paragraphs.breaks import continues_paragraph
from corpus.layout.state import LayoutState


def group_lines(state: LayoutState) -> LayoutState:
    """Step: group the lines of each paragraph."""
    groups = tuple(map(tuple, group_paragraphs(state.lines, state.metrics)))
    return replace(state, line_groups=groups)


def group_paragraphs(lines: Iterable[LayoutLine], metrics: LayoutMetrics) -> list[list[LayoutLine]]:
    """Return the lines of each paragraph, in the order in which paragraphs begin.

    A box interrupts: the paragraph before it may continue after it.
    """
    groups: list[list[LayoutLine]] = []
    open_groups: dict[bool, list[LayoutLine]] = {}  # by whether they stand in a box
    in_box = False
    for line in lines:
        crosses_edge = line.boxed != in_box
        begins_box = line.boxed and crosses_edge
        group = None if begins_box else open_groups.get(line.boxed)
        if group and continues_paragraph(group, line, metrics, after_box=crosses_edge):
            group.append(line)
        else:
            open_groups[line.boxed] = [line]
            groups.append(open_groups[line.boxed])
        in_box = line.boxed
    return groups
