"""Take the decimal number before a paragraph, such as 3.1, out of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.layout.blocks import PARAGRAPH, ROW, Block

DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?")
NUMBERED = re.compile(rf"(?P<number>{DECIMAL.pattern})\s+(?P<text>(?=[A-Z]).*)", re.DOTALL)
MIN_SENTENCE_WORDS = 5
"""Words of a text that may be a sentence behind its number, not a heading or a measure."""


def take_out_decimals(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; a paragraph behind a decimal number has that beside it, as its one cell."""
    for block in blocks:
        numbered = split_decimal(block)
        yield (
            replace(block, kind=PARAGRAPH, cells=numbered[:1], text=numbered[1])
            if numbered
            else block
        )


def split_decimal(block: Block) -> tuple[str, str] | None:
    """Return a paragraph's decimal number and the text behind it; None where it has none."""
    if block.kind == ROW and len(block.cells) == 2:
        number, text = (cell.strip() for cell in block.cells)
    elif block.kind == PARAGRAPH and not block.cells and (match := NUMBERED.fullmatch(block.text)):
        number, text = match["number"], match["text"]
    else:
        return None
    is_sentence = len(text.split()) >= MIN_SENTENCE_WORDS and text.endswith((".", ":"))
    return (number, text) if DECIMAL.fullmatch(number) and is_sentence else None
