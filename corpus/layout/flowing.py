"""Blocks of a document whose lines are whole paragraphs already, such as Markdown or Word."""

from __future__ import annotations

from dataclasses import replace

from corpus.formats.lines import Document
from corpus.layout.assembly import assemble
from corpus.layout.blocks import CONTENTS, HEADING, Block
from corpus.layout.breaks import finished, opens_lower, stated
from corpus.layout.contents import contents
from corpus.layout.joining import Words
from corpus.layout.measure import measures
from corpus.layout.numbering import number
from corpus.layout.pieces import Piece, piece

OPEN = """
a an and are as at between by for from had has have in into is of on or than that the their this to
was were which who will with
"""
OPEN_WORDS = frozenset(OPEN.split())
"""Words that no sentence ends in."""


def flowing_blocks(document: Document) -> list[Block]:
    """Returns the document's blocks, paragraphs that a page break cut in two put together."""
    pieces = [piece(line) for line in document.lines if line.text.strip()]
    words = Words(line.text for line in document.lines)
    listed = contents(pieces)
    text = [piece for index, piece in enumerate(pieces) if index not in listed]
    number(text)
    aside = [
        Block(CONTENTS, " ".join(pieces[index].text.split()), page=pieces[index].page)
        for index in sorted(listed)
    ]
    return aside + ranked(assemble(grouped(text), measures(text), words))


def ranked(blocks: list[Block]) -> list[Block]:
    """Returns the blocks, headings told by their look one level below those that are stated."""
    lowest = max((block.level or 0 for block in blocks), default=0) + 1
    return [
        replace(block, level=lowest) if block.kind == HEADING and block.level is None else block
        for block in blocks
    ]


def grouped(pieces: list[Piece]) -> list[list[Piece]]:
    """Returns the pieces of each paragraph."""
    groups: list[list[Piece]] = []
    for below in pieces:
        if groups and cut(groups[-1][-1], below):
            groups[-1].append(below)
        else:
            groups.append([below])
    return groups


def cut(above: Piece, below: Piece) -> bool:
    """Whether two paragraphs are one that a page break cut."""
    if below.marked or stated(below) or above.level is not None or above.cells or below.cells:
        return False
    if above.bold or below.bold or not above.text:
        return not above.text and above.marked
    return not finished(above.text) and (opens_lower(below.text) or left_open(above.text))


def left_open(text: str) -> bool:
    """Whether a text ends in a word or a comma after which no paragraph ends."""
    return text.endswith(",") or text.rsplit(maxsplit=1)[-1].casefold() in OPEN_WORDS
