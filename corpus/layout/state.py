"""LayoutState: what one step of the layout pipeline hands to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.formats.document import Document
from corpus.layout.blocks import Block
from corpus.layout.dehyphenation import DocumentWords
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import LayoutMetrics

LineGroup = tuple[LayoutLine, ...]
"""The lines of one heading, paragraph, bullet or row, from the first to the last."""


@dataclass(frozen=True, slots=True)
class LayoutState:
    """All that is known of a document's layout between two steps.

    `document` is what the format gave, and `words` its words. `lines` are the running text so far,
    `metrics` their measures, `line_groups` the lines of each block, `blocks` those blocks.
    `furniture` are the blocks that were set aside. Each is empty until its step has run.
    """

    document: Document
    words: DocumentWords
    lines: tuple[LayoutLine, ...] = ()
    metrics: LayoutMetrics = field(default_factory=LayoutMetrics)
    line_groups: tuple[LineGroup, ...] = ()
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Block, ...] = ()


Step = Callable[[LayoutState], LayoutState]
"""A pure function: it returns a new state and changes nothing of the one it was given."""


def initial_state(document: Document) -> LayoutState:
    """Return the state before the first step."""
    return LayoutState(document, DocumentWords(tuple(line.text for line in document.lines)))
