"""The words that lead into a paragraph: "Leaders should ensure that:", or a label beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.layout.blocks import BULLET, ROW, Block

SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
COMPLETE = re.compile(r"[.;!?]['\"”’)]*$")
"""How a text ends that leads into nothing."""

MAX_LEAD_LETTERS = 300
"""Letters of the longest sentence that leads into a list; a longer text is not one."""

OUTLINE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+[.)]?")
"""A paragraph's number such as 2.14, which stands beside it and is no label."""

Path = tuple[str, ...]


def find_leads(paragraphs: Iterable[tuple[Block, Path]]) -> Iterator[str | None]:
    """Yield for each paragraph, a block and the headings above it, what leads into it, if anything.

    A paragraph has the label that a table prints beside it, such as who is to act. An item of a
    list has the sentence that is left open before the list, or in the item that the list is nested
    in. Headings end all lists.
    """
    lists: list[tuple[int, str | None]] = []  # depth of what may hold a list, and its open sentence
    above: Path | None = None
    for block, path in paragraphs:
        depth = block.depth if block.kind == BULLET else 0
        if path != above:
            lists.clear()
        above = path
        while lists and lists[-1][0] >= depth:
            lists.pop()
        yield find_label(block) or (lists[-1][1] if lists else None)
        lists.append((depth, find_open_sentence(block.text)))


def find_label(block: Block) -> str | None:
    """Return the words that stand beside a paragraph, None where there are none."""
    label = " ".join(block.cells) if block.kind != ROW else ""
    return None if not label or OUTLINE_NUMBER.fullmatch(label) else label


def find_open_sentence(text: str) -> str | None:
    """Return the last sentence of a text if it is left open, as with a colon, else None."""
    if COMPLETE.search(text):
        return None
    sentence = SENTENCE_BREAK.split(text)[-1]
    return sentence if len(sentence) <= MAX_LEAD_LETTERS else None
