"""The snippet is the best window, cut between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Span
from search.present.snippets import best_snippet

FILLER = "Staff know the children well and see them often. " * 8
TEXT = FILLER + "Plans drift. Reviews do not challenge delay in plans. " + FILLER


def spans(text: str, *words: str) -> list[Span]:
    starts = sorted((text.index(word), len(word)) for word in words)
    return [Span(start, start + size) for start, size in starts]


def test_a_short_text_is_shown_whole():
    assert best_snippet("Plans drift.", [Span(0, 5)]) == Span(0, 12)


def test_the_window_holds_the_most_different_marks():
    window = best_snippet(TEXT, spans(TEXT, "Staff", "drift", "delay"))
    shown = TEXT[window.start : window.end]
    assert "drift" in shown
    assert "delay" in shown


def test_what_is_shown_first_is_in_the_window():
    text = TEXT + "Visits are not timely. " + FILLER
    marks = sorted(
        [*spans(TEXT, "drift", "challenge", "delay"), *spans(text, "not timely")],
        key=lambda mark: mark.start,
    )
    best, first = (
        best_snippet(text, marks, shown_first=one) for one in ([], spans(text, "not timely"))
    )
    assert "not timely" not in text[best.start : best.end]
    assert "not timely" in text[first.start : first.end]


def test_without_marks_it_is_the_beginning():
    assert best_snippet(TEXT, []).start == 0


@pytest.mark.parametrize("text", ["x" * 5000, " " * 5000, "مرحبا " * 900])
def test_texts_without_words_or_sentences(text):
    window = best_snippet(text, [Span(2000, 2010)])
    assert 0 <= window.start < window.end <= len(text)


@given(st.text(min_size=1), st.integers(0, 2000), st.integers(1, 60))
def test_a_window_is_inside_and_not_too_long(text, place, width):
    text = (text * (2000 // len(text) + 1))[:2000]
    mark = Span(min(place, 1990), min(place, 1990) + 5)
    window = best_snippet(text, [mark], width)
    assert 0 <= window.start < window.end <= len(text)
    assert window.end - window.start <= width * 1.2
