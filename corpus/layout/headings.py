"""Headings told by their look: larger or bolder than the body, short, and no sentence."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.blocks import HEADING, Block
from corpus.layout.breaks import CLOSERS

LONGEST, LONGEST_SENTENCE = 40, 20
"""Words that a heading has at most; one with a full stop must be bold, too."""

LARGER = 0.9
"""Points by which a heading without bold letters is larger than the body."""

Look = tuple[float, bool]


def is_heading(text: str, size: float, bold: bool, body: float) -> bool:
    """Whether a paragraph of this look is a heading in a document with this body size."""
    stands_out = bold or size > body + LARGER
    words = len(text.split())
    if text.rstrip(CLOSERS).endswith((".", "!", ";", ",")):
        return bold and words <= LONGEST_SENTENCE
    return stands_out and words <= LONGEST and any(map(str.isalpha, text))


def levels(blocks: Iterable[Block]) -> dict[Look, int]:
    """Returns the level of each look that headings have, 1 the largest and boldest."""
    looks = {look(block) for block in blocks if block.kind == HEADING and block.level is None}
    return {found: rank for rank, found in enumerate(sorted(looks, reverse=True), start=1)}


def look(block: Block) -> Look:
    """Returns what headings of one level have in common."""
    return round(block.size * 2) / 2, block.bold
