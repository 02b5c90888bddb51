"""Which words are one word, as a collection prints them, and in which forms they are looked for."""

import pytest

from index.analysis import split, stem
from search.language.forms.compounds import Compounds
from search.language.nodes import DisjunctionMax, Phrase, Synonyms, Term
from search.language.parser import parse
from search.language.vocabulary import Vocabulary, WordingGroup
from search.model import Request
from search.service import search
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports


def compounds(*texts):
    return Compounds(PlainIndex(make_reports([("ash", list(texts), {})])))


def typed_words(text):
    words, edges = split(text)
    return list(zip(words, map(stem, words), edges[::2], edges[1::2], strict=False))


@pytest.mark.parametrize(
    ("word", "texts", "expected"),
    [
        ("followup", ["A follow-up."], [("follow", "up")]),
        ("followups", ["A follow-up."], [("follow", "up")]),
        ("followup", ["Some follow-ups; a followup."], [("follow", "ups")]),
        ("wellbeing", ["Their well-being. A wellbeing plan."], [("well", "being")]),
        ("uptodate", ["Plans up-to-date."], [("up", "to", "date")]),
        ("uptodate", ["Plans up to date."], []),
        ("casework", ["Case work is casework."], [("case", "work")]),
        ("multiagency", ["A multi agency plan."], [("multi", "agency")]),
        ("covid19", ["Covid 19."], [("covid", "19")]),
        ("esafety", ["E safety."], [("e", "safety")]),
        ("wellbeing", ["Our well being."], [("well", "being")]),
        ("wellbeing", ["As well being here, wellbeing."], []),
        ("notable", ["Not able."], []),
        ("informal", ["In formal care."], []),
        ("therapist", ["The rapist."], []),
        ("scare", ["The plan's care, s care."], []),
        ("represented", ["Re presented, represented."], [("re", "presented")]),
        ("today", ["From day-to-day, today."], []),
        ("carefully", ["In care fully, carefully."], [("care", "fully")]),
        ("carefully", ["In care, fully."], [("care", "fully")]),
        ("025", ["Aged 0-25."], []),
        ("into", ["In to it. In-to."], []),
    ],
)
def test_words_that_are_printed_apart_for_one(word, texts, expected):
    assert compounds(*texts).parts(word) == tuple(expected)


@pytest.mark.parametrize(
    ("typed", "texts", "expected"),
    [
        ("follow up", ["A followup."], "followup"),
        ("follow ups", ["A followup."], "followup"),
        ("follow up", ["Followups."], "followups"),
        ("well being", ["Wellbeing."], "wellbeing"),
        ("on going", ["Ongoing."], "ongoing"),
        ("not able", ["Notable."], None),
        ("may be", ["Maybe."], None),
        ("to day", ["Today."], None),
        ("to day", ["Today, to-day, day-to-day."], None),
        ("in patient", ["Inpatient."], None),
        ("in patient", ["Inpatient, in-patient."], "inpatient"),
        ("0 25", ["Room 025."], None),
        ("covid 19", ["Covid19."], "covid19"),
        ("care plans", ["Plans."], None),
    ],
)
def test_the_word_that_is_printed_for_several(typed, texts, expected):
    assert compounds(*texts).joined(tuple(typed.split()), is_joined=False) == expected


def test_words_typed_with_hyphens_are_one_word_whatever_they_are():
    assert compounds("Notable.").joined(("not", "able"), is_joined=True) == "notable"


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
        ("95% of", None),
        ("drift/delay", None),
        ("drift, delay", None),
        ("drift - delay", None),
        ("drift—delay", None),
        ("s 47", 2),
        ("sec. 47", 2),
        ("s, 47", None),
        ("12.5 per cent of", 3),
        ("12.5 percent", 2),
        ("ten percent", None),
    ],
)
def test_typed_words_that_are_one(typed, size):
    compound = compounds("Drift, delay, plan.").find(typed, typed_words(typed), 0)
    assert (compound.size if compound else None) == size


def test_a_word_is_asked_for_in_all_its_forms():
    (clause,) = parse("followup", compounds=compounds("A follow-up.")).clauses
    assert clause.query == Synonyms([Term("text", "followup"), Phrase("exact", ["follow", "up"])])


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
        ("care for", "A care-for.", False),
    ],
)
def test_a_word_and_a_particle_are_one_where_they_are_printed_as_one(typed, text, is_one):
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
