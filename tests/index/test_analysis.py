"""Words, their places and their stems, the same for every caller."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import WORD, fold, split, stem, terms, words

ANY_TEXT = st.text(st.characters(codec="ascii")) | st.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Multi-agency work.", ["multi", "agency", "work"]),
        ("16- and 17-year-olds", ["16", "and", "17", "year", "olds"]),
        ("the child’s plan", ["the", "child's", "plan"]),
        ("workers' caseloads aren't", ["workers", "caseloads", "aren't"]),
        ("not yet too few", ["not", "yet", "too", "few"]),
        ("snake_case £1.5m", ["snake", "case", "1", "5m"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("word", "inflection"),
    [
        ("recording", "recorded"),
        ("children's", "children"),
        ("timely", "timeliness"),
        ("agencies", "agency"),
        ("children", "child"),
        ("sent", "sending"),
        ("written", "writes"),
        ("left", "leaving"),
        ("analysis", "analyses"),
    ],
)
def test_inflections_share_a_stem(word, inflection):
    assert stem(word) == stem(inflection)


@pytest.mark.parametrize(
    ("word", "other"), [("timely", "time"), ("likely", "like"), ("led", "leader")]
)
def test_words_of_another_meaning_do_not(word, other):
    assert stem(word) != stem(other)


@given(ANY_TEXT)
def test_ascii_text_has_the_words_that_any_text_has(text):
    assert terms(text) == WORD.findall(fold(text))


@given(ANY_TEXT)
def test_spans_are_where_the_words_stand(text):
    spans = words(text)
    assert [span.text for span in spans] == terms(text)
    assert all(fold(text[span.start : span.end]) == span.text for span in spans)
    assert len(fold(text)) == len(text)


@given(ANY_TEXT)
def test_edges_end_with_the_text(text):
    texts, edges = split(text)
    assert texts == terms(text)
    assert edges[-1] == len(text)
    assert len(edges) == 2 * len(texts) + 1
