"""Words as printed are counted by the text, a bounded number of texts at a time: numbers with a
percent sign, letters in capitals.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import words
from search.budget import Budget
from search.errors import TooLong
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.local.texts import counting
from search.local.texts.as_printed import count_printed, is_printed_at, printed_postings
from tests.search.changes import COMMIT
from tests.search.clocks import AMPLE, ManualClock
from tests.search.worlds import index_snapshot

TEXT = (
    "20% of plans, 20 of plans, and 20 % of all plans. SEND plans: send plans to SEND, not RESEND."
)


@pytest.fixture
def snapshot(tmp_path):
    texts = ["20% of plans: 20%", "20 plans", "20 % of a plan"]
    return index_snapshot(tmp_path, ("ash", texts[:2], {}), COMMIT, ("elm", texts[2:], {}))


@pytest.mark.parametrize(
    ("field", "words", "slop", "count"),
    [
        ("exact", ["20%"], 1, 2),
        ("exact", ["20%", "of"], 1, 2),
        ("exact", ["20%", "of", "plans"], 1, 1),
        ("exact", ["20%", "plans"], 2, 1),
        ("exact", ["20%", "plans"], 3, 2),
        ("exact", ["20%", "plan"], 3, 0),
        ("text", ["20%", "plan"], 3, 2),
        ("exact", ["plans", "20%"], 9, 1),
        ("exact", ["30%"], 1, 0),
        ("exact", ["SEND"], 1, 2),
        ("text", ["SEND"], 1, 2),
        ("exact", ["SEND", "plans"], 1, 1),
        ("text", ["SEND", "plan"], 1, 1),
        ("exact", ["plans", "SEND"], 2, 2),
    ],
)
def test_how_often_words_occur_in_a_text(field, words, slop, count):
    assert count_printed(TEXT, field, words, slop) == count


SCRAPS = st.sampled_from(
    [
        "SEND",
        "send",
        "S.E.N.D",
        "’s",
        "'",
        "-",
        ".",
        ",",
        "1,200",
        "(",
        ")",
        " ",
        "\u00ad",
        "\u0301",
        "A.",
        "/",
        ":",
        "—",
    ]
)


@given(st.lists(SCRAPS, max_size=12).map("".join))
def test_letters_in_capitals_are_counted_as_words_are_parted(text):
    printed = [text[word.start : word.end] for word in words(text)]
    assert count_printed(text, "exact", ["SEND"], 1) == printed.count("SEND")


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_paragraphs_of_several_segments(snapshot, monkeypatch, at_once):
    monkeypatch.setattr(counting, "TEXTS_AT_ONCE", at_once)
    context = QueryContext.begin(Bm25(snapshot), AMPLE)
    docs, counts = printed_postings(context, "exact", ["20%"])
    assert (docs.tolist(), counts.tolist()) == ([0, 2], [2, 1])
    docs, counts = printed_postings(context, "text", ["20%", "of", "plan"], 2)
    assert (docs.tolist(), counts.tolist()) == ([0, 2], [1, 1])
    assert len(printed_postings(context, "exact", ["99%"])[0]) == 0


def test_it_stops_when_time_is_up(snapshot):
    clock = ManualClock()
    context = QueryContext.begin(Bm25(snapshot), Budget(1.0, clock.clock))
    clock.advance(2.0, 2.0)
    with pytest.raises(TooLong):
        printed_postings(context, "exact", ["20%"])


def test_occurrences_have_all_signs_that_are_asked_for(snapshot):
    docs, firsts = np.array([0, 0, 1, 2]), np.array([0, 3, 0, 0])
    assert is_printed_at(snapshot, docs, firsts, ["20%"]).tolist() == [True, True, False, True]
    assert is_printed_at(snapshot, docs[:1], firsts[:1], ["20%", "of%"]).tolist() == [False]
