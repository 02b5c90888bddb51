"""Which words of a query are asked for as printed, and how the index has them."""

import pytest

from search.language.forms.as_printed import any_as_printed, as_indexed, capital_letters, stem_of


@pytest.mark.parametrize(
    ("word", "expected", "exact", "text"),
    [
        ("SEND", True, "send", "send"),
        ("RAG", True, "rag", "rag"),
        ("10%", True, "10", "10"),
        ("send", False, "send", "send"),
        ("plans", False, "plans", "plans"),
        ("10", False, "10", "10"),
    ],
)
def test_what_the_index_has_of_a_word(word, expected, exact, text):
    assert any_as_printed(["plans", word]) is expected
    assert (as_indexed(word, "exact"), as_indexed(word, "text")) == (exact, text)


def test_letters_in_capitals_have_no_stem():
    assert [stem_of(word) for word in ("SEND", "sent", "plans")] == ["SEND", "send", "plan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(SEND) plans", ["SEND"]),
        ("SENDIASS, Send, send", []),
        ("a RAG-rated MASS", ["RAG", "MASS"]),
    ],
)
def test_letters_that_are_also_a_word(text, expected):
    assert capital_letters().findall(text) == expected
