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
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import DOUBTFUL, MAX_MARK_SIZE_EMS, PLAIN, PdfWord

LINE_END_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line; no line break follows
IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])
"""Whether each character is white space, the last of which is U+3000; the last entry is not."""
START = np.ones(1, bool)
"""Beyond both ends of a text words end, as at a space."""

RAISED_PART_END = re.compile(r"\d(?!\d)|[^\W\d_](?=[^\w\s]+$)|[*†‡]")
"""Where within a word a raised mark may end; elsewhere it ends with the word."""

MIN_SHIFT_EMS = 0.12
"""Parts of a word whose bottoms are so far apart do not stand on one baseline, or not upright."""

# Old symbol fonts draw bullets under codes that are control characters in Unicode.
CONTROL = re.compile(r"[\x80-\x9f]")

Places = NDArray[np.float64]
"""(4, characters): left, top, right and bottom of each, as in a Place."""


class SplitText(NamedTuple):
    """The words of a page's text, and the indices of the first and last character of each there.

    `before` is what separates each from the last one, as in WordArrays.
    """

    texts: list[str]
    before: NDArray[np.str_]
    starts: list[int]
    lasts: list[int]


class TextPage:
    """The words of a pdfium text page."""

    def __init__(
        self, text_page: Any, box: CropBox, covers: Covers, all_doubtful: bool = False
    ) -> None:
        self.text_page, self.address, self.box = text_page, address_of(text_page), box
        self.styles = TextStyles(self.address, covers, DOUBTFUL if all_doubtful else PLAIN)

    def words(self) -> WordArrays:
        """Return the page's words in the order of its content stream."""
        words = split_words(page_text(self.text_page))
        firsts, lasts = self.places(words.starts), self.places(words.lasts)
        styles = self.styles.at(words.starts)
        # A word is as high as its first letter.
        edges = firsts[0], lasts[2], firsts[1], firsts[3]
        columns = WordArrays(words.texts, words.before, *edges, *styles)
        level = self.are_level(words, firsts, lasts)
        if all(level):
            return columns
        parts = zip(columns, words.starts, level, strict=True)
        return WordArrays.of(
            part
            for word, start, is_level in parts
            for part in ((word,) if is_level else self.level_parts(word, start))
        )

    def are_level(self, words: SplitText, firsts: Places, lasts: Places) -> list[bool]:
        """Return whether each word stands on one line: all that may be raised, as its first letter.

        `firsts` and `lasts` are the places of the first and the last character of each.
        """
        texts, starts = words.texts, words.starts
        odd = [at for at, text in enumerate(texts) if not text.isalpha()]
        ends = [(at, end) for at in odd for end in raised_part_ends(texts[at])]
        inner = self.places([starts[at] + end for at, end in ends])
        owners = np.array([*range(len(texts)), *(at for at, _ in ends)], np.intp)
        letters = [*(text[-1] for text in texts), *(texts[at][end] for at, end in ends)]
        is_digit = np.array(list(map(str.isdecimal, letters)), bool)
        place, first = np.hstack((lasts, inner)), firsts[:, owners]
        max_shift = (first[3] - first[1]) * MIN_SHIFT_EMS
        stands_level = np.abs(place[3] - first[3]) <= max_shift
        stands_level &= ~(is_digit & is_far_smaller(place, first))
        level = np.ones(len(texts), bool)
        level[owners[~stands_level]] = False
        return level.tolist()

    def level_parts(self, word: PdfWord, start: int) -> Iterator[PdfWord]:
        """Yield the parts of a word that stand on other lines, given its first character's index.

        A word that runs up or down the page is one.
        """
        text, before = word.text, word.before
        places = self.places(range(start, start + len(text))).T.tolist()
        cuts = () if is_sideways(places) else shifts(text, places)
        parts = list(pairwise([0, *cuts, len(text)]))
        styles = self.styles.at([start + begin for begin, _ in parts])
        for (begin, end), *style in zip(parts, *map(NDArray.tolist, styles), strict=True):
            left, top, _, bottom = places[begin]
            yield PdfWord(text[begin:end], before, left, places[end - 1][2], top, bottom, *style)
            before = ""

    def places(self, indices: Sequence[int]) -> Places:
        """Return the places of some characters."""
        boxes = np.zeros((len(indices), 4), np.float32)
        ask_each(get_character_box, boxes, repeat(self.address), indices)
        return np.stack(self.box.place(*boxes.T.astype(np.float64)))


def split_words(text: str) -> SplitText:
    """Return the words of a page's text, which has one character for each of pdfium's."""
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    is_space = IS_SPACE[np.minimum(codes, len(IS_SPACE) - 1)]
    is_hyphen = codes == ord(LINE_END_HYPHEN)
    ends_word = is_space | is_hyphen
    starts = np.flatnonzero(~is_space & np.concatenate((START, ends_word[:-1])))
    lasts = np.flatnonzero(is_hyphen | (~is_space & np.concatenate((is_space[1:], START))))
    is_break = (codes == ord("\r")) | (codes == ord("\n"))
    lines = np.cumsum(is_break | np.concatenate((~START, is_hyphen[:-1])))[starts]
    begins_line = np.diff(lines, prepend=-1) > 0
    texts = text.replace(LINE_END_HYPHEN, "-\n").split()
    return SplitText(texts, np.where(begins_line, "\n", " "), starts.tolist(), lasts.tolist())


def raised_part_ends(word: str) -> Iterator[int]:
    """Yield the indices of the characters within a word with which a raised mark may end."""
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
