"""Take the number before a recommendation or a learning point out of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, Block
from corpus.understanding.outline.placement import PlacedBlock, SetAside

LABEL = (
    r"(?:(?P<asks>recommendation|action point)|(?:key )?learning(?: point)?) (?P<number>[1-9]\d?)"
)
LABELLED = re.compile(rf"{LABEL}\s*[:.–-]\s*(?P<text>(?=[A-Z]).*)", re.DOTALL | re.IGNORECASE)
LABEL_ALONE = re.compile(rf"{LABEL}\s*[:.–-]?", re.IGNORECASE)
NUMBERED = re.compile(r"(?P<number>[1-9]\d?)[.)]\s+(?P<text>(?=\S).*)", re.DOTALL)

Outcome = PlacedBlock | SetAside


def number_below_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; a paragraph right below the heading "Recommendation 2" has its number.

    Where a report numbers its paragraphs such headings are like others.
    """
    numbers_paragraphs = any(b.number is not None for b in blocks if b.kind != HEADING)
    number: int | None = None
    for block in blocks:
        is_below = number is not None and block.kind == PARAGRAPH and not block.cells
        yield replace(block, number=number) if is_below else block
        label = LABEL_ALONE.fullmatch(block.text) if block.kind == HEADING else None
        number = int(label["number"]) if label and not numbers_paragraphs else None


def take_out_numbers(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes; paragraphs behind "Recommendation 2:" have its number, and so have
    recommendations behind 1., 2. and so on.

    A list begins with 1, and may go on behind a heading. Where findings are numbered, all numbers
    are of one chain, which the layout has found.
    """
    outcomes = list(outcomes)
    placed = [one for one in outcomes if isinstance(one, PlacedBlock)]
    if any(p.block.number is not None for p in placed if is_numbered_in_chain(p)):
        return outcomes
    last = 0
    for at, one in enumerate(outcomes):
        if not isinstance(one, PlacedBlock) or one.block.number is not None:
            continue
        if one.block.kind not in (PARAGRAPH, BULLET):
            continue
        labelled = take_out_label(one)
        is_asked = one.placement.kind == "recommendation"
        item = NUMBERED.fullmatch(one.block.text) if is_asked else None
        if labelled:
            outcomes[at] = labelled
        elif item and int(item["number"]) in (1, last + 1):
            last = int(item["number"])
            outcomes[at] = replace(one, block=replace(one.block, number=last, text=item["text"]))
    return outcomes


def is_numbered_in_chain(placed: PlacedBlock) -> bool:
    """Return whether a paragraph is not one that stands below a label or in a list of its own."""
    section = placed.placement.section or ""
    return placed.placement.kind != "recommendation" and not LABEL_ALONE.fullmatch(section)


def take_out_label(placed: PlacedBlock) -> PlacedBlock | None:
    """Return a paragraph without the label before it; None where it has none.

    What a label calls a recommendation is one wherever it stands.
    """
    match = LABELLED.fullmatch(placed.block.text)
    if match is None:
        return None
    block = replace(placed.block, number=int(match["number"]), text=match["text"])
    is_asked = match["asks"] and placed.placement.kind == "finding"
    placement = placed.placement
    if is_asked:
        placement = replace(placement, kind="recommendation", grade=None)
    return PlacedBlock(block, placement)
