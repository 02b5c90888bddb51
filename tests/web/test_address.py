"""A Request as a query string, and back: wrong parameters are named, defaults left out."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from search.choices import CHOICES
from search.model import Group, Request
from web import address

words = st.text(min_size=1, max_size=20).filter(lambda text: text == text.strip())
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def requests(draw):
    """Requests as an address can ask for them."""
    size = draw(st.sampled_from(address.PAGE_SIZES))
    keys = draw(st.sets(st.sampled_from(address.FACET_KEYS)))
    return Request(
        query=draw(st.text(max_size=40)),
        filters={
            key: tuple(draw(st.lists(words, min_size=1, max_size=3, unique=True)))
            for key in address.FACET_KEYS
            if key in keys
        },
        since=draw(days),
        until=draw(days),
        sort=draw(st.sampled_from(CHOICES["sort"].keys)),
        match=draw(st.sampled_from(CHOICES["match"].keys)),
        unit=draw(st.sampled_from(CHOICES["unit"].keys)),
        theme_by=draw(st.sampled_from(CHOICES["theme_by"].keys)),
        once_per_report=draw(st.booleans()),
        widen=draw(st.booleans()),
        correct=draw(st.booleans()),
        start=(draw(st.integers(1, address.MAX_RESULTS // size)) - 1) * size,
        limit=size,
        facets=address.FACET_KEYS,
    )


def arguments(text):
    return MultiDict(parse_qsl(text, keep_blank_values=True))


@given(requests())
def test_a_request_comes_back_from_its_address(request):
    parsed = address.parse_request(arguments(address.query_string(request)))
    assert parsed == address.ParsedAddress(request, ())


def test_a_group_is_repeated_as_it_was_asked_for():
    group = Group("list:Kent,Devon", "Kent and Devon", ("Kent", "Devon"))
    text = address.query_string(Request("timely", group=group))
    assert text == "q=timely&group=list%3AKent%2CDevon"
    assert address.parse_request(arguments(text)).group == group.value
    assert address.filter_pairs(Request(group=group)) == [("group", group.value)]


def test_defaults_stay_out_of_the_address():
    assert address.query_string(Request(query="timely")) == "q=timely"


@given(st.dictionaries(st.sampled_from([*CHOICES, "page", "size", "since"]), st.text()))
def test_any_arguments_give_a_request(given_arguments):
    parsed = address.parse_request(MultiDict(given_arguments))
    assert parsed.request.sort in CHOICES["sort"].keys
    assert 0 <= parsed.request.start < address.MAX_RESULTS
    assert {problem.name for problem in parsed.problems} <= set(given_arguments)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("sort=best", "sort", "relevance or newest or oldest"),
        ("page=0", "page", "a number from 1 to 1000"),
        ("size=5000", "size", "a number from 1 to 50"),
        ("page=1001", "page", "a number from 1 to 1000"),
        ("once=maybe", "once", "0 or 1"),
        ("since=soon", "since", "a date such as 2018-09-30, or a year"),
        ("until=2018-02-30", "until", "a date such as 2018-09-30, or a year"),
    ],
)
def test_a_wrong_parameter_is_named(text, name, expected):
    parsed = address.parse_request(arguments(text))
    assert [problem.name for problem in parsed.problems] == [name]
    assert parsed.problems[0].message.endswith(f"{name} is {expected}")
    assert parsed.request == address.parse_request(MultiDict()).request


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since=2018", date(2018, 1, 1), None),
        ("until=2018", None, date(2018, 12, 31)),
        ("since=2018-02-03&until=2018-02-04", date(2018, 2, 3), date(2018, 2, 4)),
        ("since=", None, None),
    ],
)
def test_dates_may_be_years(text, since, until):
    request = address.parse_request(arguments(text)).request
    assert (request.since, request.until) == (since, until)


def test_a_value_is_added_once_from_the_first_page_on():
    request = Request(query="x", filters={"grade": ("good",)}, start=20)
    more = address.with_value(request, "grade", "inadequate")
    assert more == Request(query="x", filters={"grade": ("good", "inadequate")})
    assert address.with_value(more, "grade", "good") == more


def test_filters_and_dates_can_be_kept_without_some_facets():
    request = Request(
        "x",
        {"grade": ("good",), "year": ("2018",)},
        since=date(2018, 1, 1),
        theme_by="words",
        start=10,
    )
    assert address.filter_pairs(request) == [
        ("grade", "good"),
        ("year", "2018"),
        ("since", "2018-01-01"),
        ("theme_by", "words"),
    ]
    assert address.filter_pairs(request, ("grade", "year")) == [
        ("since", "2018-01-01"),
        ("theme_by", "words"),
    ]


def test_a_query_is_cut_to_what_is_searched():
    parsed = address.parse_request(arguments(f"q={'x' * 3_000}"))
    assert parsed.request.query == "x" * 2_000
    assert [problem.name for problem in parsed.problems] == ["q"]


def test_a_changed_request_begins_at_its_first_page():
    request = Request("x", start=30)
    assert address.first_page(request, match="any") == Request("x", match="any")
