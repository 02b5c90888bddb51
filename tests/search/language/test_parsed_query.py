"""The node of a parsed query, by how many of its words are needed."""

import pytest
from msgspec.structs import replace

from search.language.clauses import Clause
from search.language.nodes import And, AndMaybe, Every, MinimumWeight, Not, Or, Phrase, Term
from search.language.parsed_query import MOST_SHARE, ParsedQuery, conjoin, required
from search.language.parser import parse
from search.model import Span

TERMS = {word: Term("text", word) for word in ("timely", "recording", "of", "the")}
GOOD = Term("grade", "good")


def clause(text, kind="word", helps=False):
    node = GOOD if kind == "field" else TERMS[text]
    node = Not(node) if kind == "not" else node
    return Clause(kind, text, Span(0, 1), node, helps)


WORDS = (clause("timely"), clause("recording"))
OF = clause("of", helps=True)
FIELD, EXCLUDED = clause("grade:good", "field"), clause("the", "not")
NODES = [word.query for word in WORDS]


@pytest.mark.parametrize(
    ("clauses", "match", "node"),
    [
        ((), "all", Every()),
        (WORDS[:1], "any", NODES[0]),
        (WORDS, "all", And(NODES)),
        (WORDS, "any", Or(NODES)),
        (WORDS, "most", MinimumWeight(NODES, MOST_SHARE)),
        ((*WORDS, FIELD), "all", And([GOOD, *NODES])),
        ((*WORDS, FIELD), "any", And([GOOD, Or(NODES)])),
        ((*WORDS, FIELD), "most", And([GOOD, MinimumWeight(NODES, MOST_SHARE)])),
        ((*WORDS, OF), "any", AndMaybe(Or(NODES), Or([OF.query]))),
        ((EXCLUDED,), "all", And([Every(), EXCLUDED.query])),
        ((EXCLUDED, WORDS[0]), "all", And([EXCLUDED.query, NODES[0]])),
    ],
)
def test_only_words_may_be_missing(clauses, match, node):
    assert ParsedQuery("", clauses, ()).query(match) == node


def test_words_are_those_that_may_be_missing():
    assert ParsedQuery("", (*WORDS, OF, FIELD), ()).words == WORDS


@pytest.mark.parametrize("clauses", [(*WORDS, OF), (OF, FIELD)])
def test_function_words_only_help(clauses):
    assert required(clauses) == clauses


def test_function_words_alone_are_required():
    assert [word.helps for word in required((OF, clause("the", helps=True)))] == [False, False]


@pytest.mark.parametrize(
    ("clauses", "node"),
    [
        (WORDS[:1], NODES[0]),
        (WORDS, And(NODES)),
        ([EXCLUDED], And([Every(), EXCLUDED.query])),
        ([OF], OF.query),
    ],
)
def test_clauses_of_a_group_must_all_hold(clauses, node):
    assert conjoin(list(clauses)) == node


@pytest.mark.parametrize("match", ["all", "most", "any"])
@pytest.mark.parametrize("times", [2, 300])
def test_a_word_that_is_typed_again_adds_nothing(match, times):
    once = ParsedQuery("", (*WORDS, OF), ())
    again = ParsedQuery("", (*WORDS, OF) * times, ())
    assert again.query(match) == once.query(match)
    assert again.as_typed() == once.as_typed()
    assert not ParsedQuery("", WORDS[:1] * times, ()).can_relax


@pytest.mark.parametrize(
    ("typed", "once"),
    [
        ("* *", "*"),
        ("plans -drift -drift", "plans -drift"),
        ("plans grade:good grade:good", "plans grade:good"),
        ("plans (drift -late -late)", "plans (drift -late)"),
    ],
)
def test_what_only_lets_paragraphs_through_is_asked_once(typed, once):
    assert parse(typed).query() == parse(once).query()
    assert parse(typed).as_typed() == parse(once).as_typed()


def test_the_words_as_one_phrase_are_those_of_the_clauses():
    parsed = ParsedQuery("", WORDS, ())
    assert parsed.phrase == Phrase("text", ["timely", "recording"], slop=2)
    assert replace(parsed, clauses=WORDS[:1]).phrase is None
    assert replace(parsed, clauses=WORDS[::-1]).phrase.words == ["recording", "timely"]
