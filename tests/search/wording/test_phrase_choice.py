"""Which phrases are worth quoting: whole ones, once, without names and parts of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.records import PhraseUse, PhraseUses
from search.wording.phrase_choice import (
    find_places,
    is_complete,
    parts,
    reads_as_name,
    worth_quoting,
)


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
        ("can access", False),
        ("performance against", False),
        ("live out", False),
        ("other professionals", False),
        ("high quality", True),
    ],
)
def test_a_phrase_worth_quoting(text, expected):
    assert is_complete(text) is expected


def use(text, uses, *examples, ratio=9.0, at_least=4.0, elsewhere=0):
    examples = examples or (text,)
    return PhraseUse(text, 5, elsewhere, uses, elsewhere, ratio, at_least, 3.0, examples)


def choose(phrases, here=10, elsewhere=20):
    """The phrases worth quoting, of a result in 10 reports beside 20 others."""
    return list(worth_quoting(PhraseUses(here, elsewhere, 1_000, 2_000, tuple(phrases))))


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
        ("emotional well", ["the emotional well-being of all", "emotional well\u2010being"], True),
        ("agency audits", ["multi-agency audits"], True),
        ("multi agency audits", ["by multi-agency audits"], False),
        ("well being", ["well-being -- of all", "well-being - and"], False),
    ],
    ids=[
        *("name", "sentence", "acronym", "across a sign", "half", "most", "curly apostrophe"),
        *("cut at its end", "cut at its start", "a whole word with hyphens", "dashes"),
    ],
)
def test_a_phrase_that_reads_as_a_name(text, examples, expected):
    phrase = use(text, 5, *examples)
    assert reads_as_name(phrase, find_places(phrase)) is expected


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
        ([("we sum up the plans of", 20), ("sum up the plans", 20), ("we sum up the plans", 20),
          ("sum up the plans of", 20)], []),
        ([("rights upheld", 20), ("their rights upheld", 20), ("rights upheld by", 18)],
         ["rights upheld"]),
    ],
    ids=["half", "in any order", "less than half", "none has half", "overlapping", "other words",
         "a part, and no more than its part", "an incomplete one around it",
         "a formula of six words", "a quantifier", "only counted", "within a formula",
         "the same word on one side"],
)  # fmt: skip
def test_a_phrase_is_told_once_and_whole(uses, texts):
    phrases = choose([use(text, count) for text, count in uses])
    assert [phrase.text for phrase in phrases] == texts


@pytest.mark.parametrize(
    ("at_least", "texts"),
    [(9.5, ["weak plans", "very weak plans"]), (8.5, ["weak plans"])],
    ids=["surely more than its part", "perhaps no more"],
)
def test_a_longer_phrase_is_told_too_where_it_surely_stands_out_more(at_least, texts):
    whole = use("weak plans", 20, ratio=9.0)
    longer = use("very weak plans", 5, ratio=30.0, at_least=at_least)
    assert [phrase.text for phrase in choose([whole, longer])] == texts


def test_a_phrase_that_is_used_little_more_here_does_not_stand_out():
    """A fragment of a longer one goes, though the longer one does not stand out either."""
    often = use("young people", 400, ratio=1.6, at_least=1.4)
    part = use("asylum seeking", 20, ratio=4.0, at_least=1.6)
    longer = use("asylum seeking children", 15, ratio=3.5, at_least=1.3)
    assert choose([often, part, longer]) == []


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


@pytest.mark.parametrize(
    ("text", "examples", "expected"),
    [
        ("pathway plans", ["The pathway plans are late.", "They read pathway plans."], True),
        ("met well", ["Needs are met well in care.", "The health needs are met well."], False),
        ("children's emotional", ["Their children's emotional and social needs matter."] * 3, False),
        ("children's emotional", ["The children's emotional, social and other needs."] * 3, False),
        ("not always taken", ["Views are not always taken into account when plans drift."], False),
        ("leavers spoken", ["Care leavers spoken to say so.", "All leavers spoken to agree."], False),
        ("mental health", ["Mental health services wait.", "The mental health of all is good.",
                           "Care for mental health.", "A mental health nurse."], True),
        ("senior leadership", ["The senior leadership team is new."] * 3
                              + ["A senior leadership."], False),
        ("drift and delay", ["There is drift and delay for some.", "No drift and delay when asked.",
                             "The drift and delay is worse."], True),
    ],
    ids=["between boundaries", "an auxiliary before it", "an adjective", "a list of adjectives",
         "a verb", "a participle", "goes on in some ways", "goes on in one way", "joined words"],
)  # fmt: skip
def test_a_phrase_is_told_that_begins_and_ends_where_it_stands(text, examples, expected):
    assert (choose([use(text, 9, *examples)]) != []) is expected


@pytest.mark.parametrize(
    ("elsewhere", "of_elsewhere", "expected"),
    [(0, 20, True), (8, 20, True), (9, 20, False), (9, 9, True)],
    ids=["by no other", "by fewer", "by nearly as many", "too few others to tell"],
)
def test_a_phrase_that_as_many_other_reports_use_does_not_stand_out(
    elsewhere, of_elsewhere, expected
):
    """Five of ten reports use it here, however often each does."""
    phrases = choose([use("quality assurance", 40, elsewhere=elsewhere)], 10, of_elsewhere)
    assert (phrases != []) is expected
