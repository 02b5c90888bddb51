"""Our parser finds the signs that Whoosh's own finds, only sooner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.qparser.default import QueryParser

from search.language.grammar import Prefix, Word, parser

SIGNS = [
    "a",
    "B7",
    "_",
    "é",
    "'",
    "’",
    "-",
    "*",
    "*:*",
    "~",
    "~1",
    "~3",
    '"',
    "(",
    ")",
    ":",
    ".",
    "AND",
    "OR",
    "NOT",
    "theme:",
]
PIECES = st.sampled_from([*SIGNS, " ", "\n"])


def seen(nodes):
    return [(type(one), one.startchar, one.endchar, one.r()) for one in nodes]


@given(st.lists(PIECES).map("".join) | st.text())
def test_no_sign_is_missed(typed):
    ours = parser()
    assert seen(ours.tag(typed)) == seen(QueryParser.tag(ours, typed))


@pytest.mark.parametrize(("letters", "kind"), [(100, Prefix), (101, Word)])
def test_a_word_before_a_star_is_bounded(letters, kind):
    assert [type(node) for node in parser().tag("a" * letters + "*")] == [kind]
