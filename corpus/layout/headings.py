"""Headings told by their look: larger or bolder than the body, or standing over a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.layout.breaks import CLOSERS, GAP
from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

LONGEST, LONGEST_SENTENCE = 40, 20
"""Words that a heading has at most; one with a full stop must be bold, too."""

SHORT = 15
"""Words that a heading in plain type has at most."""

LONG = 15
"""Words of a paragraph that a heading in plain type may stand over, at least."""

LARGER = 0.9
"""Points by which a heading without bold letters is larger than the body."""

SALUTATION = "Dear "

Look = tuple[float, bool]


def kinds(groups: Sequence[Sequence[Piece]], measures: Measures) -> list[str]:
    """Returns what kind of block each group of lines is."""
    found: list[str] = []
    below: Sequence[Piece] = ()
    for group in reversed(groups):
        kind = kind_of(group, measures.size)
        if kind == PARAGRAPH and heads(group, below, found[-1:], measures):
            kind = HEADING
        found.append(kind)
        below = group
    return found[::-1]


def kind_of(group: Sequence[Piece], body: float) -> str:
    """Returns what kind of block a group of lines is by its own look."""
    first = group[0]
    if first.cells:
        return ROW
    if first.level is not None:
        return HEADING
    if first.bullet or first.depth:
        return BULLET
    if first.number is not None:
        return PARAGRAPH
    text = " ".join(piece.text for piece in group)
    bold = all(piece.bold for piece in group)
    return HEADING if stands_out(text, first.size, bold, body) else PARAGRAPH


def stands_out(text: str, size: float, bold: bool, body: float) -> bool:
    """Whether a text of this size and weight is a heading where the body has size `body`."""
    words = len(text.split())
    if text.rstrip(CLOSERS).endswith((".", "!", ";", ",")):
        return bold and words <= LONGEST_SENTENCE
    return (bold or size > body + LARGER) and words <= LONGEST and any(map(str.isalpha, text))


def heads(
    group: Sequence[Piece], below: Sequence[Piece], kind: Sequence[str], measures: Measures
) -> bool:
    """Whether a short paragraph in plain type is the heading of what stands `below`.

    It is over a list; where all type is alike, over a long paragraph, a row or a heading, too.
    """
    if not below or group[0].number is not None or not titled(group):
        return False
    if below[0].marked and (measures.plain or len(group) == 1):
        return True
    words = sum(len(piece.text.split()) for piece in below)
    return measures.plain and (HEADING in kind or ROW in kind or words >= LONG)


def titled(group: Sequence[Piece]) -> bool:
    """Whether lines read like a title: few words, a capital first, no full stop."""
    first, last = group[0].text, group[-1].text
    words = sum(len(piece.text.split()) for piece in group)
    ends = last[-1:].isalnum() or last.endswith(("?", ")"))
    return words <= SHORT and first[:1].isupper() and ends and not first.startswith(SALUTATION)


def set_apart(pieces: Sequence[Piece], measures: Measures) -> None:
    """Sets `fresh` of titles at the top of a page, which would else go on with the page before."""
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if above.page != piece.page == below.page and titled([piece]):
            pitch = below.bottom - piece.bottom
            piece.fresh = piece.fresh or below.marked or pitch > measures.leading(below) * GAP


def levels(blocks: Iterable[Block]) -> dict[Look, int]:
    """Returns the level of each look that headings have, 1 the largest and boldest."""
    looks = {look(block) for block in blocks if block.kind == HEADING and block.level is None}
    return {found: rank for rank, found in enumerate(sorted(looks, reverse=True), start=1)}


def look(block: Block) -> Look:
    """Returns what headings of one level have in common."""
    return round(block.size * 2) / 2, block.bold
