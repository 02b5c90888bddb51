"""Whoosh gets the words of our analysis, and what it asks of a token."""

import pytest

from index.analysis import stem, terms
from index.whoosh.analyzer import WordTokenizer

TEXT = "Plans weren’t timely."


@pytest.mark.parametrize(
    ("stems", "expected"),
    [
        (False, [("plans", 0), ("weren't", 1), ("timely", 2)]),
        (True, [("plan", 0), (stem("weren't"), 1), ("timeli", 2)]),
    ],
)
def test_whoosh_gets_the_same_words(stems, expected):
    assert [(token.text, token.pos) for token in WordTokenizer(stems)(TEXT)] == expected
    assert [token.pos for token in WordTokenizer(stems)(TEXT, start_pos=5)] == [5, 6, 7]


def test_tokens_say_where_they_came_from():
    tokens = list(WordTokenizer(stems=True)(TEXT))
    assert [TEXT[token.startchar : token.endchar] for token in tokens] == [
        token.original for token in tokens
    ]
    assert [terms(token.original) for token in tokens] == [["plans"], ["weren't"], ["timely"]]
