"""The totals in words: how many results have the words of a query, and how many have others."""

import pytest

from search.language.parser import parse
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.model import Request
from search.present.totals import others_in_words, totals_in_words, words_in_words
from search.service import search

WORDS = "your words in any form"


@pytest.mark.parametrize(
    ("matched", "others", "expected"),
    [
        (
            "all",
            "related words too",
            "7 with your words in any form, 1,000 with related words too",
        ),
        ("most", "most of them", "7 with all your words in any form, 1,000 with most of them"),
    ],
)
def test_totals_in_words(matched, others, expected):
    assert totals_in_words(0, 7, 1000, WORDS, others, matched) == expected
    assert totals_in_words(7, 7, 1000, WORDS, others, matched) == expected
    assert totals_in_words(7, 7, 7, WORDS, others, matched) == expected.partition(",")[0]
    assert (
        totals_in_words(3, 7, 1000, WORDS, others, matched)
        == f"3 with your words together, {expected}"
    )


@pytest.mark.parametrize(
    ("query", "is_corrected", "expected"),
    [
        ("visits", False, "your word in any form"),
        ("the visits grade:good", False, "your word in any form"),
        ("visits", True, "the corrected word in any form"),
        ("timely visits", False, "your words in any form"),
        ("not timely", False, "your words in any form"),
        ("visits OR plans", False, "your words in any form"),
        ('"not yet" visits', False, "your words"),
    ],
)
def test_what_words_are_called(query, is_corrected, expected):
    assert words_in_words(parse(query), is_corrected) == expected


VOCABULARY = Vocabulary(
    [
        WordingGroup(("caseloads", "workload")),
        WordingGroup(("young carers",), typed=("disabled parents",)),
    ]
)


@pytest.mark.parametrize(
    ("query", "matched", "expected"),
    [
        ("caseloads", "all", "related words too"),
        ("caseloads", "most", "most of them or related words"),
        ("disabled parents", "all", "related words or your words apart too"),
        ("not timely", "all", "or without “not”"),
        ("not caseloads", "all", "related words too, with or without “not”"),
        ("not timely", "any", "any of them"),
    ],
)
def test_what_else_is_found(query, matched, expected):
    assert others_in_words(parse(query, vocabulary=VOCABULARY), matched) == expected


def test_totals_say_what_is_together_where_nothing_is_widened(build_engine):
    texts = ["Robust plans.", "Plans are robust.", "Robust action, not plans.", "Not robust."]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("robust plans", match="all"))
    assert (page.totals, page.has_related) == (
        "1 with your words together, 3 with your words in any form",
        False,
    )
    assert page.has_narrower
    page = search(engine, Request("not robust", match="all"))
    assert (page.totals, page.has_typed) == (
        "1 with your words in any form, 4 with or without “not”",
        True,
    )
    assert search(engine, page.as_typed).totals is None
    assert search(engine, Request("robust action", match="all")).totals is None


def test_words_that_stand_apart_are_not_a_wording(build_engine):
    texts = ["Young carers do well.", "Young adult carers.", "Young people meet foster carers."]
    engine = build_engine(("ash", [*texts, "They have caring roles."], {}))
    page = search(engine, Request("young carers", match="all"))
    assert page.totals == "1 with your words in any form, 3 with related words too"
    assert texts[2] not in [hit.paragraph.text for hit in page.hits]
    assert search(engine, Request("caring role", match="all")).totals is None


def test_totals_say_where_the_words_of_everyday_speech_may_stand_apart(build_engine):
    texts = ["A disabled parent.", "Disabled children whose parents meet.", "Young carers do well."]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("disabled parent"))
    assert (
        page.totals == "1 with your words in any form, 3 with related words or your words apart too"
    )
    assert search(engine, page.as_typed).total == 1
