"""Lines to blocks: groups the lines of one paragraph and says what kind of block it is."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, Block
from corpus.layout.breaks import goes_on
from corpus.layout.headings import kinds
from corpus.layout.joining import Words, join_all
from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

DEEPER = 6.0
"""Points that a nested bullet stands right of the one that it belongs to, at least."""


def grouped(pieces: Sequence[Piece], measures: Measures) -> list[list[Piece]]:
    """Returns the lines of each paragraph, in the order in which paragraphs begin.

    A box interrupts: the paragraph before it may go on after it.
    """
    groups: list[list[Piece]] = []
    latest: dict[bool, list[Piece]] = {}
    boxed = False
    for piece in pieces:
        apart = piece.boxed != boxed
        group = None if piece.boxed and apart else latest.get(piece.boxed)
        if group and goes_on(group, piece, measures, apart):
            group.append(piece)
        else:
            latest[piece.boxed] = [piece]
            groups.append(latest[piece.boxed])
        boxed = piece.boxed
    return groups


def assemble(groups: Sequence[Sequence[Piece]], measures: Measures, words: Words) -> list[Block]:
    """Returns the block of each group."""
    found = []
    starts: list[float] = []
    for group, kind in zip(groups, kinds(groups, measures), strict=True):
        depth = nest(group[0], starts) if kind == BULLET else 0
        if kind in (HEADING, PARAGRAPH):
            starts.clear()
        found.append(block(group, kind, depth, words))
    return found


def nest(bullet: Piece, starts: list[float]) -> int:
    """Returns a bullet's depth, given where the bullets that it may belong to start."""
    if bullet.depth:
        return bullet.depth
    while starts and bullet.start < starts[-1] - DEEPER:
        starts.pop()
    if not starts or bullet.start > starts[-1] + DEEPER:
        starts.append(bullet.start)
    return len(starts)


def block(group: Sequence[Piece], kind: str, depth: int, words: Words) -> Block:
    """Returns the block that a group of lines makes."""
    first = group[0]
    rest = (f"{piece.bullet} {piece.text}".strip() for piece in group[1:])
    text = join_all(filter(None, [first.text.strip(), *rest]), words)
    return Block(
        kind=kind,
        text=" ".join(text.split()),
        page=first.page,
        number=first.number,
        depth=depth,
        cells=first.cells or ((first.label,) if first.label else ()),
        level=first.level,
        size=max(group, key=lambda piece: len(piece.text)).size,
        bold=all(piece.bold for piece in group),
        boxed=first.boxed,
    )
