"""Lines of a page whose picture was recognised: beside those that its file has as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from msgspec.structs import replace as replace_fields

from corpus.formats.document import PageInfo, Recognition, TextLine
from corpus.formats.pdf.rows import join_words
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import PdfWord
from corpus.formats.recognised import SURE, RecognisedLine, RecognisedPage

MIN_LINE_CONFIDENCE = 40.0
"""The mean confidence of a line; less is a photograph, a signature or a stamp."""

MAX_DOUBTFUL_SHARE = 0.5
"""Of the words of a page: with more it gives no text."""

SIZES_OF_BODY = (0.8, 1.12)
"""Sizes as shares of the usual one that are the usual one: a line of few letters is measured ill,
mostly as too small.
"""

FONT_SIZE = 1.09
"""The size of a font, in heights from ascender to descender: so of Times and Arial alike."""

BULLET_LOOKALIKES = frozenset("¢«»°*©®e·o®§¤")
"""What Tesseract takes a bullet for, which its English model does not know."""

BULLET = "•"


def with_even_sizes(pages: Sequence[RecognisedPage]) -> list[RecognisedPage]:
    """Return the pages of a document, with the sizes of their fonts in place of the heights of
    their letters, and one size for all lines of the usual one.
    """
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[line.size] += sum(len(word.text) for word in line.words)
    usual = median(letters.elements()) if letters else 0.0
    return [
        replace_fields(page, lines=tuple(with_usual_size(line, usual) for line in page.lines))
        for page in pages
    ]


def with_usual_size(line: RecognisedLine, usual: float) -> RecognisedLine:
    """Return a line in the size of its font, in the usual one where its own is hardly another."""
    smallest, largest = SIZES_OF_BODY
    is_usual = smallest * usual <= line.size <= largest * usual
    size = (usual if is_usual else line.size) * FONT_SIZE
    return replace_fields(line, top=line.bottom - size, size=size)


def add_recognised(
    page: PageInfo, lines: list[TextLine], recognised: RecognisedPage
) -> tuple[PageInfo, list[TextLine]]:
    """Return a page and its lines, with those that were recognised of its picture.

    A word that stands where the file has text is that text, and is left out.
    """
    if recognised.failure:
        return replace(page, not_recognised=recognised.failure), lines
    others = [
        line if recognised.is_turned else words_beside(line, lines) for line in recognised.lines
    ]
    kept = [
        with_bullet(line)
        for line in others
        if line.words and confidence_of(line) >= MIN_LINE_CONFIDENCE
    ]
    words = [word for line in kept for word in line.words]
    doubtful = tuple(word.text for word in words if word.confidence < SURE and is_word(word.text))
    if not words or len(doubtful) > MAX_DOUBTFUL_SHARE * len(words):
        if page.unreadable is None:
            return page, lines
        return replace(page, unreadable=f"is a picture {no_words_cause(len(words))}"), lines
    left_out = sum(len(line.words) for line in others) - len(words)
    info = replace(
        page,
        unreadable=None,
        is_picture=False,
        recognition=Recognition(len(words), doubtful, left_out),
    )
    if recognised.is_turned:
        info = replace(info, width=recognised.width, height=recognised.height)
    return info, [*lines, *join_words(WordArrays.of(pdf_words(kept)), page.number)]


def no_words_cause(words: int) -> str:
    """Return why a picture gave no text, although Tesseract saw so many words."""
    if not words:
        return "on which no text was recognised"
    return f"that is too poor: more than half of the {words} words on it are doubtful"


def words_beside(line: RecognisedLine, lines: Sequence[TextLine]) -> RecognisedLine:
    """Return a recognised line without the words that stand where some lines of text do."""
    middle = (line.top + line.bottom) / 2
    level = [one for one in lines if one.top <= middle <= one.bottom]
    if not level:
        return line
    words = (
        word
        for word in line.words
        if not any(one.left <= (word.left + word.right) / 2 <= one.right for one in level)
    )
    return replace_fields(line, words=tuple(words))


def confidence_of(line: RecognisedLine) -> float:
    """Return the mean confidence of the letters of a line."""
    letters = sum(len(word.text) for word in line.words)
    return sum(word.confidence * len(word.text) for word in line.words) / letters


def is_word(text: str) -> bool:
    """Return whether a word has letters or digits, and is not a mere mark."""
    return any(map(str.isalnum, text))


def pdf_words(lines: Sequence[RecognisedLine]) -> Iterator[PdfWord]:
    """Yield the words of lines as those of a PDF."""
    for line in lines:
        before = "\n"
        for word in line.words:
            yield PdfWord(
                word.text,
                before,
                word.left,
                word.right,
                line.top,
                line.bottom,
                line.size,
                bold=False,
            )
            before = " "


def with_bullet(line: RecognisedLine) -> RecognisedLine:
    """Return a line of which the first word is a bullet where it looks like one."""
    first, *rest = line.words
    if not rest or first.text not in BULLET_LOOKALIKES:
        return line
    return replace_fields(line, words=(replace_fields(first, text=BULLET), *rest))
