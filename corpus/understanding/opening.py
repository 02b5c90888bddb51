"""The opening of a report: its cover or letterhead, and its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.layout.blocks import BULLET, CONTENTS, HEADING, NOTE, PARAGRAPH, RUNNING, Block
from corpus.patterns import anyof, straighten

MAX_OPENING_BLOCKS = 45
"""Blocks that hold a cover or letterhead and the first words."""

MIN_SENTENCE_WORDS = 8
"""Words from which a text that ends as a sentence does is one, and not a line of a cover."""

MAX_LINE_WORDS = 60
"""Words of the longest line of a cover: the title of a joint inspection with what it looked at."""

MIN_PROSE_WORDS = 20
"""Words of a paragraph that ends a cover."""

SENTENCE_END = re.compile(r"[.;!?:]['\"”’)]?$")

FINITE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|must|should|will|would"
    r"|(?:is|are|was|were|has|have|do|does|did|ca|could|should|wo|would)n't"
    r"|comes?|came|goes?|went|gets?|gives?|gave|keeps?|knows?|knew|makes?|takes?|took"
    r"|says?|sees?|saw|finds?|feels?|remains?|remained|becomes?|became|waits?|waited"
    r"|fails?|falls?|fell|receives?|suffers?|suffered|declined|worsened)\b",
    re.IGNORECASE,
)
"""Common verbs of findings, in forms that make a sentence and are no month or participle."""

MIN_STATEMENT_WORDS = 3
"""Words from which a text with a verb and a full stop is a sentence."""

EARLIER_INSPECTION = anyof(
    r"\b(?:previous|last|earlier) (?:\w+ ){0,3}(?:inspection|visit|review|judge?ment|grade)",
    r"\bsince the last\b",
)
"""Words about an inspection before the one that a report is on."""

THIS_INSPECTION = anyof(r"\bthis (?:\w+ ){0,3}(?:inspection|visit|review|letter|report)\b")
SALUTATION = anyof(r"^dear\b")
ADDRESS = r"(?=.{1,120}$).*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$"
"""A short text that ends in a postcode."""


def select_opening(blocks: Sequence[Block]) -> list[Block]:
    """Return the first blocks, running heads included, without contents and footnotes."""
    return [block for block in blocks if block.kind not in (CONTENTS, NOTE)][:MAX_OPENING_BLOCKS]


def find_salutation(texts: Sequence[str]) -> int | None:
    """Return which of some texts opens a letter ("Dear ..."), None where none does."""
    return next((at for at, text in enumerate(texts) if SALUTATION.match(text)), None)


def select_cover(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the opening before its first prose, running heads included."""
    opening = select_opening(blocks)
    prose = (
        at
        for at, block in enumerate(opening)
        if block.kind in (PARAGRAPH, BULLET) and len(block.text.split()) >= MIN_PROSE_WORDS
    )
    return opening[: next(prose, None)]


def is_line(block: Block) -> bool:
    """Return whether a block is a line of a cover, a heading or a running head, and not prose."""
    if block.kind in (HEADING, RUNNING):
        return True
    words = len(block.text.split())
    if is_statement(straighten(block.text)):
        return False
    if block.kind == BULLET or block.number is not None or words > MAX_LINE_WORDS:
        return False
    return words < MIN_SENTENCE_WORDS or not SENTENCE_END.search(block.text.rstrip())


def list_cells(block: Block) -> list[str]:
    """Return the cells of a row of a table, else the text of a block, straightened."""
    return [straighten(text) for text in (block.cells or (block.text,))]


@lru_cache(maxsize=2048)
def is_statement(text: str) -> bool:
    """Return whether a text, however short, has a verb and the end of a sentence."""
    is_ended = text.rstrip("'\")").endswith((".", "!"))
    is_long = len(text.split()) >= MIN_STATEMENT_WORDS
    return is_ended and is_long and FINITE_VERB.search(text) is not None


def select_lines(blocks: Sequence[Block]) -> list[str]:
    """Return the lines among some blocks, straightened: where a report prints facts of itself."""
    return [straighten(block.text) for block in blocks if is_line(block)]


def select_sentences(blocks: Sequence[Block]) -> list[str]:
    """Return the prose among some blocks, straightened, without lists and earlier inspections."""
    return [
        text
        for block in blocks
        if not is_line(block) and block.kind != BULLET
        if not is_on_earlier_inspection(text := straighten(block.text))
    ]


def is_on_earlier_inspection(text: str) -> bool:
    """Return whether a text begins with an inspection before the one that its report is on."""
    sentence = text.split(". ")[0]
    earlier = EARLIER_INSPECTION.search(sentence)
    return bool(earlier and not THIS_INSPECTION.search(sentence[: earlier.start()]))
