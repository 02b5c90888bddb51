"""Blocks of a document whose lines are those that were printed, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.formats.lines import Document, Line
from corpus.layout.assembly import assemble, grouped
from corpus.layout.blocks import CONTENTS, HEADING, NOTE, RUNNING, Block
from corpus.layout.boxes import find_boxes
from corpus.layout.contents import contents
from corpus.layout.headings import levels, look, set_apart
from corpus.layout.joining import Words
from corpus.layout.measure import Measures, measures
from corpus.layout.notes import notes
from corpus.layout.numbering import number
from corpus.layout.order import in_order, whole_lines
from corpus.layout.pieces import Piece, piece
from corpus.layout.running import running
from corpus.layout.tables import fold_tables


def printed_blocks(document: Document) -> list[Block]:
    """Returns the document's blocks: furniture of each kind first, then the text."""
    heads, page_numbers = running(document)
    body = [
        piece(line)
        for index, line in enumerate(document.lines)
        if index not in heads and index not in page_numbers and line.text.strip()
    ]
    pieces = list(in_order(body))
    sizes = measures(pieces)
    words = Words(line.text for line in document.lines)
    aside = dict.fromkeys(notes(pieces, sizes), NOTE)
    aside.update((index, CONTENTS) for index in contents(pieces))
    text = list(whole_lines(piece for index, piece in enumerate(pieces) if index not in aside))
    return [
        *running_blocks(document.lines[index] for index in sorted(heads)),
        *furniture_blocks(pieces, aside),
        *text_blocks(text, sizes, words),
    ]


def text_blocks(text: Sequence[Piece], sizes: Measures, words: Words) -> list[Block]:
    """Returns the blocks of the running text."""
    folded = fold_tables(text, sizes, words)
    number(folded)
    find_boxes(folded, sizes)
    set_apart(folded, sizes)
    found = assemble(grouped(folded, sizes), sizes, words)
    ranks = levels(found)
    return [
        replace(block, level=ranks[look(block)])
        if block.kind == HEADING and block.level is None
        else block
        for block in found
        if block.text
    ]


def running_blocks(lines: Iterable[Line]) -> list[Block]:
    """Returns a block for each running head or foot that says something new."""
    found: dict[str, Block] = {}
    for line in lines:
        text = " ".join(line.text.split())
        found.setdefault(text, Block(RUNNING, text, page=line.page, size=line.size))
    return list(found.values())


def furniture_blocks(pieces: Sequence[Piece], aside: dict[int, str]) -> list[Block]:
    """Returns a block for each line of notes and contents."""
    return [
        Block(kind, " ".join(found.text.split()), page=found.page, size=found.size)
        for found, kind in ((pieces[index], kind) for index, kind in sorted(aside.items()))
    ]
