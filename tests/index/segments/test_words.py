"""The columns of the words of texts: every word once, texts as rows, and the hyphens in them."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from index.segments.strings import Strings
from index.segments.words import WordColumns


def columns_of(*texts):
    words = WordColumns()
    for text in texts:
        words.add(text)
    return words.columns()


def read_words(columns):
    """The words of each text, as its rows say."""
    words = Strings.from_arrays(columns, "words").all()
    tokens = [words[row] for row in columns["tokens"]]
    first = columns["token.first"].tolist()
    return [tokens[start:end] for start, end in pairwise(first)]


@pytest.mark.parametrize(
    ("texts", "words", "tokens", "first", "hyphens"),
    [
        ((), [], [], [0], []),
        (("",), [], [], [0, 0], []),
        (("Plans late.", "late"), ["late", "plans"], [1, 0, 0], [0, 2, 3], []),
        (
            ("A follow-up", "up-to-date, 16–17 - x"),
            ["16", "17", "a", "date", "follow", "to", "up", "x"],
            [2, 4, 6, 6, 5, 3, 0, 1, 7],
            [0, 3, 9],
            [1, 3, 4, 6],
        ),
        (("Safe\u00adguarding safeguarding-",), ["safeguarding"], [0, 0], [0, 2], []),
    ],
)
def test_columns(texts, words, tokens, first, hyphens):
    columns = columns_of(*texts)
    assert Strings.from_arrays(columns, "words").all() == words
    assert columns["tokens"].tolist() == tokens
    assert columns["token.first"].tolist() == first
    assert columns["hyphens"].tolist() == hyphens


@given(st.lists(st.text(st.sampled_from("ab1-' ,.’–é\u00ad")), max_size=5))
def test_words_come_back_in_order(texts):
    columns = columns_of(*texts)
    assert read_words(columns) == list(map(terms, texts))
    words = Strings.from_arrays(columns, "words").all()
    assert words == sorted(set(words))
    assert columns["tokens"].dtype.kind == columns["hyphens"].dtype.kind == "u"


@given(st.lists(st.text(st.sampled_from("ab- ")), max_size=5))
def test_a_hyphen_joins_words_of_one_text(texts):
    columns = columns_of(*texts)
    assert not np.isin(columns["hyphens"] + 1, columns["token.first"]).any()
