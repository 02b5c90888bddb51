"""What a prefix, a pattern, a range or a misspelling stands for, against a plain loop over words."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.strings import Strings
from search.local.expand import between, like, near, with_prefix
from tests.search.engines.plain_evaluate import osa_distance

letters = st.text("abé", max_size=6)
lexicons = st.sets(letters).map(lambda words: sorted(words, key=str.encode))


def words_at(words, rows):
    return [words[row] for row in rows]


@given(lexicons, letters)
def test_a_prefix_stands_for_the_words_that_begin_so(words, prefix):
    rows = with_prefix(Strings.of(words), prefix)
    assert words_at(words, rows) == [word for word in words if word.startswith(prefix)]


@given(lexicons, st.text("abé*?", max_size=4))
def test_a_pattern_stands_for_the_words_that_match(words, pattern):
    rows = like(Strings.of(words), pattern)
    assert words_at(words, rows) == [word for word in words if fnmatchcase(word, pattern)]


@given(lexicons, st.none() | letters, st.none() | letters, st.booleans(), st.booleans())
def test_a_range_stands_for_the_words_within_its_limits(words, start, end, startexcl, endexcl):
    def is_within(word):
        after = start is None or word > start or (word == start and not startexcl)
        return after and (end is None or word < end or (word == end and not endexcl))

    rows = between(Strings.of(words), start, end, startexcl, endexcl)
    assert words_at(words, rows) == list(filter(is_within, words))


@given(lexicons, letters, st.integers(0, 2), st.integers(0, 2))
def test_a_misspelling_stands_for_the_words_within_its_edits(words, word, edits, prefix):
    rows = near(Strings.of(words), word, edits, prefix)
    assert words_at(words, rows) == [
        other
        for other in words
        if other.startswith(word[:prefix]) and osa_distance(word, other) <= edits
    ]


@pytest.mark.parametrize("edits", [1, 2])
def test_an_edit_may_be_a_letter_of_four_bytes(edits):
    words = ["plan", "plan" + "\U0001d52d" * edits]
    assert list(near(Strings.of(words), "plan", edits, 1)) == [0, 1]
