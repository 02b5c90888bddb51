"""Parse the query string of a URL as a Request, and build it: for pages, API, exports and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from index.facets import FACET
from search.choices import CHOICES
from search.errors import BadRequest
from search.model import Request

FACET_KEYS = tuple(FACET)
PAGE_SIZES = (10, 25, 50)
MAX_RESULTS = 10_000  # results that the pages of one list can reach
MAX_QUOTED = 40  # characters of a wrong value that its message repeats
# Parameters that are 0 or 1, with the fields of a Request that they set.
SWITCH_FIELDS = {"once": "once_per_report", "widen": "widen", "correct": "correct"}
DEFAULTS = Request()
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ParameterProblem:
    """A parameter with a wrong value: its name, the value, and a sentence for the person."""

    name: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class ParsedAddress:
    """The Request of a URL, and the parameters that had to be left out of it."""

    request: Request
    problems: tuple[ParameterProblem, ...]


def parse_request(
    arguments: MultiDict[str, str], facets: tuple[str, ...] = FACET_KEYS
) -> ParsedAddress:
    """Return the Request of the arguments; wrong ones are left out and named."""
    parser = ParameterParser(arguments, [])
    size = parser.number("size", PAGE_SIZES[0], maximum=PAGE_SIZES[-1])
    page = parser.number("page", 1, maximum=MAX_RESULTS // size)
    request = Request(
        query=arguments.get("q", ""),
        filters=parse_filters(arguments),
        since=parser.day("since"),
        until=parser.day("until"),
        sort=parser.choice("sort"),
        match=parser.choice("match"),
        unit=parser.choice("unit"),
        once_per_report=parser.switch("once", DEFAULTS.once_per_report),
        widen=parser.switch("widen", DEFAULTS.widen),
        correct=parser.switch("correct", DEFAULTS.correct),
        start=(page - 1) * size,
        limit=size,
        facets=facets,
    )
    return ParsedAddress(request, tuple(parser.problems))


def parse_strictly(arguments: MultiDict[str, str], facets: tuple[str, ...] = FACET_KEYS) -> Request:
    """Return the Request of the arguments. Raise BadRequest for the first wrong one."""
    parsed = parse_request(arguments, facets)
    if parsed.problems:
        raise BadRequest(parsed.problems[0].message)
    return parsed.request


def parse_filters(arguments: MultiDict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return facet -> its values, each once and none empty."""
    values_of = {
        key: dict.fromkeys(filter(None, map(str.strip, arguments.getlist(key))))
        for key in FACET_KEYS
    }
    return {key: tuple(values) for key, values in values_of.items() if values}


@dataclass(frozen=True, slots=True)
class ParameterParser:
    """Parses single parameters, and adds those with a wrong value to `problems`."""

    arguments: MultiDict[str, str]
    problems: list[ParameterProblem]

    def refuse(self, name: str, value: str, expected: str) -> None:
        """Add a problem: the value of `name` was left out, since it is not what is `expected`."""
        message = f"“{value[:MAX_QUOTED]}” was left out: {name} is {expected}"
        self.problems.append(ParameterProblem(name, value, message))

    def choice(self, name: str) -> str:
        """Return the value chosen, the default where it is none of the choices."""
        parameter = CHOICES[name]
        value = self.arguments.get(name) or parameter.default
        if value in parameter.keys:
            return value
        self.refuse(name, value, " or ".join(parameter.keys))
        return parameter.default

    def number(self, name: str, default: int, maximum: int) -> int:
        """Return a number from 1 to `maximum`."""
        value = self.arguments.get(name) or str(default)
        if value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= maximum:
            return int(value)
        self.refuse(name, value, f"a number from 1 to {maximum}")
        return default

    def switch(self, name: str, default: bool) -> bool:
        """Return whether the value is 1, the default where it is neither 1 nor 0."""
        value = self.arguments.get(name) or str(int(default))
        if value in ("0", "1"):
            return value == "1"
        self.refuse(name, value, "0 or 1")
        return default

    def day(self, name: str) -> date | None:
        """Return the date; a year alone is its first day for `since`, its last for `until`."""
        value = (self.arguments.get(name) or "").strip()
        if not value:
            return None
        if len(value) == 4 and value.isascii() and value.isdigit():
            value += "-01-01" if name == "since" else "-12-31"
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.refuse(name, value, "a date such as 2018-09-30, or a year")
            return None


def query_pairs(request: Request) -> Pairs:
    """Return the parameters that `parse_request` reads as this Request, without defaults."""
    return list(iterate_pairs(request))


def iterate_pairs(request: Request) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a Request in the order of an address."""
    if request.query:
        yield "q", request.query
    yield from ((key, value) for key in FACET_KEYS for value in request.filters.get(key, ()))
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
    filters = Request(filters=request.filters, since=request.since, until=request.until)
    return [(key, value) for key, value in query_pairs(filters) if key not in without]


def first_page(request: Request, **changes: object) -> Request:
    """Return the Request with `changes`, from its first result on."""
    return replace(request, start=0, **changes)  # type: ignore[arg-type]  # fields are the caller's


def with_value(request: Request, key: str, value: str) -> Request:
    """Return the Request with one more value of a facet."""
    values = dict.fromkeys((*request.filters.get(key, ()), value))
    return first_page(request, filters={**request.filters, key: tuple(values)})
