"""Signs between typed words that make them one, and those that do not."""

import pytest

from index.analysis import split, stem
from search.language.forms.typed import gap_after, joined_size


def typed_words(text):
    words, edges = split(text)
    return list(zip(words, map(stem, words), edges[::2], edges[1::2], strict=False))


@pytest.mark.parametrize(
    ("text", "at", "size"),
    [
        ("multi-agency plan", 0, 2),
        ("multi-agency plan", 2, 1),
        ("face–to‑face", 0, 3),
        ("face-to-face", 1, 2),
        ("multi\u2060-\u200bagency", 0, 2),
        ("s.47 A&E", 0, 2),
        ("s.47 A&E", 2, 2),
        ("16+ 24/7 10:30", 0, 2),
        ("16+ 24/7 10:30", 2, 2),
        ("16+ 24/7 10:30", 4, 2),
        ("drift/delay", 0, 1),
        ("drift,delay", 0, 1),
        ("drift - delay", 0, 1),
        ("drift—delay", 0, 1),
        ("drift: delay", 0, 1),
    ],
)
def test_words_that_are_typed_as_one(text, at, size):
    assert joined_size(text, typed_words(text), at) == size


@pytest.mark.parametrize(
    ("text", "gap"), [("a  b", ""), ("a, b", ","), ("sec. 4", "."), ("a", ","), ("a-b", "-")]
)
def test_what_stands_before_the_next_word(text, gap):
    assert gap_after(text, typed_words(text), 0) == gap
