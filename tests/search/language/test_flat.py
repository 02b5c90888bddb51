"""What is read in one pass gives the nodes of Whoosh's parser, and all else is left to it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.flat import read
from search.language.grammar import Group, Word, parser
from search.language.mend import mended
from tests.search.language.test_grammar import SIGNS

PIECES = st.sampled_from([*SIGNS, "plan", "SAND", "multi-agency", '"not yet"', "~12", '"'])
SPACES = st.sampled_from(["", " ", " ", "  ", "\t"])


def seen(nodes):
    """Nodes as what can be compared: words one by one, others by type, place and text, or as what
    stands under them.
    """
    for one in nodes:
        if type(one) is Word:
            for word in re.finditer(r"\S+", one.text):
                yield word[0], one.startchar + word.start()
        else:
            yield type(one), list(seen(one)) if isinstance(one, Group) else vars(one)


def by_whoosh(typed):
    nodes, diagnostics = mended(parser().tag(typed))
    return parser().filterize(parser().group(nodes)), diagnostics


@given(st.lists(st.tuples(PIECES, SPACES)).map(lambda parts: "".join(map("".join, parts))))
def test_flat_queries_are_read_as_by_whoosh(typed):
    found = read(typed)
    if found is not None:
        nodes, diagnostics = by_whoosh(typed)
        assert list(seen(found)) == list(seen(nodes))
        assert diagnostics == []


@pytest.mark.parametrize(
    ("typed", "sizes"),
    [
        ("", []),
        ("multi-agency working with SEND in 2018", [1]),
        ("drift OR delay OR 'neglect'", [3]),
        ("plans drift OR -delay", [1, 2]),
        ("plans NOT drift -delay", [1, 1, 1]),
        ('"not yet" OR "too late"~5', [2]),
        ('plans -"not yet"', [1, 1]),
        ("timel* self-harm*", [1, 1]),
    ],
)
def test_these_need_no_parser(typed, sizes):
    assert [len(one) if isinstance(one, Group) else 1 for one in read(typed)] == sizes


@pytest.mark.parametrize(
    "typed",
    [
        "plans AND drift",
        "(plans)",
        "grade:good",
        "word~",
        '"open',
        "plans OR",
        "OR plans",
        "NOT",
        "NOT -plans",
        "a OR OR b",
        "-OR",
    ],
)
def test_these_are_for_the_parser(typed):
    assert read(typed) is None
