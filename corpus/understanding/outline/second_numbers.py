"""Take numbers out of texts that are none of the report's numbering: R1, or those of an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.layout.blocks import PARAGRAPH, Block

SECOND_NUMBER = re.compile(r"(?P<letter>R?)(?P<number>\d{1,3})(?P<sign>[.):]?)")
NUMBERED = re.compile(rf"(?P<label>{SECOND_NUMBER.pattern})\s+(?P<text>(?=[A-Z‘“]).*)", re.DOTALL)

MIN_NUMBERS = 3
"""So many numbers that count up from 1 are a numbering; of R1 and R2, two."""

MIN_LETTERED_NUMBERS = 2

Numbered = tuple[int, re.Match[str]]
"""A block that begins with a number: its index, and the match of NUMBERED."""


def take_out_second_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; a paragraph in a second numbering has its number beside it, as its one
    cell.

    Where the layout found no numbering, a number without a letter is none of a second one.
    """
    is_numbered = any(block.number is not None for block in blocks)
    taken = list(blocks)
    for run in find_runs(blocks):
        is_lettered = bool(run[0][1]["letter"])
        if len(run) >= (MIN_LETTERED_NUMBERS if is_lettered else MIN_NUMBERS) and (
            is_lettered or is_numbered
        ):
            for at, match in run:
                taken[at] = replace(blocks[at], cells=(match["label"],), text=match["text"])
    return taken


def find_runs(blocks: Sequence[Block]) -> Iterator[list[Numbered]]:
    """Yield the blocks whose numbers, all with a letter or all without, count up from 1."""
    run: list[Numbered] = []
    for at, block in enumerate(blocks):
        match = match_number(block)
        if match is None:
            continue
        follows = bool(run) and match["letter"] == run[0][1]["letter"]
        if follows and int(match["number"]) == len(run) + 1:
            run.append((at, match))
        elif int(match["number"]) == 1:
            yield from [run] if run else []
            run = [(at, match)]
    yield from [run] if run else []


def match_number(block: Block) -> re.Match[str] | None:
    """Return the match of the number that a paragraph begins with; a bare figure is no number."""
    if block.kind != PARAGRAPH or block.number is not None or block.cells:
        return None
    match = NUMBERED.match(block.text) if block.text[:1] in "R0123456789" else None
    return match if match and (match["letter"] or match["sign"]) else None


def text_as_printed(block: Block) -> str:
    """Return a paragraph's text with the number that was taken out of it.

    Its id is made of this, so that links from before it was taken out stay.
    """
    label = block.cells[0] if block.kind == PARAGRAPH and len(block.cells) == 1 else ""
    return f"{label} {block.text}" if SECOND_NUMBER.fullmatch(label) else block.text
