"""Rejoin paragraphs of flowing documents (Markdown, HTML, Word) that a page break cut in two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.layout.lines import LayoutLine
from corpus.layout.sentences import ends_sentence, starts_lower
from corpus.layout.state import LayoutState

OPEN_WORD_LIST = """
a an and are as at between by for from had has have in into is of on or than that the their this to
was were which who will with
"""
OPEN_WORDS = frozenset(OPEN_WORD_LIST.split())
"""Words that no sentence ends in."""


def join_cut_paragraphs(state: LayoutState) -> LayoutState:
    """Step: group the lines of each paragraph: one line, more only where a page break cut it."""
    return replace(state, line_groups=tuple(map(tuple, group_cut_paragraphs(state.lines))))


def group_cut_paragraphs(lines: Iterable[LayoutLine]) -> list[list[LayoutLine]]:
    """Return the lines of each paragraph."""
    groups: list[list[LayoutLine]] = []
    for line in lines:
        if groups and is_cut(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_cut(above: LayoutLine, below: LayoutLine) -> bool:
    """Return whether two paragraphs are one that a page break cut."""
    if below.has_marker or below.kind_is_stated:
        return False
    if above.heading_level is not None or above.cells or below.cells:
        return False
    if above.bold or below.bold or not above.text:
        is_lone_marker = not above.text and above.has_marker
        return is_lone_marker
    is_open = starts_lower(below.text) or is_left_open(above.text)
    return is_open and not ends_sentence(above.text)


def is_left_open(text: str) -> bool:
    """Return whether a text ends in a word or a comma after which no paragraph ends."""
    return text.endswith(",") or text.rsplit(maxsplit=1)[-1].casefold() in OPEN_WORDS
