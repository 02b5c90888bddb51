"""Which words are one word, as a collection prints them, and in which forms they are looked for."""

import pytest

from search.language.forms.compounds import Compounds
from search.language.forms.typed import typed_words
from search.language.lexer import normalize
from search.language.nodes import DisjunctionMax, Phrase, Synonyms, Term
from search.language.parser import parse
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.model import Request
from search.service import search
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports


def compounds(*texts):
    return Compounds(PlainIndex(make_reports([("ash", list(texts), {})])))


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("multi-agency plan", 2),
        ("16-and-17-year-olds", 5),
        ("face–to‑face", 3),
        ("s.47 plan", 2),
        ("A&E", 2),
        ("16+", 2),
        ("24/7", 2),
        ("95% of", 1),
        ("drift/delay", None),
        ("drift, delay", None),
        ("drift - delay", None),
        ("drift—delay", None),
        ("s 47", 2),
        ("sec. 47", 2),
        ("s, 47", None),
        ("12.5 per cent of", 3),
        ("12.5 percent", 2),
        ("ten percent", 2),
        ("10 to 15 per cent of", 5),
        ("10-15 per cent", 4),
        ("10%-15%", 2),
        ("10%, 15%", 1),
        ("10 000 children", 2),
        ("10\u2009000", 2),
        ("10\u00a0000", 2),
    ],
)
def test_typed_words_that_are_one(typed, size):
    compound, *_ = compounds("Drift, delay, plan.").find_all(typed, typed_words(typed))
    assert (compound.size if compound else None) == size


@pytest.mark.parametrize("typed", ["§47", "§ 47", "§\u00a047"])
def test_the_sign_of_a_section_is_one(typed):
    printed = compounds("Section 47.")
    (clause,) = parse(typed, compounds=printed).clauses
    (other,) = parse("s47", compounds=printed).clauses
    assert (clause.text, clause.query, clause.forms) == (normalize(typed), other.query, other.forms)
    assert printed.phrases(typed) == printed.phrases("s47")


@pytest.mark.parametrize("typed", ["in house", "in-house"])
@pytest.mark.parametrize(
    ("printed", "is_found"),
    [("An in-house team.", True), ("They work in house.", True), ("They live in housing.", False)],
)
def test_in_house_is_no_housing(build_engine, typed, printed, is_found):
    engine = build_engine(("ash", ["An in-house team.", "Two in-house teams.", printed], {}))
    assert search(engine, Request(typed, match="all")).total == 2 + is_found


def test_words_after_in_that_are_never_one_stay_apart(build_engine):
    engine = build_engine(("ash", ["Children in need, the house."], {}))
    assert search(engine, Request("in house", match="all")).total == 1


def test_a_word_is_asked_for_in_all_its_forms():
    (clause,) = parse("followup", compounds=compounds("A follow-up.")).clauses
    assert clause.query == Synonyms([Term("text", "followup"), Phrase("text", ["follow", "up"])])


def test_words_typed_with_hyphens_are_asked_for_together():
    (clause, _) = parse("follow-up plan", compounds=compounds("A followup.")).clauses
    assert clause.text == "follow-up"
    assert clause.query == Synonyms([Phrase("text", ["follow", "up"]), Term("text", "followup")])


@pytest.mark.parametrize(
    ("typed", "text", "is_one"),
    [
        ("take up", "The take-up.", True),
        ("taking up", "The take-up.", False),
        ("roll out", "The rollout.", True),
        ("take up", "They take it up.", False),
        ("of up", "An of-up.", False),
        ("non resident", "A non-resident.", True),
        ("non resident", "A resident.", False),
        ("non resident", "A nonresident.", True),
        ("care for", "A care-for.", False),
    ],
)
def test_a_word_with_a_particle_or_prefix_is_one_where_it_is_printed_as_one(typed, text, is_one):
    clauses = parse(typed, compounds=compounds(text)).clauses
    assert (len(clauses) == 1) is is_one
    if is_one:
        assert not isinstance(clauses[0].query, DisjunctionMax)


def test_words_typed_apart_may_stand_apart():
    (clause,) = parse("case work", compounds=compounds("Casework.")).clauses
    assert isinstance(clause.query, DisjunctionMax)
    assert clause.text == "case work"


def test_other_wordings_of_a_compound_are_looked_for_too():
    words = Vocabulary([WordingGroup(("pre-birth", "unborn"))])
    (clause,) = parse("pre-birth", vocabulary=words, compounds=compounds("Prebirth.")).clauses
    assert clause.also == ("unborn",)
    forms = {form for part in clause.query for form in part}
    assert {Term("text", "prebirth"), Term("text", "unborn", boost=0.9)} <= forms


@pytest.mark.parametrize(
    ("typed", "printed", "is_found"),
    [
        ("follow-up*", "A followup.", True),
        ("follow-up*", "A follow-up.", True),
        ("followu*", "A follow-up.", True),
        ("followu*", "Follow under.", False),
        ("follow-upp~", "A followup.", True),
        ('"follow-up"', "A follow up.", True),
        ('"follow up"', "A follow‑up.", True),
        ('"followup"', "A follow-up.", False),
        ('"follow-up"', "A followup.", False),
        ('"1200 plans"', "All 1,200 plans.", True),
        ('"200 plans"', "All 1,200 plans.", False),
        ('"the child’s plan"', "See the child's plan.", True),
        ('"safeguarding"', "Safe\u00adguarding.", True),
    ],
)
def test_prefixes_slips_and_quotes(build_engine, typed, printed, is_found):
    engine = build_engine(("ash", [printed], {}))
    assert bool(search(engine, Request(typed, widen=False)).total) is is_found
