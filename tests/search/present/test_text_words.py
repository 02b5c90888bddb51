"""Where the words of a text stand, in each field, and with a percent sign."""

import pytest

from search.present.text_words import TextWords

TEXT = "Plans: 20 % of plans, 20 of all. A plan is 5%."


@pytest.mark.parametrize(
    ("field", "word", "places"),
    [
        ("exact", "plans", [0, 3]),
        ("text", "plan", [0, 3, 8]),
        ("exact", "20", [1, 4]),
        ("exact", "20%", [1]),
        ("text", "5%", [10]),
        ("exact", "all%", []),
        ("exact", "30%", []),
        ("exact", "unknown", []),
    ],
)
def test_places(field, word, places):
    assert TextWords(TEXT).places(field, word) == places


def test_where_a_sign_ends_that_was_asked_for():
    words = TextWords(TEXT)
    words.places("exact", "20")
    assert words.ends == {}
    words.places("exact", "20%")
    assert words.ends == {1: TEXT.index("%") + 1}


def test_words_that_are_wanted():
    assert TextWords(TEXT).places_where("exact", lambda word: word.startswith("plan")) == [0, 3, 8]
