"""A Request as the query string of a URL, and back: pages, JSON, exports and feeds share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from index.facets import FACET
from search.choices import CHOICES
from search.model import Request

FACETS = tuple(FACET)
SIZES = (10, 25, 50)
DEEPEST = 10_000
Pairs = list[tuple[str, str]]
SWITCHES = {"once": "once_per_report", "widen": "widen"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A parameter that could not be taken: its name, its value, and a sentence."""

    name: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a URL asks for, and which of its parameters could not be taken."""

    request: Request
    problems: tuple[Problem, ...]


def asked(arguments: MultiDict[str, str], facets: tuple[str, ...] = FACETS) -> Asked:
    """Returns the Request of the arguments; what cannot be taken is left out and named."""
    reader = Reader(arguments, [])
    size = reader.number("size", SIZES[0], most=SIZES[-1])
    page = reader.number("page", 1, most=DEEPEST // size)
    request = Request(
        query=arguments.get("q", ""),
        filters=filters(arguments),
        since=reader.day("since"),
        until=reader.day("until"),
        sort=reader.choice("sort"),
        match=reader.choice("match"),
        unit=reader.choice("unit"),
        once_per_report=reader.switch("once", False),
        widen=reader.switch("widen", True),
        start=(page - 1) * size,
        limit=size,
        facets=facets,
    )
    return Asked(request, tuple(reader.problems))


def filters(arguments: MultiDict[str, str]) -> dict[str, tuple[str, ...]]:
    """Returns facet -> its values, each once and none empty."""
    given = {
        key: dict.fromkeys(filter(None, map(str.strip, arguments.getlist(key)))) for key in FACETS
    }
    return {key: tuple(values) for key, values in given.items() if values}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads single parameters, and notes in `problems` those that cannot be taken."""

    arguments: MultiDict[str, str]
    problems: list[Problem]

    def refuse(self, name: str, value: str, wanted: str) -> None:
        """Notes that the value of `name` was left out, and what it should have been."""
        self.problems.append(
            Problem(name, value, f"“{value[:40]}” was left out: {name} is {wanted}")
        )

    def choice(self, name: str) -> str:
        """Return the value chosen, the default where it is none of the choices."""
        parameter = CHOICES[name]
        value = self.arguments.get(name) or parameter.default
        if value in parameter.keys:
            return value
        self.refuse(name, value, " or ".join(parameter.keys))
        return parameter.default

    def number(self, name: str, default: int, most: int) -> int:
        """Returns a number from 1 to `most`."""
        value = self.arguments.get(name) or str(default)
        if value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= most:
            return int(value)
        self.refuse(name, value, f"a number from 1 to {most}")
        return default

    def switch(self, name: str, default: bool) -> bool:
        """Returns whether 1 or 0 stands there."""
        value = self.arguments.get(name) or str(int(default))
        if value in ("0", "1"):
            return value == "1"
        self.refuse(name, value, "0 or 1")
        return default

    def day(self, name: str) -> date | None:
        """Returns the date that stands there; a year alone is its first or last day."""
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


def pairs(request: Request) -> Pairs:
    """Returns the parameters that `asked` reads as this Request; defaults are left out."""
    return list(spelled(request))


def spelled(request: Request) -> Iterator[tuple[str, str]]:
    """Yields the parameters one after the other."""
    if request.query:
        yield "q", request.query
    yield from ((key, value) for key in FACETS for value in request.filters.get(key, ()))
    yield from ((name, str(day)) for name in ("since", "until") if (day := getattr(request, name)))
    for name, parameter in CHOICES.items():
        if (value := getattr(request, name)) != parameter.default:
            yield name, value
    plain = Request()
    for name, field in SWITCHES.items():
        if (on := getattr(request, field)) != getattr(plain, field):
            yield name, str(int(on))
    if request.limit != SIZES[0]:
        yield "size", str(request.limit)
    if request.start:
        yield "page", str(request.start // request.limit + 1)


def query_string(request: Request) -> str:
    """Returns the Request as a query string, without the question mark."""
    return urlencode(pairs(request))


def kept(request: Request, but: tuple[str, ...] = ()) -> Pairs:
    """Returns the filters of a Request as parameters, without those of the facets `but`."""
    narrowing = Request(filters=request.filters, since=request.since, until=request.until)
    return [pair for pair in pairs(narrowing) if pair[0] not in but]


def first_page(request: Request, **changes: object) -> Request:
    """Returns the Request with `changes`, from its first result on."""
    return replace(request, start=0, **changes)  # type: ignore[arg-type]  # fields are the caller's


def with_value(request: Request, key: str, value: str) -> Request:
    """Returns the Request with one more value of a facet."""
    values = dict.fromkeys((*request.filters.get(key, ()), value))
    return first_page(request, filters={**request.filters, key: tuple(values)})
