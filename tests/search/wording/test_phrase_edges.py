"""What is before and after a phrase in texts, and whether it is whole there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from search.wording.phrase_edges import Edges, find_edges, find_place, word_after, word_before


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("|plans|", None, None),
        ("Late. |Plans| (all)", None, None),
        ("The |plans| are late", None, None),
        ("good |plans| drift", "good", "drift"),
        ("are |met| well", "are", "well"),
        ("Good |plans|, late plans", "good", "late"),
        ("good |plans|; late", "good", None),
        ("“the” |plans|’ aims", None, "aims"),
        ("all of children’s |plans| and", "children’s", "and"),
        ("x" * 99 + " |plans| of", "x" * 39, "of"),
    ],
)
def test_the_words_beside_a_phrase(text, before, after):
    """None stands for a place where a phrase may begin or end."""
    left, phrase, right = text.split("|")
    whole = left + phrase + right
    assert word_before(whole, len(left)) == before
    assert word_after(whole, len(left + phrase)) == after


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (Edges(1, 1, 1, 0, 0), True),
        (Edges(20, 3, 3, 2, 2), True),
        (Edges(20, 2, 20, 2, 0), False),
        (Edges(20, 20, 2, 0, 2), False),
        (Edges(20, 8, 20, 12, 0), False),
        (Edges(20, 20, 8, 0, 12), False),
        (Edges(20, 9, 9, 11, 11), True),
        (Edges(0, 0, 0, 0, 0), False),
    ],
    ids=["one", "enough", "begins seldom", "ends seldom", "same before", "same after", "less", "0"],
)
def test_edges_of_a_whole_phrase(edges, expected):
    assert edges.are_whole is expected


def test_edges_are_counted_over_all_places():
    texts = ["The plans of all", "Late plans of some", "Late plans are", "New plans"]
    places = [find_place(text, "plans") for text in texts]
    assert find_edges(places) == Edges(4, 1, 2, 2, 2)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Weak plans drift", "weak plans", "Weak plans"),
        ("weak plansters, weak-plans", "weak plans", "weak-plans"),
        ("the children’s homes", "children's homes", "children’s homes"),
        ("weak. Plans", "weak plans", None),
        ("unweak plans", "weak plans", None),
        ("İİ weak plans", "weak plans", "weak plans"),
        ("nothing", "weak plans", None),
    ],
)
def test_where_a_phrase_stands_in_one_piece(text, phrase, expected):
    place = find_place(text, phrase)
    assert (place and text[place[1] : place[2]]) == expected


@given(st.lists(st.sampled_from(["weak", "plans", "plan", "late", "planned"]), max_size=9))
def test_a_phrase_is_found_where_its_words_are(words):
    text = " ".join(words)
    place = find_place(text, "weak plans")
    assert (place is not None) == (" weak plans " in f" {text} ")
    assert place is None or terms(text[place[1] : place[2]]) == ["weak", "plans"]
