"""Columns hold the words that they are made of, and lines are the same from many words as one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.pdf.rows import make_lines
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import DOUBTFUL, PLAIN, PdfWord, make_line
from tests.corpus.formats.pdf.test_words import word

WORDS = [
    word("Help", 0, "\n"),
    word("is", 25, bold=True)._replace(look=DOUBTFUL),
    word("³", 35, ""),
]

WORD = st.builds(
    word,
    st.text("ab1.", min_size=1, max_size=5),
    st.floats(0, 500),
    st.sampled_from(["", " ", "\n"]),
    size=st.sampled_from([10, 10, 10, 6]),
    up=st.sampled_from([0, 0, 0, 4]),
    bold=st.sampled_from([False, False, True]),
)


def test_columns_hold_their_words() -> None:
    columns = WordArrays.of(WORDS)
    assert list(columns) == WORDS
    assert [columns[index] for index in range(len(columns))] == WORDS
    assert list(columns.take([2, 0])) == [WORDS[2], WORDS[0]]
    assert list(columns.between(1, 3)) == WORDS[1:]
    assert columns.look.tolist() == [PLAIN, DOUBTFUL, PLAIN]


def test_columns_of_no_words() -> None:
    assert list(WordArrays.of([])) == []


@given(st.lists(st.lists(WORD, min_size=1, max_size=6), min_size=1, max_size=8))
def test_lines_made_at_once_are_as_they_are_word_by_word(rows: list[list[PdfWord]]) -> None:
    words = [word for row in rows for word in row]
    begins = np.cumsum([0, *map(len, rows[:-1])])
    assert list(make_lines(WordArrays.of(words), begins, 1)) == [make_line(row, 1) for row in rows]
