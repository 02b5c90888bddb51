"""A wording is found by the letters that each of its spellings begins with."""

from string import ascii_lowercase

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.analysis import stem
from search.language.forms.spellings import spellings
from search.language.vocabulary import keys_of_text, stems_of
from search.language.wordings.beginnings import (
    ANY_BEGINNING,
    IRREGULAR_WORDS,
    beginning_of,
    beginnings_of_key,
)
from search.language.wordings.groups import groups_of_the_file


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("neglected children", "neg"),
        ("Neglect", "neg"),
        ("being heard", "b"),
        ("CP plans", "cp"),
        ("multi-agency work", "mul"),
        ("e-safety", "e"),
        ("A&E", "a"),
        ("taught at home", "t"),
        ("two visits", ANY_BEGINNING),
        ("section 47", ANY_BEGINNING),
        ("s47", ANY_BEGINNING),
        ("16+", ANY_BEGINNING),
        ("élan", ANY_BEGINNING),
    ],
)
def test_how_a_wording_begins(text, beginning):
    assert beginning_of(text) == beginning
    assert beginning in (ANY_BEGINNING, *beginnings_of_key(stems_of(text)[0]))


def test_each_spelling_of_a_wording_begins_as_it_is_said_to():
    for group in groups_of_the_file():
        for text in group.texts:
            for key, *_ in (*spellings(text, keys_of_text(text)), *spellings(text, stems_of(text))):
                assert key.lower().startswith(beginning_of(text))


@given(st.text(ascii_lowercase, min_size=1, max_size=14))
@example("taught")
@example("sought")
@example("dying")
@example("useful")
@example("olness")
@example("aed")
def test_a_stem_begins_as_it_is_said_to(word):
    assert stem(word).startswith(beginning_of(word))


@pytest.mark.parametrize("word", sorted(IRREGULAR_WORDS))
def test_an_irregular_stem_begins_as_it_is_said_to(word):
    assert stem(word).startswith(beginning_of(word))
