"""Where the words of a text stand, in each field, and with a percent sign."""

import pytest

from search.model import Span
from search.present.text_words import TextWords, merged_spans

TEXT = "Plans: 20 % of plans, 20 of all. A plan is 5%."


@pytest.mark.parametrize(
    ("field", "word", "places"),
    [
        ("exact", "plans", [0, 3]),
        ("text", "plan", [0, 3, 8]),
        ("exact", "20", [1, 4]),
        ("exact", "20%", [1]),
        ("text", "5%", [10]),
        ("exact", "all%", []),
        ("exact", "30%", []),
        ("exact", "unknown", []),
    ],
)
def test_places(field, word, places):
    assert TextWords(TEXT).places(field, word) == places


def test_where_a_sign_ends_that_was_asked_for():
    words = TextWords(TEXT)
    words.places("exact", "20")
    assert words.ends == {}
    words.places("exact", "20%")
    assert words.ends == {1: TEXT.index("%") + 1}


def test_words_that_are_wanted():
    assert TextWords(TEXT).places_where("exact", lambda word: word.startswith("plan")) == [0, 3, 8]


SHORT = "Plans drift; plans are late."


@pytest.mark.parametrize(
    ("runs", "spans"),
    [
        ([], ()),
        ([(4, 4), (0, 0)], (Span(0, 5), Span(23, 27))),
        ([(2, 3), (3, 4)], (Span(13, 27),)),
        ([(0, 2), (1, 1)], (Span(0, 18),)),
    ],
)
def test_runs_that_overlap_are_one_span(runs, spans):
    assert merged_spans(TextWords(SHORT), runs) == spans
