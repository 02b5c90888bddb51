"""Keys of phrases: the same for the same words in order, and for no others."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.local.wording.keys import NO_PHRASE, bigram_keys, extend_keys

phrases = st.lists(st.integers(0, 3), min_size=1, max_size=5).map(tuple)


def key_of(words):
    key = np.zeros(1, np.uint64)
    for word in words:
        key = extend_keys(key, np.array([word], np.int32))
    return int(key[0])


@given(phrases, phrases)
def test_phrases_have_one_key_only_if_they_are_the_same(phrase, other):
    assert (key_of(phrase) == key_of(other)) is (phrase == other)
    assert key_of(phrase) != int(NO_PHRASE)


def test_pairs_stand_within_a_paragraph():
    tokens = np.array([5, 6, 5, 6, 7], np.int32)  # of three paragraphs: 5 6 | 5 6 7 |
    words_left = np.array([2, 1, 3, 2, 1], np.uint16)
    keys = bigram_keys(tokens, words_left).tolist()
    assert keys == [
        key_of([5, 6]),
        int(NO_PHRASE),
        key_of([5, 6]),
        key_of([6, 7]),
        int(NO_PHRASE),
    ]


def test_no_words_have_no_pairs():
    assert bigram_keys(np.zeros(0, np.int32), np.zeros(0, np.uint16)).tolist() == []
