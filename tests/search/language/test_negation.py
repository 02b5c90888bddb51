"""A negator outside quotes is required as typed; else it ranks first what negates the same word."""

import pytest

from index.analysis import split, stem
from search.language.negation import (
    MAX_DISTANCE,
    MAX_WORDS_BEFORE,
    NEAR,
    NOT_NEGATED,
    negated_places,
    negation,
)
from search.language.nodes import Or, Phrase
from search.model import Request
from search.service import search
from tests.search.worlds import index_engine


@pytest.mark.parametrize(
    ("negator", "after", "phrases"),
    [
        ("not", ["timely"], [("not", "timely", MAX_DISTANCE)]),
        ("not", ["always", "timely"], [("not", "timely", MAX_DISTANCE)]),
        (
            "don't",
            ["attend", "meetings"],
            [("don't", "attend", MAX_DISTANCE), ("not", "attend", MAX_DISTANCE)],
        ),
        ("without", ["delay"], [("without", "delay", MAX_DISTANCE)]),
        ("very", ["timely"], []),
        ("not", ["yet"], []),
        ("not", [], []),
        # What has all the words together is as typed, so there is room for each of them.
        (
            "not",
            ["the"] * MAX_WORDS_BEFORE + ["timely"],
            [("not", "timely", NEAR * (MAX_WORDS_BEFORE + 1))],
        ),
        ("not", ["the"] * (MAX_WORDS_BEFORE + 1) + ["timely"], []),
        *(("not", [both, "timely"], []) for both in sorted(NOT_NEGATED)),
        ("isn't", ["only", "timely"], []),
    ],
)
def test_what_a_word_negates(negator, after, phrases):
    node = negation(negator, [(word,) for word in after])
    nodes = node if isinstance(node, Or) else [node] if node else []
    expected = [
        Phrase("text", [stem(first), stem(last)], slop=slop) for first, last, slop in phrases
    ]
    assert [Phrase("text", one.words, slop=one.slop) for one in nodes] == expected


def test_all_forms_of_a_word_are_negated():
    node = negation("without", [("follow", "followup")])
    assert [one.words for one in node] == [["without", "follow"], ["without", "followup"]]


@pytest.mark.parametrize("typed", ["visits not timely", "visits aren't timely"])
def test_what_is_negated_comes_first_and_nothing_is_left_out(tmp_path, typed):
    texts = [
        "Visits are timely, and that is not by chance.",
        "Visits are not always timely.",
        "Visits are timely.",
    ]
    world = index_engine(tmp_path, ("ash", texts, {}))
    page = search(world, Request(typed, match="all"))
    assert page.total == 3
    assert page.hits[0].paragraph.text == texts[1]
    assert [hit.paragraph.text for hit in search(world, page.as_typed).hits] == [texts[1]]


def test_in_quotes_nothing_is_added(tmp_path):
    world = index_engine(tmp_path, ("ash", ["not yet timely", "not timely"], {}))
    assert search(world, Request('"not timely"')).total == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visits are not always timely.", [(2, 4)]),
        ("It is not. Timely visits help.", []),
        ("It is not! “Timely” visits help.", []),
        ("Are they not? (Timely visits help.)", []),
        ("It is not, e.g. timely.", [(2, 4)]),
        ("It is not (i.e. since May) timely.", [(2, 6)]),
        ("Not only timely, but also thorough.", []),
        ("Visits are not just good, they are timely.", []),
        ("They are not merely late; visits are not timely.", [(7, 8)]),
        ("Not timely. Not yet timely.", [(0, 1), (2, 4)]),
        ("Not late. They are timely, not untimely.", []),
        ("not one two three four five timely", [(0, 6)]),
        ("not one two three four five six timely", []),
        ("Timely, not late.", []),
        ("No", []),
    ],
)
def test_a_negation_ends_with_its_sentence_and_not_only_is_none(build_engine, text, expected):
    printed, edges = split(text)
    words = list(map(stem, printed))
    assert negated_places(text, edges, printed, words, ["not", stem("timely")], 6) == expected
    engine = build_engine(("ash", [text], {}))
    page = search(engine, Request("not timely", widen=False, match="all"))
    assert page.total == bool(expected)
    marks = [(mark.start, mark.end) for hit in page.hits for mark in hit.marks]
    spans = [(edges[2 * first], edges[2 * last + 1]) for first, last in expected]
    assert all(span in marks for span in spans)
