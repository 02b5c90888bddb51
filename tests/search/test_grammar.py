"""Our parser finds the signs that Whoosh's own finds, only sooner."""

from hypothesis import given
from hypothesis import strategies as st
from whoosh.qparser.default import QueryParser

from search.grammar import Word, parser, words

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


@given(st.lists(st.sampled_from(["plan", "AND", "SAND", "-", "multi-agency", "7", "é", "’s", " "])))
def test_words_without_a_sign_need_no_parser(pieces):
    typed = "".join(pieces)
    signs = [node for node in parser().tag(typed) if type(node) is not Word and not node.is_ws()]
    plain = words(typed)
    assert plain is None or (signs == [] and "".join(node.text for node in plain) == typed)


def test_most_queries_have_no_sign():
    assert words("multi-agency working with SEND in 2018") is not None
