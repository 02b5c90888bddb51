"""The words of a collection near a mistyped one, the most frequent first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.strings import Strings
from search.local.near_words import near_words, similar_rows
from tests.search.changes import COMMIT
from tests.search.engines.plain_evaluate import osa_distance
from tests.search.worlds import index_snapshot

TEXTS = ["plans plans plans plan", "plans pland été", "plane plant", "plant b2b plan9 plan's"]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """One of two segments, with more than half of the words of one removed."""
    return index_snapshot(
        tmp_path_factory.mktemp("world"),
        ("ash", TEXTS[:2], {}),
        ("oak", ["plant plant plant plante"], {}),
        COMMIT,
        ("elm", TEXTS[2:], {}),
        COMMIT,
        "oak",
    )


@pytest.mark.parametrize(
    ("word", "edits", "more_than", "expected"),
    [
        ("planz", 1, 0, ("plans", "plant", "plan", "pland", "plane")),
        ("planz", 1, 1, ("plans", "plant")),
        ("planz", 1, 2, ("plans",)),
        ("planz", 1, 4, ()),
        ("plans", 1, 1, ("plant",)),
        ("palns", 1, 0, ("plans",)),
        ("palnz", 1, 0, ()),
        ("palnz", 2, 1, ("plans", "plant")),
        ("zzzzzzz", 2, 0, ()),
    ],
)
def test_the_most_frequent_of_what_was_not_removed_come_first(
    snapshot, word, edits, more_than, expected
):
    assert len(snapshot.readers) == 2
    assert snapshot.alive is not None
    assert near_words(snapshot, word, edits, more_than) == expected


def test_of_words_as_frequent_the_first_by_letter_comes_first(tmp_path):
    snapshot = index_snapshot(tmp_path, ("ash", ["plant"], {}), COMMIT, ("elm", ["pland"], {}))
    assert near_words(snapshot, "planz", 1, 0) == ("pland", "plant")


letters = st.text("abcé9", min_size=1, max_size=6)


@given(st.text("abc", min_size=1, max_size=6), st.sets(letters, min_size=1), st.integers(0, 2))
def test_no_near_word_of_letters_is_ruled_out(word, others, edits):
    lexicon = sorted(others, key=str.encode)
    similar = {lexicon[row] for row in similar_rows(Strings.of(lexicon), word, edits)}
    of_letters = {other for other in lexicon if other.isascii() and other.isalpha()}
    near = {other for other in of_letters if osa_distance(word, other) <= edits}
    assert near <= similar <= of_letters


def test_far_words_are_ruled_out():
    lexicon = ["plan", "plans", "planned", "visits"]
    assert similar_rows(Strings.of(lexicon), "plants", 1).tolist() == [1]
