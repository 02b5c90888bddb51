"""Marks show what satisfied the query and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.nodes import Query
from search.language.parser import parse
from search.language.vocabulary import vocabulary
from search.model import Span
from search.present.highlights import Highlighter

TEXT = (
    "Leadership is good but not yet good enough. Not all timely visits are recorded; "
    "recording of plans is not always timely."
)


def marked_texts(text: str, node: Query) -> list[str]:
    return [text[mark.start : mark.end] for mark in Highlighter(node).marks(text)]


def marked(text: str, query: str) -> list[str]:
    return marked_texts(text, parse(query).query("most"))


def test_a_negator_is_marked_with_the_word_that_it_negates():
    parsed = parse("not timely")
    highlighter = Highlighter(parsed.query(), [one.node for one in parsed.negations])
    marks = highlighter.marks(TEXT)
    assert [TEXT[mark.start : mark.end] for mark in marks] == [
        "Not all timely",
        "not always timely",
    ]
    assert highlighter.negations(TEXT) == marks
    assert highlighter.marks("Timely, but not late.") == (Span(0, 6),)
    assert highlighter.negations("Timely, but not late.") == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"not yet good"', ["not yet good"]),
        ('"yet not"', []),
        ("records", ["recorded", "recording"]),
        ("the recording of plans", ["recorded", "recording", "plans"]),
        ('"always timely" -adoption', ["always timely"]),
        ("plans -timely", []),
        ("(adoption plans) OR visits", ["visits"]),
        ('"not timely"~2', ["Not all timely", "not always timely"]),
        ("record*", ["recorded", "recording"]),
        ("plons~", ["plans"]),
        ("grade:good plans", ["plans"]),
        ("*", []),
    ],
)
def test_only_what_satisfied_the_query_is_marked(query, expected):
    assert marked(TEXT, query) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children in care do well.", ["Children in care"]),
        ("LAC and children in care do well.", ["LAC", "children in care"]),
    ],
)
def test_other_wordings_are_marked_as_the_text_has_them(text, expected):
    node = parse("LAC", vocabulary=vocabulary()).query()
    assert marked_texts(text, node) == expected


def test_marks_that_touch_are_one():
    assert marked("strong and stable leaders", '"strong and" "and stable"') == ["strong and stable"]


@given(st.text(), st.text())
def test_marks_are_ordered_and_inside(text, query):
    marks = Highlighter(parse(query).query("any")).marks(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(mark.end < following.start for mark, following in pairwise(marks))


def test_a_word_typed_twice_is_marked_as_once():
    text = "A plan for a plan."
    once, twice = (Highlighter(parse(query).query()).marks(text) for query in ("plan", "plan plan"))
    assert once == twice == (Span(2, 6), Span(13, 17))
