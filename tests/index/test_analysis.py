"""Words, their places and their stems, the same for every caller."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.characters import INVISIBLE
from index.analysis import (
    ASCII_PATTERNS,
    PATTERNS,
    PLAIN_PATTERNS,
    fold,
    matches,
    patterns_of,
    split,
    stem,
    terms,
    with_lead,
    word_of,
    words,
)

ANY_TEXT = st.text(st.characters(codec="ascii")) | st.text()
NUMBERS = st.text(st.sampled_from("12a.,+-' \u00ad’–é"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Multi-agency work.", ["multi", "agency", "work"]),
        ("16- and 17-year-olds", ["16", "and", "17", "year", "olds"]),
        ("the child’s plan", ["the", "child's", "plan"]),
        ("workers' caseloads aren't", ["workers", "caseloads", "aren't"]),
        ("not yet too few", ["not", "yet", "too", "few"]),
        ("snake_case £1.5m", ["snake", "case", "1.5m"]),
        ("", []),
        ("£1,200 of 1,200,300.50", ["1200", "of", "1200300.50"]),
        ("12.5% on 31.03.2019", ["12.5", "on", "31", "03", "2019"]),
        ("1,20 1,2000 12.5.3", ["1", "20", "1", "2000", "12", "5", "3"]),
        ("In 2014.3 The", ["in", "2014", "3", "the"]),
        ("the U.K. and A.B.C, e.g. s.47", ["the", "uk", "and", "abc", "eg", "s", "47"]),
        ("www.gov.uk end.Start", ["www", "gov", "uk", "end", "start"]),
        ("aged 16+, 5+5, 16++", ["aged", "16", "plus", "5", "5", "16"]),
        ("16–17 well‑being 0−25", ["16", "17", "well", "being", "0", "25"]),
        ("safe\u00adguarding well\u200bbeing", ["safeguarding", "wellbeing"]),
        ("\ufeffjoint\u2060ly zero\u200c\u200dwidth", ["jointly", "zerowidth"]),
        ("no\u00a0break\u202fspace", ["no", "break", "space"]),
        ("multi\u2060-\u2060agency", ["multi", "agency"]),
        ("ﬁrst oﬃce ﬂoor ﬀ", ["first", "office", "floor", "ff"]),
        ("ｆｕｌｌ　ｗｉｄｔｈ　１，２００", ["full", "width", "1200"]),
        ("cafe\u0301 ΝΑΪ\u0308́ΦΣ", ["café", "ναϊ\u0308\u0301φσ"]),
        ("Straße STRASSE ſo", ["strasse", "strasse", "so"]),
        ("İzmir DIYARBAKIR Diyarbakır", ["izmir", "diyarbakir", "diyarbakir"]),
        ("children³ in 2014² and 10²", ["children", "in", "2014", "and", "10"]),
        ("①leaders Ⅳ CO₂ 2½ ™", ["leaders", "iv", "co2", "2½"]),
        ("child`s child´s child‛s child＇s", ["child's"] * 4),
        ("children\u200b’s", ["children's"]),
        ("हिन्दी", ["हिन्दी"]),
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
        ("childrens", "children's"),
        ("café", "cafe"),
        ("ynys", "ynys"),
        ("møre", "more"),
    ],
)
def test_inflections_share_a_stem(word, inflection):
    assert stem(word) == stem(inflection)


@pytest.mark.parametrize(
    ("word", "other"), [("timely", "time"), ("likely", "like"), ("led", "leader")]
)
def test_words_of_another_meaning_do_not(word, other):
    assert stem(word) != stem(other)


@given(ANY_TEXT | NUMBERS)
def test_faster_patterns_find_the_words_that_those_for_any_text_find(text):
    folded = fold(text)
    everything = list(map(word_of, PATTERNS.word.findall(folded)))
    assert terms(text) == everything
    if folded.isascii():
        assert list(map(word_of, ASCII_PATTERNS.word.findall(folded))) == everything


@example("\u1d2c \U0001d400b")  # forms of capitals
@given(ANY_TEXT | NUMBERS)
def test_words_of_words_are_themselves(text):
    written = [word for word in terms(text) if word != "plus"]
    assert [terms(word) for word in written] == [[word] for word in written]


@given(ANY_TEXT | NUMBERS)
def test_spans_are_where_the_words_stand(text):
    spans = words(text)
    assert [span.text for span in spans] == terms(text)
    assert all(word_of(fold(text)[span.start : span.end]) == span.text for span in spans)
    assert len(fold(text)) == len(text)


@given(ANY_TEXT)
def test_invisible_characters_change_no_word(text):
    shown = "".join(char for char in text if not re.match(f"[{INVISIBLE}]", char))
    hidden = re.sub(r"(?<=[a-z])(?=[a-z])", "\u00ad", shown)
    assert terms(hidden) == terms(shown)


@given(ANY_TEXT | NUMBERS)
def test_edges_end_with_the_text(text):
    texts, edges = split(text)
    assert texts == terms(text)
    assert edges[-1] == len(text)
    assert len(edges) == 2 * len(texts) + 1


@example("0+-0")
@given(ANY_TEXT | NUMBERS)
def test_matches_are_the_words_and_their_hyphens(text):
    matched = matches(text)
    texts, edges = split(text)
    assert list(map(word_of, matched)) == texts
    folded, gaps = fold(text), list(zip(edges[1::2], edges[2::2], strict=False))
    for match, (end, start) in zip(matched[:-1], gaps, strict=False):
        assert (match[-1] == "-") == (re.sub(f"[{INVISIBLE}]", "", folded[end:start]) == "-")


@pytest.mark.parametrize("text", ["not yet good, is it?", "the child’s plan – and well-being"])
def test_most_text_takes_the_fastest_way(text):
    assert patterns_of(fold(text)) is PLAIN_PATTERNS


@pytest.mark.parametrize(
    ("lead", "text", "words"),
    [
        (None, "private fostering", ["private", "fostering"]),
        ("Ensure that:", "visits", ["ensure", "that", "visits"]),
        ("In 2", ",000 homes", ["in", "2", "000", "homes"]),
        ("the U.", "K. team", ["the", "u", "k", "team"]),
        ("a well-", "being plan", ["a", "well", "being", "plan"]),
    ],
)
def test_no_word_goes_from_the_lead_into_the_text(lead, text, words):
    assert terms(with_lead(lead, text)) == words == [*terms(lead or ""), *terms(text)]
