"""Dates in a query: since 2020, before May 2018, in 2019, between 2015 and 2018."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta

import msgspec

from search.model import Span

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
WHEN = rf"(?:(?P<{{0}}_month>{MONTH})\s+)?(?P<{{0}}_year>(?:19|20)\d\d)"
FIRST, LAST = WHEN.format("first"), WHEN.format("last")
WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*$")
# A year is a number of its own: not part of 2018/19, 2018-19 or £2019.
NUMBER_BEFORE, NUMBER_AFTER = r"(?<![\w/£$.,:-])", r"(?![\w/]|[-.,:]\w)"

# Each form of a date, the longest first, with the limits that it sets.
FORMS = tuple(
    (limits, re.compile(f"{NUMBER_BEFORE}{pattern}{NUMBER_AFTER}", re.IGNORECASE))
    for limits, pattern in (
        ("between", rf"between\s+{FIRST}\s+and\s+{LAST}"),
        ("between", rf"(?:from\s+)?{FIRST}\s*(?:to|until|up\s+to|-|–|\.\.)\s*{LAST}"),
        ("since", rf"(?:since|from)\s+{FIRST}(?:\s+on(?:wards)?)?"),
        ("since", rf"{FIRST}\s+onwards"),
        ("after", rf"(?:later\s+than|after)\s+{FIRST}"),
        ("before", rf"(?:earlier\s+than|before)\s+{FIRST}"),
        ("until", rf"(?:up\s+to|until|till)\s+{FIRST}"),
        ("in", rf"(?:(?:in|during|from)\s+)?{FIRST}"),
    )
)


class DateRange(msgspec.Struct, frozen=True):
    """The days that the words at `span` ask for, both included, and how to say it in `text`."""

    span: Span
    since: date | None
    until: date | None
    text: str


def find_dates(text: str, dated_things: Collection[str]) -> DateRange | None:
    """Return the first date in a text, in the first of the forms that it has, which is not the year
    of one of some things, such as an act; None where it ends before it begins.
    """
    for limits, pattern in FORMS:
        for match in pattern.finditer(text):
            before = WORD_BEFORE.search(text, 0, match.start())
            if not before or before[1].casefold() not in dated_things:
                return date_range(limits, match)
    return None


def date_range(limits: str, match: re.Match[str]) -> DateRange | None:
    """Return the days that a form asks for, None where they end before they begin."""
    typed = match.groupdict()
    first = first_and_last_day(typed["first_month"], typed["first_year"])
    last = first_and_last_day(
        typed.get("last_month"), typed.get("last_year") or typed["first_year"]
    )
    since, until = days_between(limits, first, last)
    if since and until and since > until:
        return None
    day = " ".join(filter(None, (typed["first_month"], typed["first_year"])))
    text = f"in {day}" if limits == "in" else " ".join(match[0].split())
    return DateRange(Span(*match.span()), since, until, text)


def days_between(
    limits: str, first: tuple[date, date], last: tuple[date, date]
) -> tuple[date | None, date | None]:
    """Return the first and last day that a form asks for; None is no limit."""
    day = timedelta(days=1)
    return {
        "between": (first[0], last[1]),
        "since": (first[0], None),
        "after": (first[1] + day, None),
        "before": (None, first[0] - day),
        "until": (None, first[1]),
        "in": first,
    }[limits]


def first_and_last_day(month: str | None, year: str) -> tuple[date, date]:
    """Return the first and the last day of a year, or of a month of it."""
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    number = MONTH_NUMBERS[month[:3].casefold()]
    following = date(int(year) + number // 12, number % 12 + 1, 1)
    return date(int(year), number, 1), following - timedelta(days=1)
