"""Words with place and look to printed lines: joined on a baseline, divided at wide gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.formats.lines import Line

# All in ems of the line.
COLUMN_GAP = 1.5  # wider than any space of a justified line
LINE_GAP = 1.0  # a part of the same line starts within it
SPACE = 0.12  # wider than the gap between two letters
RAISED = 0.2  # how far above its line's bottom a footnote mark's bottom stands at least
SMALL = 0.8  # a footnote mark's size over its line's, at most

MARKER = re.compile(r"\(?\d{1,3}[.)]?|\(?[a-z][.)]|[^\w\s]")  # of a paragraph or list item
GLUED = re.compile(r"^\d{1,3}\.(?=[^\W\d])")  # a paragraph's number set tight before its text
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Word(NamedTuple):
    """A word as printed; `before` is what parts it from the one before: "", space, newline."""

    text: str
    before: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


def printed(words: Iterable[Word], page: int) -> Iterator[Line]:
    """Yields the lines that words make, a line with wide gaps as one Line a column."""
    for row in rows(words):
        for column in columns(row):
            yield line(column, page)


def rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yields the words of each printed line."""
    row: list[Word] = []
    for word in words:
        if row and word.before == "\n":
            gap = word.left - row[-1].right
            if not goes_on(row[-1], word, gap):
                yield row
                row = []
            else:
                word = word._replace(before=" " if gap > SPACE * word.size else "")
        row.append(word)
    if row:
        yield row


def goes_on(last: Word, word: Word, gap: float) -> bool:
    """Returns whether a word that pdfium starts a line with stands right behind the last one."""
    size = max(last.size, word.size)
    return -SPACE * size <= gap <= LINE_GAP * size and (level(last, word) or level(word, last))


def level(one: Word, other: Word) -> bool:
    """Returns whether the middle of one word stands beside the other."""
    return other.top <= (one.top + one.bottom) / 2 <= other.bottom


def columns(row: list[Word]) -> Iterator[list[Word]]:
    """Yields the parts that wide gaps divide a line into; a number keeps its paragraph."""
    begin = 0
    for at in range(1, len(row)):
        gap = row[at].left - row[at - 1].right
        if gap > COLUMN_GAP * row[at].size and not (
            at == begin + 1 and MARKER.fullmatch(row[begin].text)
        ):
            yield row[begin:at]
            begin = at
    yield row[begin:]


def line(words: list[Word], page: int) -> Line:
    """Returns the Line of words that stand side by side."""
    size, bold = look(words)
    plain = [word for word in words if word.size >= size] or words
    bottom = max([word.bottom for word in plain])
    text = "".join([word.before + shown(word, size, bottom) for word in words]).strip()
    text = GLUED.sub(r"\g<0> ", text)
    top = min([word.top for word in plain])
    return Line(text, page, words[0].left, words[-1].right, top, bottom, size, bold)


def look(words: list[Word]) -> tuple[float, bool]:
    """Returns size and weight of most letters."""
    looks = {(word.size, word.bold) for word in words}
    if len(looks) == 1:
        return looks.pop()
    letters: Counter[tuple[float, bool]] = Counter()
    for word in words:
        letters[word.size, word.bold] += len(word.text)
    return letters.most_common(1)[0][0]


def shown(word: Word, size: float, bottom: float) -> str:
    """Returns the text of a word, a footnote mark as superscript digits."""
    if word.size > SMALL * size or bottom - word.bottom < RAISED * size:
        return word.text
    return word.text.translate(SUPERSCRIPT) if word.text.isdecimal() else word.text
