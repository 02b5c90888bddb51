"""A negator outside quotes is not required, but ranks first what negates the same word."""

import pytest

from index.analysis import stem
from search.language.negation import MAX_WORDS_BEFORE, negation
from search.language.nodes import Phrase
from search.model import Request
from search.service import search
from tests.search.worlds import index_engine


@pytest.mark.parametrize(
    ("negator", "after", "phrase"),
    [
        ("not", ["timely"], ["not", "timely"]),
        ("not", ["always", "timely"], ["not", "timely"]),
        ("don't", ["attend", "meetings"], ["not", "attend"]),
        ("without", ["delay"], ["without", "delay"]),
        ("very", ["timely"], None),
        ("not", ["yet"], None),
        ("not", [], None),
        ("not", ["the"] * MAX_WORDS_BEFORE + ["timely"], ["not", "timely"]),
        ("not", ["the"] * (MAX_WORDS_BEFORE + 1) + ["timely"], None),
    ],
)
def test_what_a_word_negates(negator, after, phrase):
    node = negation(negator, after)
    words = node.words if isinstance(node, Phrase) else None
    assert words == (phrase and [stem(word) for word in phrase])


@pytest.mark.parametrize("typed", ["visits not timely", "visits aren't timely"])
def test_what_is_negated_comes_first_and_nothing_is_left_out(tmp_path, typed):
    texts = [
        "Visits are timely, and that is not by chance.",
        "Visits are not always timely.",
        "Visits are timely.",
    ]
    world = index_engine(tmp_path, ("ash", texts, {}))
    page = search(world, Request(typed, match="all", widen=False))
    assert page.total == 3
    assert page.hits[0].paragraph.text == texts[1]


def test_in_quotes_nothing_is_added(tmp_path):
    world = index_engine(tmp_path, ("ash", ["not yet timely", "not timely"], {}))
    assert search(world, Request('"not timely"')).total == 1
