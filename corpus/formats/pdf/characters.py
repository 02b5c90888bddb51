"""The characters of a PDF page as words with place, size and look, asked of pdfium in few calls.

Each question to pdfium is a foreign call, and a report has a hundred thousand characters. So
a page's text is fetched at once, and place and font are asked only at the ends of each word, of
all words in a row.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from corpus.formats.pdf.calls import address_of, ask_each, get_character_box
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.crop_box import CropBox, Place
from corpus.formats.pdf.styles import TextStyles
from corpus.formats.pdf.words import DOUBTFUL, MAX_MARK_SIZE_EMS, PLAIN, PdfWord

LINE_END_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line; no line break follows
TEXT_LINE = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]*{LINE_END_HYPHEN}?")
OTHER_SPACE = re.compile(r"[^\S \r\n]")

RAISED_PART_END = re.compile(r"\d(?!\d)|[^\W\d_](?=[^\w\s]+$)|[*†‡]")
"""Where within a word a raised mark may end; elsewhere it ends with the word."""

MIN_SHIFT_EMS = 0.12
"""Parts of a word whose bottoms are so far apart do not stand on one baseline, or not upright."""

# Old symbol fonts draw bullets under codes that are control characters in Unicode.
CONTROL = re.compile(r"[\x80-\x9f]")

Places = NDArray[np.float64]
"""(4, characters): left, top, right and bottom of each, as in a Place."""


class TextWord(NamedTuple):
    """A word of a page's text and the index of its first character there.

    `before` is what separates it from the last one, as of a PdfWord.
    """

    text: str
    before: str
    start: int


class TextPage:
    """The words of a pdfium text page."""

    def __init__(
        self, text_page: Any, box: CropBox, covers: Covers, all_doubtful: bool = False
    ) -> None:
        self.text_page, self.address, self.box = text_page, address_of(text_page), box
        self.styles = TextStyles(self.address, covers, DOUBTFUL if all_doubtful else PLAIN)

    def words(self) -> Iterator[PdfWord]:
        """Yield the page's words in the order of its content stream."""
        words = list(split_words(page_text(self.text_page)))
        starts = [word.start for word in words]
        firsts = self.places(starts)
        lasts = self.places([start + len(text) - 1 for text, _, start in words])
        level = self.are_level(words, firsts, lasts)
        # A word is as high as its first letter.
        edges = zip(*np.stack((firsts[0], lasts[2], firsts[1], firsts[3])).tolist(), strict=True)
        parts = zip(words, edges, self.styles.at(starts), level, strict=True)
        for word, (left, right, top, bottom), style, is_level in parts:
            if is_level:
                yield PdfWord(word.text, word.before, left, right, top, bottom, *style)
            else:
                yield from self.level_parts(word)

    def are_level(self, words: Sequence[TextWord], firsts: Places, lasts: Places) -> list[bool]:
        """Return whether each word stands on one line: all that may be raised, as its first letter.

        `firsts` and `lasts` are the places of the first and the last character of each.
        """
        ends = [(at, end) for at, word in enumerate(words) for end in raised_part_ends(word.text)]
        inner = self.places([words[at].start + end for at, end in ends])
        owners = np.array([*range(len(words)), *(at for at, _ in ends)], np.intp)
        letters = [*(word.text[-1] for word in words), *(words[at].text[end] for at, end in ends)]
        is_digit = np.array(list(map(str.isdecimal, letters)), bool)
        place, first = np.hstack((lasts, inner)), firsts[:, owners]
        max_shift = (first[3] - first[1]) * MIN_SHIFT_EMS
        stands_level = np.abs(place[3] - first[3]) <= max_shift
        stands_level &= ~(is_digit & is_far_smaller(place, first))
        level = np.ones(len(words), bool)
        level[owners[~stands_level]] = False
        return level.tolist()

    def level_parts(self, word: TextWord) -> Iterator[PdfWord]:
        """Yield the parts of a word that stand on other lines.

        A word that runs up or down the page is one.
        """
        text, before, start = word
        places = self.places(range(start, start + len(text))).T.tolist()
        cuts = () if is_sideways(places) else shifts(text, places)
        parts = list(pairwise([0, *cuts, len(text)]))
        styles = self.styles.at([start + begin for begin, _ in parts])
        for (begin, end), style in zip(parts, styles, strict=True):
            left, top, _, bottom = places[begin]
            yield PdfWord(text[begin:end], before, left, places[end - 1][2], top, bottom, *style)
            before = ""

    def places(self, indices: Sequence[int]) -> Places:
        """Return the places of some characters."""
        boxes = np.zeros((len(indices), 4), np.float32)
        ask_each(get_character_box, boxes, repeat(self.address), indices)
        return np.stack(self.box.place(*boxes.T.astype(np.float64)))


def split_words(text: str) -> Iterator[TextWord]:
    """Yield the words of a page's text, which has one character for each of pdfium's."""
    printed = OTHER_SPACE.sub(" ", text.replace(LINE_END_HYPHEN, "-"))
    for line in TEXT_LINE.finditer(text):
        before, start = "\n", line.start()
        for word in printed[start : line.end()].split(" "):
            if word:
                yield TextWord(word, before, start)
                before = " "
            start += len(word) + 1


def raised_part_ends(word: str) -> Iterator[int]:
    """Yield the indices of the characters within a word with which a raised mark may end."""
    if not word.isalpha():
        for match in RAISED_PART_END.finditer(word, 1):
            if match.end() < len(word):
                yield match.start()


def is_sideways(places: Sequence[Place]) -> bool:
    """Return whether characters stand over one another."""
    first, last = places[0], places[-1]
    return abs(last[0] - first[0]) < abs(last[3] - first[3]) * MIN_SHIFT_EMS


def is_far_smaller(place: Any, other: Any) -> Any:
    """Return whether a character is set so much smaller than another that it may be a mark.

    Of `Places` return an array that tells it of each.
    """
    return place[3] - place[1] < (other[3] - other[1]) * MAX_MARK_SIZE_EMS


def shifts(word: str, places: Sequence[Place]) -> Iterator[int]:
    """Yield the indices of characters that stand on another line than the one before them.

    So do those where digits begin or end that are far smaller than their neighbours.
    """
    for index, (last, place) in enumerate(pairwise(places), start=1):
        height = max(last[3] - last[1], place[3] - place[1])
        starts_small = word[index].isdecimal() and is_far_smaller(place, last)
        ends_small = word[index - 1].isdecimal() and is_far_smaller(last, place)
        if starts_small or ends_small or abs(place[3] - last[3]) > height * MIN_SHIFT_EMS:
            yield index


def page_text(text_page: Any) -> str:
    """Return the text of a page, one character for each of pdfium's."""
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    return CONTROL.sub("•", text)
