"""Words in order are scored by the idf of each, those with a percent sign as one word."""

import pytest

from search.errors import BadRequest
from search.language.nodes import Phrase, Synonyms, Term
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.local.words import phrase, synonyms, term_frequencies, words_in_order
from tests.search.clocks import AMPLE
from tests.search.worlds import index_snapshot

TEXTS = ["20% of plans and 20 plans", "20 of plans", "20 per cent", "no plan"]


@pytest.fixture
def context(tmp_path):
    return QueryContext.begin(Bm25(index_snapshot(tmp_path, ("ash", TEXTS, {}))), AMPLE)


@pytest.mark.parametrize(
    ("words", "idf_of"),
    [
        (["20"], [3]),
        (["20", "of"], [3, 2]),
        (["20%"], [1]),
        (["20%", "of"], [1]),
    ],
)
def test_scores(context, words, idf_of):
    bm25 = context.bm25
    matches = words_in_order("exact", words, 1, context)
    docs, tf = context.snapshot.phrase("exact", [word.removesuffix("%") for word in words])
    if "20%" in words:
        docs, tf = docs[:1], tf[:1] * 0 + 1
    assert matches.docs.tolist() == docs.tolist()
    expected = bm25.impacts(docs, tf, sum(map(bm25.idf, idf_of)))
    assert matches.scores.tolist() == pytest.approx(expected.tolist())


def test_forms_of_one_word_count_together(context):
    node = Synonyms([Term("text", "20%"), Phrase("text", ["20", "per", "cent"], boost=0.5)])
    assert synonyms(node, context).docs.tolist() == [0, 2]
    frequencies = term_frequencies(Term("text", "20"), context)
    assert frequencies.scores.tolist() == [2, 1, 1]


def test_a_phrase_needs_a_field_with_words(context):
    with pytest.raises(BadRequest):
        phrase(Phrase("grade", ["good"]), context)
