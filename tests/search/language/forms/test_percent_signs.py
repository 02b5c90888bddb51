"""A percent sign belongs to the number that it stands after, and to nothing else."""

import pytest

from index.analysis import split
from search.language.forms.percent_signs import (
    is_signed,
    sign_end,
    signed_digit,
    with_signs,
    without_sign,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10% of", ["10%", "of"]),
        ("10 % of", ["10%", "of"]),
        ("10\u00a0%, 5\u2009%", ["10%", "5%"]),
        ("10\u200b%", ["10%"]),
        ("12.5% and 1,200%", ["12.5%", "and", "1200%"]),
        ("10％ 10﹪", ["10%", "10%"]),
        ("10-15%", ["10", "15%"]),
        ("16+ %", ["16", "plus"]),
        ("ten %", ["ten"]),
        ("2nd %", ["2nd"]),
        ("10    %", ["10"]),  # another cell of a table
        ("10 (%)", ["10"]),
        ("% 10", ["10"]),
        ("10", ["10"]),
        ("", []),
    ],
)
def test_words_of_a_text_with_their_signs(text, expected):
    words, edges = split(text)
    assert with_signs(text, words, edges[1::2]) == expected


@pytest.mark.parametrize(("text", "end"), [("10%", 3), ("10 % of", 4), ("10 of", 2), ("10", 2)])
def test_a_sign_ends_where_it_is_printed(text, end):
    assert sign_end(text, "10", 2) == end


def test_a_word_of_a_query_says_whether_it_has_one():
    assert list(map(is_signed, ["10%", "10", "of"])) == [True, False, False]
    assert list(map(without_sign, ["10%", "of"])) == ["10", "of"]


@pytest.mark.parametrize(
    ("word", "text", "may_have"),
    [
        ("1200%", "1,200 % of", True),
        ("12%", "12, 1２％", True),
        ("12%", "12 and 42%", True),
        ("12%", "12 and 13%", False),
        ("12%", "12", False),
    ],
)
def test_most_texts_without_a_signed_number_are_told_by_its_last_digit(word, text, may_have):
    assert bool(signed_digit(word).search(text)) == may_have
