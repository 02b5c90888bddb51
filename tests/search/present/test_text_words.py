"""The words of a text have places, and runs of them are spans of it."""

import pytest

from search.model import Span
from search.present.text_words import TextWords, merged_spans

TEXT = "Plans drift; plans are late."


@pytest.mark.parametrize(
    ("field", "word", "places"),
    [("exact", "plans", [0, 2]), ("text", "plan", [0, 2]), ("exact", "plan", [])],
)
def test_where_a_word_stands(field, word, places):
    assert TextWords(TEXT).places(field, word) == places


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
    assert merged_spans(TextWords(TEXT), runs) == spans
