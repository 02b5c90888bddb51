"""A number with a percent sign is found where it stands with one, and not where it counts."""

import pytest

from search.model import Request
from search.service import search
from search.wording import concordance, profile

SIGNED = "Only 20% of plans are timely."
SPACED = "Some 20 % of plans are late."
WORDED = "About 20 per cent of visits are late."
JOINED = "Nearly 20 percent of visits are on time."
NAMED = "Twenty per cent of visits are on time."
COUNTED = "The team has 20 of the plans, and 3% of all; see section 20."
DECIMAL = "Of these, 20.5% and 120% are late."
LARGE = "It rose by 1,200% in a year."
RANGE = "Between 15-20% of plans are late."
TEXTS = [SIGNED, SPACED, WORDED, JOINED, NAMED, COUNTED, DECIMAL, LARGE, RANGE]
TWENTY = {SIGNED, SPACED, WORDED, JOINED, NAMED, RANGE}


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(("ash", TEXTS, {}))


def answer(engine, query, **fields):
    return search(engine, Request(query, limit=100, match="all", widen=False, **fields))


def texts_found(engine, query):
    return {hit.text for hit in answer(engine, query).hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("20%", TWENTY),
        ("20 %", TWENTY),
        ("20％", TWENTY),
        ("20 per cent", TWENTY),
        ("twenty percent", TWENTY),
        ("20% of plans", {SIGNED, SPACED, RANGE}),
        ("20% (plans OR visits)", TWENTY),
        ("late 20 %", {SPACED, WORDED, RANGE}),
        ("late -20%", {DECIMAL}),
        ("20.5%", {DECIMAL}),
        ("1200%", {LARGE}),
        ("15-20%", {RANGE}),
        ("3%", {COUNTED}),
        ("15%", set()),
        ("99%", set()),
        # In quotes as printed, but for typography.
        ('"20%"', {SIGNED, SPACED, RANGE}),
        ('"20 %"', {SIGNED, SPACED, RANGE}),
        ('"20% of plans"', {SIGNED, SPACED, RANGE}),
        ('"20% plans"', set()),
        ('"20% plans"~2', {SIGNED, SPACED, RANGE}),
        ('"20 per cent"', {WORDED}),
        # A number without its sign is any.
        ('"20 of"', {SIGNED, SPACED, COUNTED, RANGE}),
        ("20", {SIGNED, SPACED, WORDED, JOINED, COUNTED, RANGE}),
        # A sign that stands after no number says nothing.
        ("% plans", {SIGNED, SPACED, COUNTED, RANGE}),
        ("plans%", {SIGNED, SPACED, COUNTED, RANGE}),
    ],
)
def test_what_is_found(engine, query, expected):
    assert texts_found(engine, query) == expected


def test_what_has_both_words_together_comes_first_and_is_counted(engine):
    page = answer(engine, "visits 20%")
    assert (page.total, page.total_together) == (3, 0)
    page = answer(engine, "20% of plans")
    assert (page.total, page.total_together) == (3, 3)


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("20%", {SIGNED: ["20%"], SPACED: ["20 %"], WORDED: ["20 per cent"], RANGE: ["20%"]}),
        ('"20% of"', {SIGNED: ["20% of"], SPACED: ["20 % of"]}),
        ('"of 20%"', {}),
        ('"rose by 1200 %"', {LARGE: ["rose by 1,200%"]}),
        ("3%", {COUNTED: ["3%"]}),
        ("20", {SIGNED: ["20"], COUNTED: ["20", "20"]}),
    ],
)
def test_the_sign_is_marked_with_its_number(engine, query, marks):
    page = answer(engine, query)
    marked = {hit.text: [hit.text[m.start : m.end] for m in hit.marks] for hit in page.hits}
    assert {text: marked.get(text) for text in marks} == marks


def test_pages_on_wording_count_it(engine):
    assert concordance(engine, Request("20%"), inflected=True).paragraphs == len(TWENTY)
    assert concordance(engine, Request('"20%"')).paragraphs == 3
    assert concordance(engine, Request("20% of plans")).paragraphs == 3
    assert profile(engine, Request("20%")).paragraphs == len(TWENTY)
    assert profile(engine, Request('"20%"')).paragraphs == 3
