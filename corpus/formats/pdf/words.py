"""PDF words, and the text of the printed line that words side by side make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from corpus.formats.document import TextLine
from corpus.formats.superscripts import superscript

# All in ems of the line.
MIN_RAISE_EMS = 0.15  # how far above its line's bottom the bottom of raised text stands
MAX_RAISED_SIZE_EMS = 0.9  # the size of raised text; a part of a word may be as large as the rest
MAX_MARK_SIZE_EMS = 0.75  # the size of a number that is a mark although it is not raised

NUMBER_END = re.compile(r"[\d%][.,;:)]?\Z")  # of a text that a note's mark may stand behind
GLUED_NUMBER = re.compile(r"^\d{1,3}\.(?=[^\W\d])")  # of a paragraph, set tight before its text


PLAIN = ""
DOUBTFUL = "doubtful"
FAINT = "faint"
SLANTED = "slanted"


class PdfWord(NamedTuple):
    """A word as printed; `before` is what separates it from the last one: "", space, newline.

    Places are in points from the page's top left corner. `look` is one of the names above:
    slanted words stand at an angle, faint ones are paler than text is, and of doubtful ones it is
    not sure that a reader sees them.
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
