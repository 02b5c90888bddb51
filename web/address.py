"""Parse the query string of a URL as a Request, and build it: for pages, API, exports and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from index.facets import FACET
from search.choices import CHOICES, ORDER
from search.groups import MAX_CHARACTERS as MAX_GROUP_CHARACTERS
from search.language.parser import MAX_QUERY_CHARACTERS
from search.model import Request
from web.parameters import ParameterParser, ParameterProblem

FACET_KEYS = tuple(FACET)
GROUP = "group"
PAGE_SIZES = (10, 25, 50)
MAX_RESULTS = 10_000  # results that the pages of one list can reach
# What is repeated in every link of a page is bounded before the page is made.
MAX_ADDRESS_CHARACTERS = 16_000  # of a query string as it comes
MAX_LINK_CHARACTERS = 4_000  # of the same as this service writes it into its links
MAX_VALUES = 100  # parameters of one address that have a value
# Parameters that are 0 or 1, with the fields of a Request that they set.
SWITCH_FIELDS = {
    "once": "once_per_report",
    "widen": "widen",
    "correct": "correct",
    "withdrawn": "withdrawn",
}
# What a search is asked by, in the order of an address.
QUESTION = ("q", *FACET_KEYS, GROUP, "since", "until", *CHOICES, *SWITCH_FIELDS, "size", "page")
DEFAULTS = Request()
Pairs = list[tuple[str, str]]


class Lines(NamedTuple):
    """Which lines of a concordance an address asks for: in what `order`, of the words as written or
    in any inflection, `within` what other wording, and whether those of `boilerplate` count.
    """

    order: str = ORDER.default
    inflected: bool = False
    within: str = ""
    boilerplate: bool = False


def read_lines(parser: ParameterParser) -> Lines:
    """Return which lines of a concordance are asked for."""
    return Lines(
        parser.choice(ORDER),
        parser.switch("inflected", False),
        parser.text("within", MAX_QUERY_CHARACTERS).strip(),
        parser.switch("boilerplate", False),
    )


@dataclass(frozen=True, slots=True)
class ParsedAddress:
    """The Request of a URL, the parameters that had to be left out of it, and the `group` that it
    asks for, which only a collection can tell.
    """

    request: Request
    problems: tuple[ParameterProblem, ...]
    group: str = ""


def parse_request(
    arguments: MultiDict[str, str], facets: tuple[str, ...] = FACET_KEYS
) -> ParsedAddress:
    """Return the Request of the arguments; wrong ones are left out and named.

    Whether the values of filters exist is for `search.filter_values` to say.
    """
    parser = ParameterParser(arguments, [])
    size = parser.number("size", PAGE_SIZES[0], maximum=PAGE_SIZES[-1])
    page = parser.number("page", 1, maximum=MAX_RESULTS // size)
    options: dict[str, Any] = {
        name: parser.choice(parameter) for name, parameter in CHOICES.items()
    }
    for name, field in SWITCH_FIELDS.items():
        options[field] = parser.switch(name, getattr(DEFAULTS, field))
    request = Request(
        query=parser.text("q", MAX_QUERY_CHARACTERS),
        filters=parse_filters(arguments),
        since=parser.day("since"),
        until=parser.day("until"),
        **options,
        start=(page - 1) * size,
        limit=size,
        facets=facets,
    )
    group = parser.text(GROUP, MAX_GROUP_CHARACTERS).strip()
    return ParsedAddress(request, tuple(parser.problems), group)


def parse_filters(arguments: MultiDict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return facet -> its values, each once and none empty."""
    values_of = {
        key: dict.fromkeys(filter(None, map(str.strip, arguments.getlist(key))))
        for key in FACET_KEYS
    }
    return {key: tuple(values) for key, values in values_of.items() if values}


def query_pairs(request: Request) -> Pairs:
    """Return the parameters that `parse_request` reads as this Request, without defaults."""
    return list(iterate_pairs(request))


def iterate_pairs(request: Request) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a Request in the order of an address."""
    if request.query:
        yield "q", request.query
    yield from ((key, value) for key in FACET_KEYS for value in request.filters.get(key, ()))
    if request.group:
        yield GROUP, request.group.value
    yield from ((name, str(day)) for name in ("since", "until") if (day := getattr(request, name)))
    for name, parameter in CHOICES.items():
        if (value := getattr(request, name)) != parameter.default:
            yield name, value
    for name, field in SWITCH_FIELDS.items():
        if (is_on := getattr(request, field)) != getattr(DEFAULTS, field):
            yield name, str(int(is_on))
    if request.limit != PAGE_SIZES[0]:
        yield "size", str(request.limit)
    if request.start:
        yield "page", str(request.start // request.limit + 1)


def query_string(request: Request) -> str:
    """Return the Request as a query string, without the question mark."""
    return urlencode(query_pairs(request))


def filter_pairs(request: Request, without: tuple[str, ...] = ()) -> Pairs:
    """Return the filters of a Request as parameters, except those of the facets `without`."""
    filters = Request(
        filters=request.filters,
        group=request.group,
        since=request.since,
        until=request.until,
        theme_by=request.theme_by,
        withdrawn=request.withdrawn,
    )
    return [(key, value) for key, value in query_pairs(filters) if key not in without]


def first_page(request: Request, **changes: object) -> Request:
    """Return the Request with `changes`, from its first result on."""
    return replace(request, start=0, **changes)  # type: ignore[arg-type]  # fields are the caller's


def with_only(request: Request, key: str, value: str) -> Request:
    """Return the Request with one value of a facet in place of those that it has."""
    return first_page(request, filters={**request.filters, key: (value,)})


def with_value(request: Request, key: str, value: str) -> Request:
    """Return the Request with one more value of a facet."""
    values = dict.fromkeys((*request.filters.get(key, ()), value))
    return first_page(request, filters={**request.filters, key: tuple(values)})
