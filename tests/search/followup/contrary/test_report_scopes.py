"""Where counter-evidence is looked for, and what is said where it cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.understanding.authorities import list_neighbours
from search.followup.comparison.word_weights import WordWeigher
from search.followup.contrary.claims import Subject, read_subject
from search.followup.contrary.report_scopes import note_limits, report_scopes, subject_filters
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine

PRAISE = ("Return interviews are thorough and highly effective.", {"polarity": "strength"})
NEIGHBOUR = list_neighbours("Kent")[0].name
OWN = report("own", PRAISE, authority="Kent", region="South East", day=date(2015, 1, 1))
LATER = report("later", PRAISE, authority="Kent", day=date(2019, 1, 1))
PEER = report("peer", PRAISE, authority=NEIGHBOUR, day=date(2012, 1, 1))


def subject_of(one, *others, **facts):
    """The first paragraph of a report with other facts, and the engine over it and others."""
    engine = FakeEngine([one, *others])
    weigher = WordWeigher(engine)
    return engine, read_subject(replace(one.paragraphs[0], **facts), one, weigher)


def scopes_of(one, *others):
    engine, subject = subject_of(one, *others)
    return {scope.key: scope for scope in report_scopes(engine, subject)}


def test_reports_are_its_own_later_ones_and_those_of_neighbours():
    scopes = scopes_of(OWN, LATER, PEER)
    assert list(scopes) == ["same-report", "later", "peers"]
    assert scopes["same-report"].request.filters["report"] == ("own",)
    assert scopes["later"].request.filters["authority"] == ("Kent",)
    assert scopes["later"].request.since == date(2015, 1, 2)
    assert scopes["peers"].request.filters["authority"] == (NEIGHBOUR,)
    assert NEIGHBOUR in scopes["peers"].where


def test_where_no_neighbour_is_held_the_region_stands_for_them():
    scope = scopes_of(OWN, LATER)["peers"]
    assert scope.request.filters["region"] == ("South East",)
    assert "South East" in scope.where


@pytest.mark.parametrize(
    ("one", "others", "keys"),
    [
        (OWN, [report("old", PRAISE, authority="Kent", day=date(2012, 1, 1))], {"later"}),
        (OWN, [report("x", PRAISE, authority="Kent", withdrawn="gone")], {"later"}),
        (report("own", PRAISE, authority="Kent", day=None), [LATER], {"later", "peers"}),
        (report("own", PRAISE, authority=None), [LATER], {"later", "peers"}),
        (report("own", PRAISE, authority="Atlantis"), [], {"later", "peers"}),
    ],
    ids=["only an earlier one", "a withdrawn one", "no date", "no authority", "no known place"],
)
def test_what_cannot_be_looked_at_is_left_out_and_noted(one, others, keys):
    engine, subject = subject_of(one, *others)
    scopes = {scope.key for scope in report_scopes(engine, subject)}
    assert {"same-report", "later", "peers"} - scopes == keys
    assert len(list(note_limits(subject, scopes))) == len(keys)


@pytest.mark.parametrize(
    ("facts", "polarity", "area"),
    [
        ({}, ("weakness", "mixed"), ("leadership", "overall")),
        ({"area": "overall"}, ("weakness", "mixed"), None),
        ({"area": None}, ("weakness", "mixed"), None),
        ({"kind": "recommendation", "polarity": "weakness"}, ("strength", "mixed"), None),
    ],
    ids=["an area", "the whole", "no area", "a recommendation"],
)
def test_which_paragraphs_may_contradict(facts, polarity, area):
    _, subject = subject_of(OWN, **facts)
    filters = subject_filters(subject)
    assert (filters["polarity"], filters.get("area")) == (polarity, area)


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"polarity": "neutral"}, "neither praises nor criticises"),
        ({"polarity": None}, "neither praises nor criticises"),
        ({"kind": "context"}, "neither praises nor criticises"),
        ({"area": None}, "no area of practice"),
    ],
)
def test_what_a_paragraph_lacks_is_said(facts, note):
    _, subject = subject_of(OWN, **facts)
    notes = list(note_limits(subject, {"same-report", "later", "peers"}))
    assert [note in one for one in notes] == [True]


def test_a_paragraph_without_words_of_its_own_says_so():
    subject = Subject(OWN.paragraphs[0], OWN, None, ())
    assert list(note_limits(subject, ())) == [
        "This paragraph has no words that say what it is about."
    ]
