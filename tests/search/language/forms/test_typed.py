"""Signs between typed words that make them one, and those that do not."""

import pytest

from search.language.forms.typed import MAX_JOINED, joined_size, typed_words, words_beside


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
        ("10%-15% of", 0, 2),
        ("10 % of", 0, 1),
        ("drift/delay", 0, 1),
        ("drift,delay", 0, 1),
        ("drift - delay", 0, 1),
        ("drift—delay", 0, 1),
        ("drift: delay", 0, 1),
        ("ab-" * 660, 0, MAX_JOINED),
        ("ab-" * 660, 655, 5),
    ],
)
def test_words_that_are_typed_as_one(text, at, size):
    assert joined_size(text, typed_words(text), at) == size


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("multi-agency plan", 0, (2, ("multi", "agency"))),
        ("multi-agency plan", 2, (1, ("plan",))),
        ("up to date plans", 0, (1, ("up", "to", "date"))),
        ("follow  up-to-date", 0, (1, ("follow",))),
        ("plan, follow up", 0, (1, ("plan",))),
        ("sec. 47 plan", 0, (1, ("sec", "47", "plan"))),
        ("plan. 47", 0, (1, ("plan",))),
    ],
)
def test_words_that_stand_side_by_side(text, at, words):
    assert words_beside(text, typed_words(text), at, most=3) == words


def test_words_keep_their_places_in_the_query():
    (word,) = typed_words("a plan: met", 2, 6)
    assert word == ("plan", "plan", 2, 6)
