"""Assemble blocks: the lines of each paragraph joined to one text, with its kind and depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, Block
from corpus.layout.dehyphenation import DocumentWords, join_lines
from corpus.layout.paragraphs.headings import classify_groups
from corpus.layout.state import LayoutState, LineGroup

MIN_NESTED_INDENT_POINTS = 6.0
"""Points that a nested bullet stands right of the one that it belongs to, more than this."""


def assemble_blocks(state: LayoutState) -> LayoutState:
    """Step: make a block of each group of lines."""
    groups = state.line_groups
    kinds = classify_groups(groups, state.metrics)
    depths = bullet_depths(groups, kinds)
    blocks = tuple(
        make_block(group, kind, depth, state.words)
        for group, kind, depth in zip(groups, kinds, depths, strict=True)
    )
    return replace(state, blocks=blocks)


def drop_empty_blocks(state: LayoutState) -> LayoutState:
    """Step: leave out blocks without text, such as a bullet with nothing after it."""
    return replace(state, blocks=tuple(block for block in state.blocks if block.text))


def bullet_depths(groups: Sequence[LineGroup], kinds: Sequence[str]) -> Iterator[int]:
    """Yield the depth of each group: of bullets as stated or by indent, 0 for all other kinds.

    A heading or paragraph ends all lists.
    """
    open_lefts: list[float] = []  # of the bullets that the next one may belong to
    for group, kind in zip(groups, kinds, strict=True):
        if kind in (HEADING, PARAGRAPH):
            open_lefts.clear()
        if kind != BULLET:
            yield 0
        elif group[0].bullet_depth:
            yield group[0].bullet_depth
        else:
            left = group[0].left
            while open_lefts and left < open_lefts[-1] - MIN_NESTED_INDENT_POINTS:
                open_lefts.pop()
            if not open_lefts or left > open_lefts[-1] + MIN_NESTED_INDENT_POINTS:
                open_lefts.append(left)
            yield len(open_lefts)


def make_block(group: LineGroup, kind: str, depth: int, words: DocumentWords) -> Block:
    """Return the block that a group of lines makes."""
    first = group[0]
    # A bullet within a group was the dash of a sentence: it is text again.
    rest = (f"{line.bullet} {line.text}".strip() for line in group[1:])
    text = join_lines(filter(None, [first.text.strip(), *rest]), words)
    return Block(
        kind=kind,
        text=" ".join(text.split()),
        page=first.page,
        number=first.number,
        depth=depth,
        cells=first.cells or label_of(group),
        level=first.heading_level,
        size=max(group, key=lambda line: len(line.text)).size,
        bold=all(line.bold for line in group),
        boxed=first.boxed,
    )


def label_of(group: LineGroup) -> tuple[str, ...]:
    """Return the label beside a paragraph as its one cell: both parts of one that a page cuts."""
    label = " ".join(line.row_label for line in group if line.row_label)
    return (label,) if label else ()
