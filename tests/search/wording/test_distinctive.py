"""Phrases that stand out, counted by reports, without names and without parts of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Request
from search.records import PhraseUse
from search.wording import concordance, distinctive
from search.wording.distinctive import is_complete, parts, reads_as_name, worth_quoting
from tests.search.clocks import AMPLE
from tests.search.towns import reports


@pytest.fixture(scope="module")
def towns(build_engine):
    return build_engine(*reports())


def test_what_stands_out_in_a_grade(towns):
    request = Request(filters={"grade": ("inadequate",)})
    (phrase,) = distinctive(towns, request, budget=AMPLE)
    assert phrase.text == "too many children wait long"
    assert (phrase.reports, phrase.of, phrase.elsewhere, phrase.of_elsewhere) == (6, 6, 0, 6)
    assert (phrase.uses, phrase.uses_elsewhere) == (6, 0)
    assert phrase.words == phrase.words_elsewhere == 6 * 21
    assert 1.5 < phrase.at_least < phrase.ratio
    assert phrase.log_odds > 0


def test_a_phrase_leads_to_its_concordance(towns):
    request = Request(filters={"grade": ("good",)})
    (phrase,) = distinctive(towns, request, budget=AMPLE)
    assert phrase.request == Request(f'"{phrase.text}"', filters=request.filters)
    assert concordance(towns, phrase.request).reports == phrase.reports


@pytest.mark.parametrize("request_", [Request('"says oak"'), Request()], ids=["few", "all"])
def test_what_all_use_or_too_few_use_does_not_stand_out(towns, request_):
    assert distinctive(towns, request_, budget=AMPLE) == ()


def test_no_more_than_the_limit(towns):
    assert distinctive(towns, Request(filters={"grade": ("good",)}), 0, AMPLE) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not yet", False),
        ("not yet good", True),
        ("of the children", False),
        ("the plan", False),
        ("assessments do not", False),
        ("children should", False),
        ("children looked after", True),
        ("after children", False),
        ("although plans", False),
        ("unregistered children's", False),
        ("service does", False),
        ("not ensured", True),
        ("within 20 days", False),
        ("for an age", False),
    ],
)
def test_a_phrase_worth_quoting(text, expected):
    assert is_complete(text) is expected


def use(text, uses, *examples, ratio=9.0, at_least=4.0):
    return PhraseUse(text, 5, 0, uses, 0, ratio, at_least, 3.0, examples or (text,))


@pytest.mark.parametrize(
    ("text", "examples", "expected"),
    [
        ("elmstead vale", ["In Elmstead Vale, plans drift.", "Elmstead Vale"], True),
        ("weak plans", ["Weak plans drift.", "They have weak plans."], False),
        ("use of camhs", ["Use of CAMHS is good.", "the use of CAMHS"], False),
        ("weak plans", ["weak. Plans"], True),
        ("weak plans", ["Weak Plans", "weak plans"], False),
        ("weak plans", ["Weak Plans", "Weak Plans", "weak plans"], True),
        ("children's homes", ["the children’s homes"], False),
    ],
    ids=["name", "sentence", "acronym", "across a sign", "half", "most", "curly apostrophe"],
)
def test_a_phrase_that_reads_as_a_name(text, examples, expected):
    assert reads_as_name(use(text, 5, *examples)) is expected


@pytest.mark.parametrize(
    ("uses", "texts"),
    [
        ([("weak plans", 10), ("very weak plans", 5)], ["very weak plans"]),
        ([("very weak plans", 5), ("weak plans", 10)], ["very weak plans"]),
        ([("weak plans", 10), ("very weak plans", 4)], ["weak plans"]),
        ([("weak plans", 9), ("not weak plans", 3), ("too weak plans", 3)], ["weak plans"]),
        ([("weak plans", 10), ("plans drift", 10)], ["weak plans", "plans drift"]),
        ([("weak plans", 10), ("weak plansters", 10)], ["weak plans", "weak plansters"]),
        ([("care leavers", 90), ("needs of care", 8), ("needs of care leavers", 8)],
         ["care leavers"]),
        ([("this is far too long a formula", 9), ("long formula", 9)], ["long formula"]),
        ([("plans of all teams in town", 9), ("teams in town", 9)], []),
        ([("many cases", 10), ("too many cases", 4)], ["too many cases"]),
        ([("year average", 9), ("three year average", 9)], []),
    ],
    ids=["half", "in any order", "less than half", "none has half", "overlapping", "other words",
         "a part, and no more than its part", "an incomplete one around it",
         "a formula of six words", "a quantifier", "only counted"],
)  # fmt: skip
def test_a_phrase_is_told_once_and_whole(uses, texts):
    phrases = worth_quoting([use(text, count) for text, count in uses])
    assert [phrase.text for phrase in phrases] == texts


@pytest.mark.parametrize(
    ("at_least", "texts"),
    [(9.5, ["weak plans", "very weak plans"]), (8.5, ["weak plans"])],
    ids=["surely more than its part", "perhaps no more"],
)
def test_a_longer_phrase_is_told_too_where_it_surely_stands_out_more(at_least, texts):
    whole = use("weak plans", 20, ratio=9.0)
    longer = use("very weak plans", 5, ratio=30.0, at_least=at_least)
    assert [phrase.text for phrase in worth_quoting([whole, longer])] == texts


def test_a_phrase_that_is_used_little_more_here_does_not_stand_out():
    """A fragment of a longer one goes, though the longer one does not stand out either."""
    often = use("young people", 400, ratio=1.6, at_least=1.4)
    part = use("asylum seeking", 20, ratio=4.0, at_least=1.6)
    longer = use("asylum seeking children", 15, ratio=3.5, at_least=1.3)
    assert list(worth_quoting([often, part, longer])) == []


@given(st.lists(st.text("abc ", max_size=9).map(str.split).map(" ".join)))
def test_parts_are_the_shorter_runs_of_words(texts):
    for text in texts:
        whole = text.split()
        runs = {
            tuple(whole[start:end])
            for end in range(len(whole) + 1)
            for start in range(end - 1)
            if end - start < len(whole)
        }
        assert {tuple(part.split()) for part in parts(text)} == runs
