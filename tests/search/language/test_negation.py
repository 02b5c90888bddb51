"""A negator outside quotes is not required, but ranks first what denies the same word."""

import pytest
from whoosh import query

from index.analysis import stem
from search.language.negation import negation
from search.model import Request
from search.service import search
from tests.search.worlds import index_engine


@pytest.mark.parametrize(
    ("negator", "after", "denied"),
    [
        ("not", ["timely"], ["not", "timely"]),
        ("not", ["always", "timely"], ["not", "timely"]),
        ("don't", ["attend", "meetings"], ["not", "attend"]),
        ("without", ["delay"], ["without", "delay"]),
        ("very", ["timely"], None),
        ("not", ["yet"], None),
        ("not", [], None),
    ],
)
def test_what_a_word_denies(negator, after, denied):
    node = negation(negator, after)
    found = node.words if isinstance(node, query.Phrase) else None
    assert found == (denied and [stem(word) for word in denied])


@pytest.mark.parametrize("typed", ["visits not timely", "visits aren't timely"])
def test_what_is_denied_comes_first_and_nothing_is_left_out(tmp_path, typed):
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
