"""The words of a collection near a mistyped one, the most frequent first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.strings import Strings
from search.local.near_words import near_words, similar_rows
from tests.search.plain import edits
from tests.search.worlds import collection

TEXTS = ["plans plans plans plan", "plans pland été", "plane plant", "plant b2b plan9 plan's"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    data = tmp_path_factory.mktemp("world")
    collection(data, ("ash", TEXTS[:2], {}))
    return collection(data, ("elm", TEXTS[2:], {}))


@pytest.mark.parametrize(
    ("word", "edits", "more_than", "expected"),
    [
        ("planz", 1, 0, ("plans", "plant", "plan", "pland", "plane")),
        ("planz", 1, 1, ("plans", "plant")),
        ("planz", 1, 4, ()),
        ("plans", 1, 1, ("plant",)),
        ("palns", 1, 0, ("plans",)),
        ("palnz", 1, 0, ()),
        ("palnz", 2, 1, ("plans", "plant")),
        ("zzzzzzz", 2, 0, ()),
    ],
)
def test_the_most_frequent_come_first(snapshot, word, edits, more_than, expected):
    assert len(snapshot.readers) == 2
    assert near_words(snapshot, word, edits, more_than) == expected


letters = st.text("abcé9", min_size=1, max_size=6)


@given(st.text("abc", min_size=1, max_size=6), st.sets(letters, min_size=1), st.integers(0, 2))
def test_no_near_word_of_letters_is_ruled_out(word, others, most):
    words = sorted(others, key=str.encode)
    similar = {words[row] for row in similar_rows(Strings.of(words), word, most)}
    plain = {other for other in words if other.isascii() and other.isalpha()}
    assert {other for other in plain if edits(word, other) <= most} <= similar <= plain
