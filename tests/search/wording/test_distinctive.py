"""Phrases that stand out, counted by reports, without names and without parts of others."""

import pytest

from search.model import Request
from search.records import PhraseUse
from search.wording import concordance, distinctive
from search.wording.distinctive import is_complete, reads_as_name, worth_quoting
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
    assert phrase.log_odds > 1.96
    assert phrase.log_likelihood == pytest.approx(16.64, abs=0.01)


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
        ("service does", False),
        ("not ensured", True),
        ("within 20 days", False),
        ("for an age", False),
    ],
)
def test_a_phrase_worth_quoting(text, expected):
    assert is_complete(text) is expected


def use(text, here, *examples):
    return PhraseUse(text, here, 0, 1.0, 4.0, examples or (text,))


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
        ([("weak plans", 10), ("very weak plans", 7)], ["very weak plans"]),
        ([("weak plans", 10), ("very weak plans", 6)], ["weak plans"]),
        ([("very weak plans", 7), ("weak plans", 10)], ["very weak plans"]),
        ([("very weak plans", 6), ("weak plans", 10)], ["very weak plans", "weak plans"]),
        ([("weak plans", 10), ("plans drift", 10)], ["weak plans", "plans drift"]),
        ([("weak plans", 10), ("weak plansters", 10)], ["weak plans", "weak plansters"]),
    ],
)
def test_of_a_phrase_and_a_longer_one_that_most_of_its_reports_use_the_longer_stays(uses, texts):
    phrases = worth_quoting([use(text, here) for text, here in uses])
    assert [phrase.text for phrase in phrases] == texts
