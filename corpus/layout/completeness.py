"""Completeness: whether the blocks hold all that the pages print, letter by letter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpus.formats.document import Document, TextLine
from corpus.layout.blocks import FURNITURE, RUNNING, Block
from corpus.layout.furniture.headers_footers import (
    DIGITS,
    MAX_BAND_LINES,
    PAGE_NUMBER,
    find_running_lines,
)
from corpus.layout.furniture.raised_marks import LETTERS, NUMBERS

NO_LETTERS = re.compile(rf"[\W_{NUMBERS}{LETTERS}]+")
"""What may differ between a line and its block: spaces, hyphens, bullets, and raised marks."""

MAX_NEAR_CHARACTERS, MAX_SEARCHES = 500, 2_000
"""How far behind the last line a line is looked for first, and how many lines of a page are looked
for in all of it; no real page has a tenth as many lines, and what is over is taken as read."""

LEADING_DIGITS = re.compile(r"\d+")

MIN_LETTERS = 3
"""A line of fewer letters is a mark or a number."""


def find_lost_text(document: Document, blocks: Sequence[Block]) -> dict[int, str]:
    """Return, by page, the text of lines that no block holds, of those pages that have any.

    Page numbers are not expected in a block, and running heads and feet in one of any page.
    """
    printed = printed_texts(document, blocks)
    running = {running_letters(block.text) for block in blocks if block.kind == RUNNING}
    lost: dict[int, str] = {}
    for page, lines in groupby(document.lines, key=lambda line: line.page):
        if page is not None:
            texts = [
                line.text
                for line in lines_not_in(printed[page], lines)
                if not PAGE_NUMBER.fullmatch(line.text)
                and running_letters(line.text) not in running
            ]
            if texts:
                lost[page] = " ".join(filter(None, [lost.get(page), *texts]))
    return lost


def find_pages_without_text(document: Document) -> set[int]:
    """Return the numbers of pages that have running lines and page numbers, and no other text."""
    counts = Counter(line.page for line in document.lines)
    if all(count > MAX_BAND_LINES * 2 for count in counts.values()):  # known at once, and usual
        return set()
    running, page_numbers = find_running_lines(document)
    furniture = {document.lines[index].page for index in running | page_numbers}
    text = {
        line.page
        for index, line in enumerate(document.lines)
        if index not in running and index not in page_numbers
    }
    return {page for page in furniture - text if page is not None}


def printed_texts(document: Document, blocks: Sequence[Block]) -> defaultdict[int, str]:
    """Return, by page, the texts of the blocks that stand on it, whole.

    A block of the running text reaches as far as the page on which the next one begins.
    """
    texts: defaultdict[int, list[str]] = defaultdict(list)
    end = max((page.number for page in document.pages), default=0)
    for block in reversed(blocks):
        if block.page is not None:
            is_text = block.kind not in FURNITURE
            text = "\n".join((*block.cells, block.text)) if block.cells else block.text
            for page in range(block.page, max(end, block.page) + 1 if is_text else block.page + 1):
                texts[page].append(text)
            end = block.page if is_text else end
    return defaultdict(str, {page: "\n".join(on_page[::-1]) for page, on_page in texts.items()})


def lines_not_in(printed: str, lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """Yield the lines of a page of which the letters are not among those printed in its blocks.

    Most lines stand in their block as they are, behind the line before them: they are looked for
    there first.
    """
    place, searches, printed_letters = 0, 0, ""
    for line in lines:
        near = printed.find(line.text, place, place + len(line.text) + MAX_NEAR_CHARACTERS)
        if near >= 0:
            place = near
            continue
        letters = letters_of(line.text)
        if len(letters) < MIN_LETTERS or searches >= MAX_SEARCHES:
            continue
        searches += 1
        printed_letters = printed_letters or letters_of(printed)
        number = LEADING_DIGITS.match(letters)  # of a paragraph, which its text does not hold
        rest = letters[number.end() :] if number else ""
        if letters not in printed_letters and not (rest and rest in printed_letters):
            yield line


def letters_of(text: str) -> str:
    """Return the letters and digits of a text."""
    return NO_LETTERS.sub("", text)


def running_letters(text: str) -> str:
    """Return what the appearances of a running line have in common."""
    return DIGITS.sub("#", " ".join(text.split())).casefold()
