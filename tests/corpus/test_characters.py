"""Typography is taken off where that loses nothing, and never changes what a text says."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import (
    APOSTROPHES,
    MAX_KNOWN_CHARACTERS,
    TYPOGRAPHY,
    TranslationTable,
    caseless,
    plain,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the child’s ‘plan’", "the child's 'plan'"),
        ("“not yet” „a‟ «b»", '"not yet" "a" "b"'),
        ("well‐being 0‑25 −5 16–17 a—b", "well-being 0-25 -5 16–17 a—b"),
        ("safe\u00adguard\u200b\u200c\u200ding\ufeff\u2060", "safeguarding"),
        ("no\u00a0break\u202fspace\u2009thin", "no break space thin"),
        ("ﬁrst oﬃce ﬂoor", "first office floor"),
        ("ｆｕｌｌ（１，２００）", "full(1,200)"),
        ("cafe\u0301", "café"),
        ("½ 2½ m² 10² x³ ① CO₂ Ⅳ 1º", "½ 2½ m² 10² x³ ① CO2 IV 1o"),
        ("Teams™ … £5 ℡", "Teams™ … £5 ℡"),
        ("child`s", "child's"),
        ("ĳ ǆ", "ij dž"),
        ("", ""),
    ],
)
def test_the_plain_form_of_a_text(text, expected):
    assert plain(text) == expected


@given(st.text())
def test_a_plain_form_is_its_own(text):
    assert plain(plain(text)) == plain(text)


@given(st.text(st.characters(exclude_characters=APOSTROPHES)))
def test_no_letter_and_no_digit_is_lost(text):
    letters = [char for char in unicodedata.normalize("NFKC", text) if char.isalpha()]
    kept = [char for char in unicodedata.normalize("NFKC", plain(text)) if char.isalpha()]
    assert kept == letters


@pytest.mark.parametrize("char", list(map(chr, TYPOGRAPHY)))
def test_typography_is_replaced_one_for_one(char):
    assert len(f"é{char}é".translate(TYPOGRAPHY)) == 3


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("King’s Lynn", "KING'S LYNN"),
        ("Stoke‑on‑Trent", "stoke-on-trent"),
        ("Bath\u00a0and North East Somerset", "bath and north east somerset"),
        ("Ynys Mo\u0302n", "ynys môn"),
    ],
)
def test_names_that_differ_in_case_and_typography_are_one(name, other):
    assert caseless(name) == caseless(other)


@pytest.mark.parametrize(("name", "other"), [("Môn", "Mon"), ("St Helens", "St. Helens")])
def test_other_names_are_not(name, other):
    assert caseless(name) != caseless(other)


def test_a_table_translates_as_its_pattern_replaces() -> None:
    pattern = re.compile(r"[\W\d]")
    text = "Children’s plans, 12 of them: “well” re-read²"
    assert text.translate(TranslationTable(pattern, " ")) == pattern.sub(" ", text)
    assert text.translate(TranslationTable(pattern, None)) == pattern.sub("", text)


def test_a_table_is_bounded_and_goes_on_to_translate() -> None:
    table = TranslationTable(re.compile(r"[\W\d]"), None)
    everything = "".join(map(chr, range(0x4E00, 0x4E00 + MAX_KNOWN_CHARACTERS + 10)))
    assert f"{everything}1".translate(table) == everything
    assert len(table) == MAX_KNOWN_CHARACTERS
