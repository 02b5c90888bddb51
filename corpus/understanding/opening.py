"""The opening of a report: its cover or letterhead, and its first words."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.layout.blocks import CONTENTS, NOTE, Block
from corpus.patterns import anyof

MAX_OPENING_BLOCKS = 45
"""Blocks that hold a cover or letterhead and the first words."""

SALUTATION = anyof(r"^dear\b")
ADDRESS = r"(?=.{1,120}$).*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$"
"""A short text that ends in a postcode."""


def select_opening(blocks: Sequence[Block]) -> list[Block]:
    """Return the first blocks, running heads included, without contents and footnotes."""
    return [block for block in blocks if block.kind not in (CONTENTS, NOTE)][:MAX_OPENING_BLOCKS]


def find_salutation(texts: Sequence[str]) -> int | None:
    """Return which of some texts opens a letter ("Dear ..."), None where none does."""
    return next((at for at, text in enumerate(texts) if SALUTATION.match(text)), None)
