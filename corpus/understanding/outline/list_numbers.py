"""Take the number before a recommendation or a learning point out of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, Block
from corpus.understanding.outline.placement import PlacedBlock, SetAside

NUMBERED = re.compile(r"(?P<number>[1-9]\d?)[.)]\s+(?P<text>(?=\S).*)", re.DOTALL)
LABEL = r"(?:recommendation|learning(?: point)?|key learning(?: point)?) (?P<number>[1-9]\d?)"
LABELLED = re.compile(rf"{LABEL}\s*[:.–-]\s*(?P<text>(?=[A-Z]).*)", re.DOTALL | re.IGNORECASE)
LABEL_ALONE = re.compile(rf"{LABEL}\s*[:.–-]?", re.IGNORECASE)

Outcome = PlacedBlock | SetAside


def take_out_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; what "Recommendation 2:" stands before, or right over, has its number.

    Where a report numbers its paragraphs such labels are words of theirs.
    """
    if any(block.number is not None for block in blocks if block.kind != HEADING):
        yield from blocks
        return
    over: tuple[Block, int] | None = None
    for block in blocks:
        alone = LABEL_ALONE.fullmatch(block.text) if block.kind in (HEADING, PARAGRAPH) else None
        if over is not None and (alone or block.kind != PARAGRAPH):
            yield over[0]
            over = None
        if alone:
            over = block, int(alone["number"])
        elif over is not None:
            yield replace(block, number=over[1])
            over = None
        else:
            yield split_number(block, LABELLED)
    if over is not None:
        yield over[0]


def take_out_list_numbers(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes; recommendations behind 1., 2. and so on have these as numbers.

    A list begins with 1, and may go on behind a heading. Where findings are numbered, all numbers
    are of one chain, which the layout has found.
    """
    outcomes = list(outcomes)
    placed = [one for one in outcomes if isinstance(one, PlacedBlock)]
    if any(p.block.number is not None for p in placed if p.placement.kind != "recommendation"):
        return outcomes
    last = 0
    for at, one in enumerate(outcomes):
        if not isinstance(one, PlacedBlock) or one.placement.kind != "recommendation":
            continue
        block = split_number(one.block, NUMBERED)
        if block.number in (1, last + 1):
            outcomes[at] = replace(one, block=block)
            last = block.number
    return outcomes


def split_number(block: Block, pattern: re.Pattern[str]) -> Block:
    """Return a paragraph or bullet with the number that a pattern finds before its text."""
    is_text = block.kind in (PARAGRAPH, BULLET) and block.number is None
    match = pattern.fullmatch(block.text) if is_text else None
    return replace(block, number=int(match["number"]), text=match["text"]) if match else block
