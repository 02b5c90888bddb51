"""Completeness: whether the blocks hold all that the pages print, letter by letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.formats.document import Document, TextLine
from corpus.layout.blocks import FURNITURE, RUNNING, Block
from corpus.layout.furniture.headers_footers import DIGITS, PAGE_NUMBER, find_running_lines
from corpus.layout.furniture.raised_marks import LETTERS, NUMBERS

NO_LETTERS = re.compile(rf"[\W_{NUMBERS}{LETTERS}]+")
"""What may differ between a line and its block: spaces, hyphens, bullets, and raised marks."""

LEADING_DIGITS = re.compile(r"\d+")

MIN_LETTERS = 3
"""A line of fewer letters is a mark or a number."""


def find_lost_text(document: Document, blocks: Sequence[Block]) -> dict[int, str]:
    """Return, by page, the text of lines that no block holds, of those pages that have any.

    Page numbers are not expected in a block, and running heads and feet in one of any page.
    """
    printed = printed_letters(document, blocks)
    running = {running_letters(block.text) for block in blocks if block.kind == RUNNING}
    lost: defaultdict[int, list[str]] = defaultdict(list)
    for line in document.lines:
        is_running = PAGE_NUMBER.fullmatch(line.text) or running_letters(line.text) in running
        if line.page is not None and not is_running and is_lost(line, printed[line.page]):
            lost[line.page].append(line.text)
    return {page: " ".join(texts) for page, texts in lost.items()}


def find_pages_without_text(document: Document) -> set[int]:
    """Return the numbers of pages that have running lines and page numbers, and no other text."""
    running, page_numbers = find_running_lines(document)
    furniture = {document.lines[index].page for index in running | page_numbers}
    text = {
        line.page
        for index, line in enumerate(document.lines)
        if index not in running and index not in page_numbers
    }
    return {page for page in furniture - text if page is not None}


def printed_letters(document: Document, blocks: Sequence[Block]) -> defaultdict[int, str]:
    """Return, by page, the letters of the blocks that stand on it, whole.

    A block of the running text reaches as far as the page on which the next one begins.
    """
    letters: defaultdict[int, list[str]] = defaultdict(list)
    end = max((page.number for page in document.pages), default=0)
    for block in reversed(blocks):
        if block.page is not None:
            is_text = block.kind not in FURNITURE
            text = letters_of("\n".join((block.text, *block.cells)))
            for page in range(block.page, max(end, block.page) + 1 if is_text else block.page + 1):
                letters[page].append(text)
            end = block.page if is_text else end
    return defaultdict(str, {page: "\n".join(texts) for page, texts in letters.items()})


def is_lost(line: TextLine, printed: str) -> bool:
    """Return whether the letters of a line are not among those of its page."""
    letters = letters_of(line.text)
    if len(letters) < MIN_LETTERS or letters in printed:
        return False
    number = LEADING_DIGITS.match(letters)  # of a paragraph, which its text does not hold
    return number is None or letters[number.end() :] not in printed


def letters_of(text: str) -> str:
    """Return the letters and digits of a text."""
    return NO_LETTERS.sub("", text)


def running_letters(text: str) -> str:
    """Return what the appearances of a running line have in common."""
    return DIGITS.sub("#", " ".join(text.split())).casefold()
