import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import WORD, fold, stem, terms, words
from index.whoosh.analyzer import WordTokenizer


@pytest.mark.parametrize(
    ("text", "found"),
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
def test_words_of_a_text(text, found):
    assert terms(text) == found


@pytest.mark.parametrize(
    ("word", "other"),
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
def test_inflections_share_a_stem(word, other):
    assert stem(word) == stem(other)


@pytest.mark.parametrize(
    ("word", "other"), [("timely", "time"), ("likely", "like"), ("led", "leader")]
)
def test_words_of_another_meaning_do_not(word, other):
    assert stem(word) != stem(other)


@given(st.text(st.characters(codec="ascii")) | st.text())
def test_plain_text_has_the_words_that_any_text_has(text):
    assert terms(text) == WORD.findall(fold(text))


@given(st.text(st.characters(codec="ascii")) | st.text())
def test_spans_are_where_the_words_stand(text):
    found = words(text)
    assert [word.text for word in found] == terms(text)
    assert all(fold(text[word.start : word.end]) == word.text for word in found)
    assert len(fold(text)) == len(text)


def test_whoosh_gets_the_same_words():
    found = [(token.text, token.pos) for token in WordTokenizer(stems=True)("Plans were timely")]
    assert found == [("plan", 0), ("were", 1), ("timeli", 2)]
