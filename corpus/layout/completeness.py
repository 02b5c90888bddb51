"""Completeness: whether the blocks hold all that a file's lines say, letter by letter."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import numpy as np

from corpus.characters import TranslationTable
from corpus.formats.document import Document, TextLine
from corpus.layout.blocks import FURNITURE, NOTE, ROW, RUNNING, Block
from corpus.layout.bullets import LEADING_BULLET
from corpus.layout.furniture.headers_footers import DIGITS, MAX_BAND_LINES, find_running_lines
from corpus.layout.furniture.raised_marks import LETTERS, NUMBERS

NO_LETTER = re.compile(rf"[\W_{NUMBERS}{LETTERS}]")
"""What may differ between a line and its block: spaces, hyphens, bullets, and raised marks."""
LETTERS_ALONE = TranslationTable(NO_LETTER, None)

MAX_NEAR_CHARACTERS, MAX_SEARCHES = 500, 2_000
"""How far behind the last line a line is looked for first, and how many lines of a page are looked
for in all of it; no real page has a tenth as many lines. What is over is missed in the count."""

MIN_LETTERS = 3
"""A line of fewer letters is too short to be looked for: it is missed in the count."""

LEADING_ZEROS = re.compile(r"0+(?=\d)")
"""What a paragraph's number does not keep."""

NOTE_NUMBER = re.compile(r"\d{1,2}")
"""What a typed note begins with, which also stood, as its mark, in the text."""

LostText = dict["int | None", str]
"""The lost text of each page that has any; None stands for a file without pages."""


def find_lost_text(document: Document, blocks: Sequence[Block]) -> LostText:
    """Return, by page, the text of lines that no block holds.

    A running head or foot is expected once. Each line is looked for on its page; what is too short
    to be found there is found by a count of all letters.
    """
    running = {running_letters(block.text) for block in blocks if block.kind == RUNNING}
    lines = [line for line in document.lines if running_letters(line.text) not in running]
    printed = printed_texts(document, blocks)
    lost = [
        line
        for page, on_page in groupby(lines, key=lambda line: line.page)
        for line in lines_not_in(printed[page], on_page)
    ]
    missing = count_missing(lines, blocks)
    if missing:
        missing -= count_letters(line.text for line in lost)
        doubted = {line.page for line in lost}
        likely = sorted(lines, key=lambda line: line.page not in doubted)
        lost += lines_of_missing(missing, likely, printed)
        lost = lost or [TextLine("".join(sorted(missing.elements())))]
    texts: defaultdict[int | None, list[str]] = defaultdict(list)
    for line in lost:
        texts[line.page].append(line.text)
    return {page: " ".join(on_page) for page, on_page in texts.items()}


def count_missing(lines: Iterable[TextLine], blocks: Sequence[Block]) -> Counter[str]:
    """Return how often each letter and digit stands in the lines beyond how often in the blocks."""
    expected = count_letters(text_expected(line) for line in lines)
    return expected - count_letters(chain.from_iterable(map(texts_held, blocks)))


def text_expected(line: TextLine) -> str:
    """Return what of a line its block holds: all but its bullet and the zeros of its number."""
    bullet = LEADING_BULLET.match(line.text)
    text = line.text[bullet.end() :] if bullet else line.text
    return LEADING_ZEROS.sub("", text, count=1) if text[:1] == "0" else text


def texts_held(block: Block) -> Iterator[str]:
    """Yield the texts of a block, and of a note its number once more."""
    if block.kind != RUNNING:
        yield printed_text(block)
    number = NOTE_NUMBER.match(block.text) if block.kind == NOTE else None
    if number:
        yield number[0]


def printed_text(block: Block) -> str:
    """Return a block's text with the label beside it and its number."""
    number = "" if block.number is None else f"{block.number} "
    label = "" if block.kind == ROW else "\n".join((*block.cells, ""))
    return f"{label}{number}{block.text}"


def lines_of_missing(
    missing: Counter[str], lines: Sequence[TextLine], printed: defaultdict[int | None, str]
) -> Iterator[TextLine]:
    """Yield lines that the missing letters make up, those first that are no word of their page."""
    words: dict[int | None, set[str]] = {}
    for is_sure in (True, False):
        for line in lines:
            letters = letters_of(text_expected(line))
            count = Counter(letters)
            if not count or not count <= missing:
                continue
            if line.page not in words:
                words[line.page] = set(map(letters_of, printed[line.page].split()))
            if not is_sure or letters not in words[line.page]:
                missing = missing - count
                yield line


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


def printed_texts(document: Document, blocks: Sequence[Block]) -> defaultdict[int | None, str]:
    """Return, by page, the texts of the blocks that stand on it, whole.

    A block of the running text reaches as far as the page on which the next one begins.
    """
    texts: defaultdict[int | None, list[str]] = defaultdict(list)
    end = max((page.number for page in document.pages), default=0)
    for block in reversed(blocks):
        text = printed_text(block)
        if block.kind == ROW:  # its cells may be of several lines each, or one line of its text
            text = "\n".join((*block.cells, text))
        if block.page is None:
            texts[None].append(text)
            continue
        is_text = block.kind not in FURNITURE
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
        letters = letters_of(text_expected(line))
        if len(letters) < MIN_LETTERS or searches >= MAX_SEARCHES:
            continue
        searches += 1
        printed_letters = printed_letters or letters_of(printed)
        if letters not in printed_letters:
            yield line


def count_letters(texts: Iterable[str]) -> Counter[str]:
    """Return how often each letter and digit stands in some texts."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    counts = np.bincount(codes)
    characters = {chr(code): int(counts[code]) for code in np.flatnonzero(counts)}
    return Counter({char: count for char, count in characters.items() if letters_of(char)})


def letters_of(text: str) -> str:
    """Return the letters and digits of a text."""
    return text.replace("’", "").translate(LETTERS_ALONE)


def running_letters(text: str) -> str:
    """Return what the appearances of a running line have in common."""
    return DIGITS.sub("#", " ".join(text.split())).casefold()
