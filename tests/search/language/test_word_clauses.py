"""Words side by side become clauses: of wordings, of compounds, and of single words."""

import pytest

from search.language.forms.compounds import Compounds
from search.language.lexer import tokenize
from search.language.nodes import Or, Phrase, Term
from search.language.parser import parse
from search.language.vocabulary import Vocabulary
from search.language.word_clauses import MAX_WORDINGS, UNIT_WEIGHT, WordClauses
from search.language.wordings.groups import WordingGroup
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports

VOCABULARY = Vocabulary(
    [WordingGroup(("grip", "oversight of plans")), WordingGroup(("front door",))]
)


def words_of(text, vocabulary=None, compounds=None, together=False):
    return WordClauses(
        text, vocabulary, compounds, widen=True, together=together, units=[], wordings=[]
    )


def clauses_of(text, **known):
    return words_of(text, **known).of(tokenize(text)[:-1])


def test_each_word_is_a_clause_at_its_place():
    clauses = clauses_of("multi-agency work")
    assert [(clause.text, clause.span.start) for clause in clauses] == [
        ("multi", 0),
        ("agency", 6),
        ("work", 13),
    ]


def test_function_words_help_and_a_negator_asks_for_what_it_negates():
    (the, negator, timely) = clauses_of("the not timely")
    assert [clause.helps for clause in (the, negator, timely)] == [True, True, False]
    assert isinstance(negator.query, Or)
    assert negator.query.subqueries[0] == Term("text", "not")


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("grip soon", ["grip", "soon"]),
        ("poor oversight of plans soon", ["poor", "oversight of plans", "soon"]),
        ("oversight of the plans", ["oversight of the plans"]),
        ("front door", ["front", "door"]),  # which finds no other
        ("roll-out soon", ["roll-out", "soon"]),
        ("roll out grip", ["roll out", "grip"]),
        ("what is said about grip", ["what", "is", "said", "about", "grip"]),
    ],
)
def test_a_wording_and_a_compound_are_one_clause(text, texts):
    printed = PlainIndex(make_reports([("ash", ["The roll-out of plans."], {})]))
    clauses = clauses_of(text, vocabulary=VOCABULARY, compounds=Compounds(printed))
    assert [clause.text for clause in clauses] == texts


def test_a_wording_that_finds_no_other_is_a_unit():
    words = words_of("the front door", vocabulary=VOCABULARY)
    words.of(tokenize(words.text)[:-1])
    assert words.units == [Phrase("text", ["front", "door"], boost=UNIT_WEIGHT)]


def test_words_together_are_one_phrase():
    (clause,) = clauses_of("the front door", together=True)
    assert (clause.kind, clause.text) == ("together", "the front door")
    assert clause.query == Phrase("text", ["the", "front", "door"])


@pytest.mark.parametrize("join", [" ", " OR ", " AND "])
def test_only_so_many_wordings_are_looked_up(join):
    parsed = parse(join.join(["grip"] * 3 * MAX_WORDINGS), vocabulary=VOCABULARY)
    also = [text for clause in parsed.clauses for text in clause.also]
    assert also == ["oversight of plans"] * MAX_WORDINGS
