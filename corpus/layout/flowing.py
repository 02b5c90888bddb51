"""Blocks of a document whose lines are whole paragraphs already, such as Markdown or Word."""

from __future__ import annotations

from corpus.blocks import CONTENTS, Block
from corpus.layout.assembly import assemble
from corpus.layout.breaks import finished, opens_lower, stated
from corpus.layout.contents import contents
from corpus.layout.joining import Words
from corpus.layout.numbering import number
from corpus.layout.pieces import Piece, piece
from corpus.lines import Document


def flowing_blocks(document: Document) -> list[Block]:
    """Returns the document's blocks, paragraphs that a page break cut in two put together."""
    pieces = [piece(line) for line in document.lines]
    words = Words(line.text for line in document.lines)
    listed = contents(pieces)
    text = [piece for index, piece in enumerate(pieces) if index not in listed]
    number(text)
    aside = [
        Block(CONTENTS, pieces[index].text, page=pieces[index].page) for index in sorted(listed)
    ]
    return aside + assemble(grouped(text), set(), 1.0, words)


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
    return not finished(above.text) and opens_lower(below.text)
