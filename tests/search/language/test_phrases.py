"""Words typed side by side become one phrase, in each form that they are printed in."""

import pytest

from search.language.clauses import Clause
from search.language.nodes import DisjunctionMax, Or, Phrase, Synonyms, Term
from search.language.parser import parse
from search.language.phrases import MAX_PHRASES, NEAR, phrase_node, whole_phrase
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.model import Span

SMALL = Vocabulary([WordingGroup(("supervision", "oversight"), narrower=("peer oversight",))])
FORMS = Synonyms([Phrase("text", ["follow", "up"]), Term("text", "followup")])


def near(*stems):
    return Phrase("text", list(stems), slop=NEAR)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("reflective supervision", near("reflect", "supervis")),
        ("the supervision of plans", near("supervis", "plan")),
        ("grade:good reflective supervision", near("reflect", "supervis")),
        ("reflective supervision -late", near("reflect", "supervis")),
        ("visits not timely", near("visit", "not", "timeli")),
        ("visits not yet timely", near("visit", "not", "yet", "timeli")),
        ("visits are not yet in time", near("visit", "not", "yet", "in", "time")),
        ("not of the visits and the plans", near("not", "of", "the", "visit", "plan")),
        ("supervision", None),
        ("the supervision", None),
        ("late -reflective supervision", None),
        ("late (drift OR delay) supervision", None),
        ('"late" supervision', None),
        ("", None),
    ],
)
def test_the_words_of_a_query_as_one_phrase(text, phrase):
    assert whole_phrase(parse(text, vocabulary=SMALL).clauses) == phrase


def test_a_negator_that_is_shortened_is_also_printed_in_full():
    phrase = whole_phrase(parse("visits aren't timely").clauses)
    assert phrase == Synonyms([near("visit", "aren't", "timeli"), near("visit", "not", "timeli")])


@pytest.mark.parametrize("widen", [True, False])
def test_a_negator_is_in_the_phrase_whether_it_is_required_or_not(widen):
    phrase = whole_phrase(parse("visits not timely", widen=widen).clauses)
    assert phrase == near("visit", "not", "timeli")


def clause(node):
    return Clause("word", "", Span(0, 0), node)


def test_each_form_of_a_word_makes_a_phrase():
    visit = clause(Term("text", "visit"))
    either = Synonyms(
        [Phrase("text", ["follow", "up", "visit"]), Phrase("text", ["followup", "visit"])]
    )
    assert phrase_node([clause(FORMS), visit]) == either
    apart = DisjunctionMax([Term("text", "follow"), FORMS])
    assert phrase_node([clause(apart), visit]) == either


def test_only_so_many_phrases_are_looked_for():
    assert len(phrase_node([clause(FORMS)] * 100).subqueries) == MAX_PHRASES


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("late peer oversight", [["peer", "oversight"]]),
        ("peer oversight OR late", []),
        ("peer oversight peer oversight", [["peer", "oversight"]]),
        ("late oversight", []),
    ],
)
def test_a_wording_among_the_words_of_a_query_helps(text, units):
    parsed = parse(text, vocabulary=SMALL)
    assert [unit.words for unit in parsed.units] == units
    helping = parsed.query()
    assert (type(helping).__name__ == "AndMaybe") == bool(units)
    assert all(isinstance(unit, Phrase) and not isinstance(unit, Or) for unit in parsed.units)


@pytest.mark.parametrize(
    ("text", "kinds", "words"),
    [
        ("reflective supervision", ["together"], ["reflect", "supervis"]),
        ("not yet good", ["together"], ["not", "yet", "good"]),
        ("aren't timely", ["together"], None),  # `are not timely` too
        ("what do inspectors say", ["together"], ["what", "do", "inspector", "say"]),
        ("late peer oversight", ["together"], ["late", "peer", "oversight"]),
        ("supervision", ["word"], None),
        ("grade:good late visits", ["field", "together"], ["late", "visit"]),
        ('"late" visits soon', ["phrase", "together"], ["visit", "soon"]),
        ("late visits OR drift", ["word", "either"], None),
        ("(late visits) OR drift", ["either"], None),
        ("-(late visits)", ["not"], None),
        ("", [], None),
    ],
)
def test_on_pages_about_wording_words_side_by_side_are_one_phrase(text, kinds, words):
    clauses = parse(text, vocabulary=SMALL, widen=False, together=True).clauses
    assert [clause.kind for clause in clauses] == kinds
    if words:
        assert clauses[-1].query == Phrase("text", words)
