"""Reading order: runs of lines that a file holds out of their place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby

from corpus.layout.pieces import Piece

JUMP = 14.0
"""Points upwards that a line must begin above the one before it to begin a new run."""


MOST_RUNS = 100
"""Runs on a page beyond which it is no page of text, and keeps the file's order."""


def in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yields the pieces page by page, each page's runs from top to bottom.

    Runs that stand beside each other (columns, cells of a row) keep the file's order.
    """
    for _, page in groupby(pieces, key=lambda piece: piece.page):
        found = list(runs(page))
        yield from chain.from_iterable(found if len(found) > MOST_RUNS else downwards(found))


def downwards(found: Iterable[list[Piece]]) -> list[list[Piece]]:
    """Returns the runs, each before those that stand wholly below it."""
    placed: list[list[Piece]] = []
    for run in found:
        bottom = max(piece.bottom for piece in run)
        at = len(placed)
        while at and bottom <= min(piece.top for piece in placed[at - 1]):
            at -= 1
        placed.insert(at, run)
    return placed


def runs(page: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yields the page's lines in runs that go down the page."""
    run: list[Piece] = []
    for piece in page:
        if run and piece.top < run[-1].top - JUMP:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def whole_lines(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yields the pieces, those that a left-out mark split put together again."""
    last: Piece | None = None
    for piece in pieces:
        if last and split(last, piece):
            last = replace(last, text=f"{last.text} {piece.text}", right=piece.right)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def split(left: Piece, right: Piece) -> bool:
    """Whether two pieces are parts of one printed line."""
    return (
        left.page == right.page
        and abs(left.bottom - right.bottom) < right.size * 0.3
        and -1.0 < right.start - left.right < right.size
        and not right.bullet
    )
