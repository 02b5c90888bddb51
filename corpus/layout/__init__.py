"""Printed lines to blocks: what a reader sees as one heading, paragraph, bullet or row."""

from __future__ import annotations

from corpus.formats.lines import Document
from corpus.layout.blocks import Block
from corpus.layout.flowing import flowing_blocks
from corpus.layout.printed import printed_blocks


def blocks(document: Document) -> tuple[Block, ...]:
    """Returns the blocks of a document in reading order, furniture at its place."""
    return tuple(flowing_blocks(document) if document.flowing else printed_blocks(document))
