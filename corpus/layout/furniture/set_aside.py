"""Set furniture aside: the lines marked as such leave the running text and become blocks."""

from __future__ import annotations

from dataclasses import replace

from corpus.layout.blocks import Block
from corpus.layout.state import LayoutState


def set_furniture_aside(state: LayoutState) -> LayoutState:
    """Step: make a block of each line that is marked as furniture, and leave the others."""
    furniture = tuple(
        Block(line.furniture, " ".join(line.text.split()), page=line.page, size=line.size)
        for line in state.lines
        if line.furniture
    )
    lines = tuple(line for line in state.lines if not line.furniture)
    return replace(state, lines=lines, furniture=(*state.furniture, *furniture))
