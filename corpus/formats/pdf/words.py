"""PDF words to printed lines: join words along a baseline, split the line at column gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.formats.document import TextLine
from corpus.formats.superscripts import superscript

# All in ems of the line.
MIN_COLUMN_GAP_EMS = 1.5  # wider than any space in a justified line
MAX_WORD_GAP_EMS = 1.0  # the next part of the same line starts within it
MIN_SPACE_EMS = 0.12  # wider than the gap between two letters
MIN_RAISE_EMS = 0.2  # how far above its line's bottom the bottom of raised text stands
MAX_RAISED_SIZE_EMS = 0.9  # the size of raised text; a part of a word may be as large as the rest
MAX_MARK_SIZE_EMS = 0.75  # the size of a number that is a mark although it is not raised

NUMBER_END = re.compile(r"[\d%][.,;:)]?\Z")  # of a text that a note's mark may stand behind
ITEM_MARKER = re.compile(r"\(?\d{1,3}[.)]?|\(?[a-z][.)]|[^\w\s]")  # of a paragraph or list item
GLUED_NUMBER = re.compile(r"^\d{1,3}\.(?=[^\W\d])")  # of a paragraph, set tight before its text


PLAIN = ""
DOUBTFUL = "doubtful"
SLANTED = "slanted"


class PdfWord(NamedTuple):
    """A word as printed; `before` is what separates it from the last one: "", space, newline.

    Places are in points from the page's top left corner. `look` is one of the names above:
    slanted words stand at an angle, of doubtful ones it is not sure that a reader sees them.
    """

    text: str
    before: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    look: str = PLAIN


def join_words(words: Iterable[PdfWord], page: int) -> Iterator[TextLine]:
    """Yield the lines that words make; a line with wide gaps gives one TextLine per column."""
    for row in split_rows(words):
        for column in split_columns(row):
            yield make_line(column, page)


def split_rows(words: Iterable[PdfWord]) -> Iterator[list[PdfWord]]:
    """Yield the words of each printed line, across all columns."""
    row: list[PdfWord] = []
    for word in words:
        if row and word.before == "\n":
            gap = word.left - row[-1].right
            if not continues_row(row[-1], word, gap):
                yield row
                row = []
            else:
                word = word._replace(before=" " if gap > MIN_SPACE_EMS * word.size else "")
        row.append(word)
    if row:
        yield row


def continues_row(last: PdfWord, word: PdfWord, gap: float) -> bool:
    """Return whether a word that pdfium starts a line with stands right behind the last one."""
    size = max(last.size, word.size)
    is_near = -MIN_SPACE_EMS * size <= gap <= MAX_WORD_GAP_EMS * size
    return is_near and (is_level(last, word) or is_level(word, last))


def is_level(word: PdfWord, neighbour: PdfWord) -> bool:
    """Return whether the middle of a word is within its neighbour's height."""
    return neighbour.top <= (word.top + word.bottom) / 2 <= neighbour.bottom


def split_columns(row: list[PdfWord]) -> Iterator[list[PdfWord]]:
    """Yield the parts that wide gaps split a line into; a number stays with its paragraph."""
    begin = 0
    has_text = any(letter.isalpha() for word in row for letter in word.text)
    for index in range(1, len(row)):
        gap = row[index].left - row[index - 1].right
        if gap > MIN_COLUMN_GAP_EMS * row[index].size and not (
            has_text and index == begin + 1 and ITEM_MARKER.fullmatch(row[begin].text)
        ):
            yield row[begin:index]
            begin = index
    yield row[begin:]


def make_line(words: list[PdfWord], page: int) -> TextLine:
    """Return the TextLine of words that stand side by side."""
    size, bold = dominant_font(words)
    full_size = [word for word in words if word.size >= size] or words
    bottom = max([word.bottom for word in full_size])
    text = line_text(words, size, bottom).strip()
    text = GLUED_NUMBER.sub(r"\g<0> ", text)
    top = min([word.top for word in full_size])
    return TextLine(text, page, words[0].left, words[-1].right, top, bottom, size, bold)


def dominant_font(words: list[PdfWord]) -> tuple[float, bool]:
    """Return size and weight of most letters."""
    fonts = {(word.size, word.bold) for word in words}
    if len(fonts) == 1:
        return fonts.pop()
    letters: Counter[tuple[float, bool]] = Counter()
    for word in words:
        letters[word.size, word.bold] += len(word.text)
    return letters.most_common(1)[0][0]


def line_text(words: Iterable[PdfWord], size: float, bottom: float) -> str:
    """Return the text of a line of a size and bottom, with the space that a mark stands in."""
    text, is_after_mark = "", False
    for word in words:
        is_glued = not word.before
        follows_number = is_glued and NUMBER_END.search(text[-2:]) is not None
        printed = raised_text(word, size, bottom)
        if follows_number and is_small_number(word, size):
            printed = superscript(word.text)
        before = " " if is_after_mark and is_glued and word.text[:1].isalpha() else word.before
        text += before + printed
        is_after_mark = follows_number and printed != word.text
    return text


def is_small_number(word: PdfWord, size: float) -> bool:
    """Return whether a word is a number in far smaller type than its line has."""
    return word.size <= MAX_MARK_SIZE_EMS * size and word.text.isdecimal()


def raised_text(word: PdfWord, size: float, bottom: float) -> str:
    """Return the text of a word, as `superscript` does where it is raised.

    `size` and `bottom` are those of the line.
    """
    if bottom - word.bottom < MIN_RAISE_EMS * size:
        return word.text
    is_small = word.size <= MAX_RAISED_SIZE_EMS * size
    return superscript(word.text) if is_small or not word.before else word.text
