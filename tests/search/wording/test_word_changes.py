"""Which words a later text has, adds and leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from search.wording.word_changes import ADDED, REMOVED, SAME, share_in_order, split_by_change

SENTENCES = st.lists(
    st.sampled_from(["plans", "Are", "late", "not", "(yet),", "–", "children’s", "10%", "."]),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("Plans are late.", "Plans are late.", [(SAME, "Plans are late.")]),
        ("Plans are late.", "PLANS ‘are’ late!", [(SAME, "PLANS ‘are’ late!")]),
        (
            "Plans drift.",
            "Plans often drift.",
            [(SAME, "Plans "), (ADDED, "often "), (SAME, "drift.")],
        ),
        (
            "Plans often drift.",
            "Plans drift.",
            [(SAME, "Plans "), (REMOVED, "often "), (SAME, "drift.")],
        ),
        ("Late.", "“Too” late.", [(ADDED, "“Too” "), (SAME, "late.")]),
        ("Late plans.", "", [(REMOVED, "Late plans ")]),
        ("", "New.", [(ADDED, "New.")]),
        ("", "", []),
    ],
)
def test_the_parts_of_a_later_text(earlier, later, expected):
    assert [(part.change, part.text) for part in split_by_change(earlier, later)] == expected


@given(SENTENCES, SENTENCES)
def test_both_texts_can_be_read_from_the_parts(earlier, later):
    parts = split_by_change(earlier, later)
    shown = "".join(part.text for part in parts if part.change != REMOVED)
    assert shown == (later if terms(later) else "")
    before = " ".join(part.text for part in parts if part.change != ADDED)
    assert terms(before) == terms(earlier)


def test_small_words_between_changes_go_with_them():
    parts = split_by_change("Plans drift for the young.", "Plans hold for the old.")
    assert [(part.change, part.text) for part in parts] == [
        (SAME, "Plans "),
        (REMOVED, "drift for the young "),
        (ADDED, "hold for the old."),
    ]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c", "a b c", 1),
        ("a b c", "a b d", 2 / 3),
        ("a b c d", "b a c d", 3 / 4),
        ("a", "b", 0),
    ],
)
def test_the_share_of_words_in_order(one, other, share):
    assert share_in_order(one.split(), other.split(), 0.1) == pytest.approx(share)


def test_a_share_that_is_too_small_is_none():
    assert share_in_order(["a", "b"], ["a", "c"], 0.6) == 0
