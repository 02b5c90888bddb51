"""Letters that are also a word count as typed only in capitals, or in the words they stand for."""

import pytest

from search.language.plan import plan_request
from search.model import Request
from search.service import search
from search.wording import profile
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


def test_a_profile_counts_letters_as_a_search_does(engine):
    shares = profile(engine, Request("SEND"))
    assert (shares.paragraphs, shares.search_total, shares.inflected) == (3, 3, None)
    assert shares.forms[:2] == ("SEND", "special educational needs and disabilities")
