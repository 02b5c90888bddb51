"""Looking at letters and lengths first loses no word that is spelt nearly like another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.segments.strings import Strings
from search.local.near_words import near_words, similar_rows
from tests.search.changes import COMMIT
from tests.search.worlds import index_snapshot

letters = st.text("abz", min_size=1, max_size=6)
lexicons = st.lists(st.text("abz1'é", min_size=1, max_size=6), unique=True).map(sorted)


@given(lexicons, letters, st.integers(1, 2))
def test_no_near_word_is_lost(words, word, edits):
    rows = similar_rows(Strings.of(words), word, edits).tolist()
    near = [
        row
        for row, other in enumerate(words)
        if set(other) <= set("abz") and OSA.distance(word, other) <= edits
    ]
    assert set(near) <= set(rows)
    assert all(set(words[row]) <= set("abz") for row in rows)


def test_far_words_are_not_looked_at():
    words = ["plan", "plans", "planned", "visits"]
    assert similar_rows(Strings.of(words), "plants", 1).tolist() == [1]


def test_words_of_all_segments_are_counted_together_without_those_removed(tmp_path):
    snapshot = index_snapshot(
        tmp_path,
        ("ash", ["drifts drifts"], {}),
        ("oak", ["drafts drafts drafts"], {}),
        COMMIT,
        ("elm", ["drifts drafts"], {}),
        COMMIT,
        "oak",
    )
    assert snapshot.alive is not None
    assert near_words(snapshot, "drufts", 1, 0) == ("drifts", "drafts")
    assert near_words(snapshot, "drufts", 1, 2) == ("drifts",)


TEXTS = ["plans plans plans plan", "plans pland été", "plane plant", "plant b2b plan9 plan's"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    data = tmp_path_factory.mktemp("world")
    index_snapshot(data, ("ash", TEXTS[:2], {}))
    return index_snapshot(data, ("elm", TEXTS[2:], {}))


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
