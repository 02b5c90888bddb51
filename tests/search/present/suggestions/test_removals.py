"""What leaving out one part would find is true, and is advice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.model import Request
from search.present.sentence import in_words
from search.present.suggestions.removals import MAX_CLAUSES, MAX_EXPANDED, asks_something
from search.service import search
from tests.search.clocks import AMPLE

PIECES = (
    '"drifts practice"',
    "Ash",
    "since 2012",
    "good",
    "safeguarding",
    "recodring",
    '"',
    "(",
    ")",
    "OR",
    "NOT",
    "-",
    "grade:good",
    "*",
    "x~",
    "not",
)


def test_nothing_found_says_what_to_leave_out(engine):
    request = Request('"visits" safeguarding', filters={"grade": ("inadequate",)}, match="all")
    page = search(engine, request, AMPLE)
    assert page.total == 0
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [('"visits"', 1)]
    for offer in page.removals:
        assert search(engine, offer.request, AMPLE).total == offer.paragraphs


@pytest.mark.parametrize(
    ("query", "offer", "paragraphs"),
    [
        ('"wait patiently"', "the quotes", 1),
        ('"wait elsewhere"', "the quotes", None),  # no paragraph has both words
        ('"wait calmly" children patiently', '"wait calmly"', 1),
        ('"wait calmly" unicorns children', '"wait calmly"', 3),  # none has all the rest
    ],
)
def test_advice_counts_what_has_all_the_words_if_any_has(build_engine, query, offer, paragraphs):
    texts = [
        "Patiently, children wait.",
        "Children wait.",
        "Children play elsewhere.",
        "They wait.",
    ]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request(query), AMPLE)
    assert (page.request.match, page.total) == ("auto", 0)
    assert {one.text: one.paragraphs for one in page.removals}.get(offer) == paragraphs
    for one in page.removals:
        assert search(engine, one.request, AMPLE).total == one.paragraphs


def test_removals_that_find_most_come_first(engine):
    request = Request('"drifts"', filters={"grade": ("good",)})
    page = search(engine, request, AMPLE)
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [("good", 1)]
    page = search(engine, Request('"drifts" "recording"'), AMPLE)
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [
        ('"drifts"', 2),
        ('"recording"', 1),
    ]


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ('"drifts"', ["good"]),
        ("the drifts", ["good"]),  # nor does a function word alone ask anything
        ("drifts grade:good", ["grade:good"]),
        ("drifts -timely", []),
        ("drifts *", []),
        ("(drifts OR unicorns) -timely", []),
        ("drif*", []),
        ("grade:good grade:inadequate", ["grade:good", "grade:inadequate"]),  # no words at all
    ],
)
def test_what_is_left_when_no_words_are_is_no_advice(engine, query, offers):
    filters = {} if "grade:" in query else {"grade": ("good",)}
    page = search(engine, Request(query, filters=filters, match="all"), AMPLE)
    assert page.total == 0
    expected = offers or ["good"]
    assert sorted(offer.text for offer in page.removals) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ('"practice safeguarding"', [("the quotes", 1)]),
        ('timely "effective safeguarding"', [("the quotes", 1), ('"effective safeguarding"', 1)]),
        (
            '"practice safeguarding" "drifts practice"',
            [
                ("the quotes around practice safeguarding", 0),
                ("the quotes around drifts practice", 0),
                ('"practice safeguarding"', 0),
                ('"drifts practice"', 0),
            ],
        ),
        ('"timely effective"~2', [("the quotes", 1)]),
        ("“practice safeguarding”", [("the quotes", 1)]),
        ('"unicorns"', []),
        ("unicorns", []),
        ("👍", []),
        ("-safeguarding -recording", [("-safeguarding", 1), ("-recording", 1)]),
    ],
)
def test_advice_where_nothing_is_found_is_true(engine, query, offers):
    page = search(engine, Request(query, match="all"), AMPLE)
    assert page.total == 0
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [
        offer for offer in offers if offer[1]
    ]


@settings(max_examples=60)
@given(query=st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_query_has_an_answer_that_says_what_it_searched(engine, query):
    page = search(engine, Request(query, facets=("grade",)), AMPLE)
    assert in_words(page.sentence)
    assert len(page.hits) <= page.total <= engine.state.paragraphs
    for offer in (*page.suggestions, *page.scopes, *page.removals):
        assert offer.paragraphs == search(engine, offer.request, AMPLE).total > 0
        assert asks_something(offer.request)
    if page.totals:
        assert search(engine, page.as_typed, AMPLE).total == page.total_as_typed


@pytest.mark.parametrize("more", [0, 1])
def test_of_a_very_long_query_only_filters_are_offered(engine, more):
    """Of a shorter one the first parts, of which filters are the last."""
    query = " ".join(["unicorns", *["safeguarding"] * (MAX_CLAUSES - 1 + more)])
    page = search(engine, Request(query, match="all"), AMPLE)
    assert ("unicorns" in [offer.text for offer in page.removals]) == (not more)
    query = " ".join(["unicorns", *["safeguarding*"] * (MAX_EXPANDED + more)])
    page = search(engine, Request(query, match="all"), AMPLE)
    assert ("unicorns" in [offer.text for offer in page.removals]) == (not more)
    query = " ".join(["drifts"] * (MAX_CLAUSES + more))
    page = search(engine, Request(query, filters={"grade": ("good",)}, match="all"), AMPLE)
    assert ("good" in [offer.text for offer in page.removals]) == bool(more)
