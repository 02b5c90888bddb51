"""Dates in a query: since 2020, before May 2018, in 2019 and 2021, between 2015 and 2018."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
YEAR = r"(?:19|20)\d\d"
AND_YEAR = rf"\s*(?:,\s*(?:(?:and|or)\s+)?|&|\b(?:and|or)\s+)\s*(?:(?:in|during)\s+)?{YEAR}"
MAX_YEARS = 12  # of a list
# Of a year after one of these, a list says something else.
NO_LIMIT_BEFORE = "".join(
    rf"(?<!{word}\s)" for word in ("since", "after", "before", "until", "till", "to", "than")
)
# A year is a number of its own: not part of £2019 or 3.2019.
NUMBER_BEFORE, NUMBER_AFTER = r"(?<![\w/£$.,:-])", r"(?![\w/]|[-.,:]\w)"

# Each form of a date, the longest first, with the limits that it sets.
FORMS = tuple(
    (limits, re.compile(f"{NUMBER_BEFORE}{pattern}{NUMBER_AFTER}", re.IGNORECASE))
    for limits, pattern in (
        ("between", rf"between\s+{FIRST}\s*(?:and|to|-|–|&)\s*{LAST}"),
        ("between", rf"(?:from\s+)?{FIRST}\s*(?:to|until|up\s+to|-|–|\.\.)\s*{LAST}"),
        # As a year of accounts or of schools is written.
        ("years", rf"(?:(?:in|during|from)\s+)?(?P<years>{YEAR}(?:-|–|/)\d\d)"),
        (
            "years",
            rf"{NO_LIMIT_BEFORE}(?:(?:in|during|from|for)\s+)?(?:(?:both|either)\s+)?"
            rf"(?P<years>{YEAR}(?:{AND_YEAR}){{1,{MAX_YEARS - 1}}})",
        ),
        ("since", rf"(?:since|from)\s+{FIRST}(?:\s+on(?:wards)?)?"),
        ("since", rf"{FIRST}\s+onwards"),
        ("after", rf"(?:later\s+than|after)\s+{FIRST}"),
        ("before", rf"(?:earlier\s+than|before)\s+{FIRST}"),
        ("until", rf"(?:up\s+to|until|till)\s+{FIRST}"),
        ("in", rf"(?:(?:in|during|from)\s+)?{FIRST}"),
    )
)


class DateRange(msgspec.Struct, frozen=True):
    """The days that the words at `span` ask for, both included, and how to say it in `text`; of
    years that do not follow one another, these `years` instead.
    """

    span: Span
    since: date | None
    until: date | None
    text: str
    years: tuple[str, ...] = ()


def find_dates(text: str, dated_things: Collection[str]) -> DateRange | None:
    """Return the first date in a text, in the first of the forms that it has, which is not the year
    of one of some things, such as an act; None where it ends before it begins, or where there is
    another date besides.
    """
    for limits, pattern in FORMS:
        for match in dates_of_reports(pattern, text, dated_things):
            dates = list_of_years(match) if limits == "years" else date_range(limits, match)
            if dates is None and limits == "years":  # a month of a year, as in 2018-05
                continue
            rest = text[: match.start()] + "|" * (match.end() - match.start()) + text[match.end() :]
            has_other = any(any(dates_of_reports(form, rest, dated_things)) for _, form in FORMS)
            return None if has_other else dates
    return None


def dates_of_reports(
    pattern: re.Pattern[str], text: str, dated_things: Collection[str]
) -> Iterator[re.Match[str]]:
    """Yield the dates of one form in a text that are not the year of one of some things."""
    for match in pattern.finditer(text):
        before = WORD_BEFORE.search(text, 0, match.start())
        if not before or before[1].casefold() not in dated_things:
            yield match


def list_of_years(match: re.Match[str]) -> DateRange | None:
    """Return the years that a list names, or a pair such as 2019-20; None where the second part of
    a pair is no later year, or may be a month.
    """
    typed = match["years"]
    years = sorted({int(year) for year in re.findall(YEAR, typed)})
    if len(typed) == len("2019-20"):
        first, last = years[0], years[0] // 100 * 100 + int(typed[-2:])
        if last <= first or (last > first + 1 and int(typed[-2:]) <= len(MONTHS)):
            return None
        years = list(range(first, last + 1))
    names = [str(year) for year in years]
    span, text = Span(*match.span()), f"in {join_years(names)}"
    if years[-1] - years[0] >= len(years):
        return DateRange(span, None, None, text, tuple(names))
    return DateRange(span, date(years[0], 1, 1), date(years[-1], 12, 31), text)


def join_years(names: Sequence[str]) -> str:
    """Return years as a list of alternatives."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


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
