"""Letters that are also a word count as typed only in capitals, or in the words they stand for."""

import pytest

from search.language.plan import plan_request
from search.model import Request
from search.service import search
from search.wording import concordance, profile
from tests.search.clocks import AMPLE

TEXTS = {
    "capitals": "SEND reviews are late.",
    "verb": "Schools send plans, and sent some late.",
    "long": "Special educational needs and disabilities are met.",
    "part": "Special educational needs are met.",
    "within": "SENDIASS helps; they resend plans.",
    "brackets": "The strategy (SEND) is new.",
    "sentence": "Send plans early.",
}


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*((name, [text], {}) for name, text in TEXTS.items()))


def reports(engine, query, **fields):
    request = Request(query, match="all", **fields)
    listing = engine.answer(plan_request(request, engine, AMPLE)).listing
    return {engine.report_of(ref).id for ref in listing.refs}


@pytest.mark.parametrize(
    ("query", "as_typed", "related"),
    [
        ("SEND", {"capitals", "brackets", "long"}, {"part"}),
        ("send", {"capitals", "brackets", "verb", "sentence"}, set()),
        ('"send"', {"capitals", "brackets", "verb", "sentence"}, set()),
        ("special educational needs", {"long", "part"}, {"capitals", "brackets"}),
        ("SEND reviews", {"capitals"}, set()),
        ('"SEND"', {"capitals", "brackets"}, set()),
        ("-SEND plans", {"verb", "within", "sentence"}, set()),
    ],
)
def test_what_letters_find(engine, query, as_typed, related):
    assert reports(engine, query, widen=False) == as_typed
    assert reports(engine, query) == as_typed | related


def test_letters_are_marked_where_they_count(engine):
    page = search(engine, Request("SEND plans OR SEND", widen=False))
    marks = {
        hit.report.id: [hit.text[mark.start : mark.end] for mark in hit.marks] for hit in page.hits
    }
    assert marks["capitals"] == ["SEND"]
    assert marks["brackets"] == ["SEND"]
    assert "verb" not in marks


IN_WORDINGS = {
    "capitals": "SEND reviews, and a SEND local offer.",
    "folded": "They send reviews, and send local offers by post.",
    "headed": "Send reviews early.",
    "apart": "Reviews of SEND are late. Local offers help.",
    "lead": ("reviews are late.", {"lead": "Note that SEND"}),
}


@pytest.fixture(scope="module")
def wordings(build_engine):
    return build_engine(*((name, [text], {}) for name, text in IN_WORDINGS.items()))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"SEND reviews"', {"capitals", "lead"}),
        ('"send reviews"', {"capitals", "folded", "headed", "lead"}),
        ('"reviews SEND"~2', {"apart"}),
        ("SEND reviews", {"capitals", "apart", "lead"}),
        ("SEND local offer", {"capitals"}),
        ("SEND-reviews", {"capitals", "lead"}),
        ("send local offer", {"capitals", "folded", "apart"}),
        ("SEND OR early", {"capitals", "apart", "lead", "headed"}),
        ('reviews -"SEND reviews"', {"folded", "headed", "apart"}),
    ],
)
def test_letters_in_a_longer_wording(wordings, query, expected):
    assert reports(wordings, query, widen=False) == expected


def test_letters_are_marked_in_a_longer_wording(wordings):
    page = search(wordings, Request('"SEND reviews"', sort="newest"))
    marks = {hit.report.id: [hit.text[m.start : m.end] for m in hit.marks] for hit in page.hits}
    assert marks["capitals"] == ["SEND reviews"]


@pytest.mark.parametrize("inflected", [False, True])
@pytest.mark.parametrize(
    ("phrase", "lines"),
    [("SEND reviews", 1), ("send reviews", 3), ("SEND", 3), ("send", 6), ("SEND local offer", 1)],
)
def test_a_concordance_tells_letters_from_a_word(wordings, phrase, lines, inflected):
    counted = concordance(wordings, Request(phrase), inflected=inflected)
    assert (counted.phrase, counted.occurrences) == (phrase, lines)


def test_a_profile_counts_letters_in_a_longer_wording(wordings):
    shares = profile(wordings, Request("SEND local offer"))
    assert (shares.paragraphs, shares.inflected) == (1, True)
    assert profile(wordings, Request("send local offer")).paragraphs == 2


def test_a_profile_counts_letters_as_a_search_does(engine):
    shares = profile(engine, Request("SEND"))
    assert (shares.paragraphs, shares.search_total, shares.inflected) == (3, 3, None)
    assert shares.forms[:2] == ("SEND", "special educational needs and disabilities")
