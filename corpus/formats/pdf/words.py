"""PDF words, and the text of the printed line that words side by side make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

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
LOOKS = (PLAIN, DOUBTFUL, FAINT, SLANTED)


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
    texts, befores, lefts, rights, tops, bottoms, sizes, bolds, _ = zip(*words, strict=True)
    size, bold = dominant_font(texts, sizes, bolds)
    top, bottom = min(tops), max(bottoms)
    if min(sizes) < size <= max(sizes):
        top = min([word.top for word in words if word.size >= size])
        bottom = max([word.bottom for word in words if word.size >= size])
    if "" in befores or is_raised(min(bottoms), size, bottom):
        text = line_text(words, size, bottom)
    else:
        text = "".join(chain.from_iterable(zip(befores, texts, strict=True)))
    return TextLine(printed_text(text), page, lefts[0], rights[-1], top, bottom, size, bold)


def printed_text(text: str) -> str:
    """Return the text of a line, its number apart from what it is set tight before."""
    text = text.strip()
    return GLUED_NUMBER.sub(r"\g<0> ", text) if text[:1].isdecimal() else text


def dominant_font(
    texts: Sequence[str], sizes: Sequence[float], bolds: Sequence[bool]
) -> tuple[float, bool]:
    """Return size and weight of most letters of some words."""
    fonts = set(zip(sizes, bolds, strict=True))
    if len(fonts) == 1:
        return fonts.pop()
    letters: Counter[tuple[float, bool]] = Counter()
    for text, size, bold in zip(texts, sizes, bolds, strict=True):
        letters[size, bold] += len(text)
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
    if not is_raised(word.bottom, size, bottom):
        return word.text
    is_small = word.size <= MAX_RAISED_SIZE_EMS * size
    return superscript(word.text) if is_small or not word.before else word.text


def is_raised(word_bottom: Any, size: Any, bottom: Any) -> Any:
    """Return whether a word stands above the others of a line of that size and bottom.

    Of arrays return an array that tells it of each.
    """
    return bottom - word_bottom >= MIN_RAISE_EMS * size
