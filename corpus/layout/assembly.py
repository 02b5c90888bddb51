"""Lines to blocks: groups the lines of one paragraph and says what kind of block it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from corpus.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.layout.breaks import goes_on
from corpus.layout.headings import is_heading
from corpus.layout.joining import Words, join
from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

SHORT = 10
"""Words that a heading in plain type has at most."""

DEEPER = 6.0
"""Points that a nested bullet stands right of the one that it belongs to, at least."""


def grouped(pieces: Sequence[Piece], boxed: set[int], measures: Measures) -> list[list[Piece]]:
    """Returns the lines of each paragraph, in the order in which paragraphs begin.

    A box interrupts: the paragraph before it may go on after it.
    """
    groups: list[list[Piece]] = []
    latest: dict[bool, list[Piece]] = {}
    before = False
    for index, piece in enumerate(pieces):
        box = index in boxed
        group = latest.get(box)
        if box and not before:
            group = None
        apart = before != box
        if group and goes_on(group, piece, measures, apart):
            group.append(piece)
        else:
            latest[box] = [piece]
            groups.append(latest[box])
        before = box
    return groups


def assemble(
    groups: Iterable[list[Piece]], boxed: set[int], body: float, words: Words
) -> list[Block]:
    """Returns the block of each group; `boxed` are the ids of pieces in boxes."""
    found = []
    starts: list[float] = []
    groups = list(groups)
    for group, following in zip_longest(groups, groups[1:]):
        kind = kind_of(group, body)
        if kind == PARAGRAPH and following and is_subheading(group, following):
            kind = HEADING
        depth = nest(group[0], starts) if kind == BULLET else 0
        if kind in (HEADING, PARAGRAPH):
            starts.clear()
        found.append(block(group, kind, depth, id(group[0]) in boxed, words))
    return found


def kind_of(group: Sequence[Piece], body: float) -> str:
    """Returns what kind of block a group of lines is."""
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
    return HEADING if is_heading(text, first.size, bold, body) else PARAGRAPH


def is_subheading(group: Sequence[Piece], following: Sequence[Piece]) -> bool:
    """Whether a short line, plain as it looks, heads the bullets or numbers that follow it."""
    first, text = group[0], group[0].text
    return (
        len(group) == 1
        and following[0].marked
        and not first.marked
        and text[:1].isupper()
        and text[-1:].isalnum()
        and len(text.split()) <= SHORT
    )


def nest(bullet: Piece, starts: list[float]) -> int:
    """Returns a bullet's depth, given where the bullets that it may belong to start."""
    if bullet.depth:
        return bullet.depth
    while starts and bullet.start < starts[-1] - DEEPER:
        starts.pop()
    if not starts or bullet.start > starts[-1] + DEEPER:
        starts.append(bullet.start)
    return len(starts)


def block(group: Sequence[Piece], kind: str, depth: int, boxed: bool, words: Words) -> Block:
    """Returns the block that a group of lines makes."""
    first, text = group[0], ""
    for piece in group:
        text = join(text, piece.text.strip(), words)
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
        boxed=boxed,
    )
