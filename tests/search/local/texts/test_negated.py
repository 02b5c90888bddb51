"""Which paragraphs negate a word: those of brute force, by a look at the text or by its words."""

import pytest

from search.language.nodes import Negated, Phrase
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.local.texts.negated import plain_negation
from tests.search.clocks import AMPLE
from tests.search.worlds import index_snapshot

TEXTS = (
    "Visits are not always timely.",
    "It is not. Timely visits help.",
    "Not only timely but thorough.",
    "It is not. Timely visits are not late, but not timely either.",
    "Visits are no\u00adt timely.",
    "A score of 3.5 is not (e.g. in May) timely.",
    "Timely.",
)
NEGATING = [0, 3, 4, 5]


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    snapshot = index_snapshot(tmp_path_factory.mktemp("negated"), ("ash", TEXTS, {}))
    return QueryContext.begin(Bm25(snapshot), AMPLE)


def test_which_paragraphs_negate_a_word(context):
    node = Negated("text", ["not", "timeli"], slop=6)
    matches = evaluate(node, context)
    assert matches.docs.tolist() == NEGATING
    phrase = evaluate(Phrase("text", ["not", "timeli"], slop=6), context)
    rows = [phrase.docs.tolist().index(doc) for doc in NEGATING]
    assert matches.scores.tolist() == phrase.scores[rows].tolist()
    assert evaluate(node, context) is matches
    assert len(evaluate(Negated("text", ["not", "unicorn"], slop=6), context)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not timely", True),
        ("not always (very) timely", True),
        ("not. timely", False),
        ("not only timely", False),
        ("notes timely", False),
        ("not timelyness", False),
        ("not 1 2 3 4 timely", True),
        ("not 1 2 3 4 5 timely", True),
        ("not 1 2 3 4 5 6 timely", False),
    ],
)
def test_what_one_look_tells(text, expected):
    pattern = plain_negation({"not", "no"}, {"timely"}, 6)
    assert bool(pattern.search(text)) is expected
