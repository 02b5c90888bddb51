"""How reports print days and periods, and what dates those are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_NUMBERS = {name: at for at, names in enumerate(MONTHS, 1) for name in names}

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
PIECE = (
    rf"{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"(?:\s+(?:of\s+)?(?:{MONTH})\b\.?(?:,?\s+(?:19|20)\d\d\b)?)?"
)
JOIN = r"(?:\s*[-‐‑‒–—,]\s*|\s+(?:to|and|until)\s+)"
PERIOD = re.compile(rf"{PIECE}(?:{JOIN}{PIECE})*", re.IGNORECASE)
"""A run of days, the last of which may name month and year for those before it."""

PARTS = re.compile(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s+(?:of\s+)?(?P<month>{MONTH})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?)?",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of an inspection."""

    start: date
    end: date


@dataclass(slots=True)
class Day:
    """A printed day, whose month and year may still have to come from the next one."""

    day: int
    month: int | None
    year: int | None

    def date(self) -> date | None:
        """Returns the date, or None where a part is missing or there is no such day."""
        if self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def read_day(text: str, year: int | None = None) -> date | None:
    """Returns the first full date printed in `text`; `year` stands in for one left out."""
    period = read_period(text, year)
    return period.start if period else None


def read_period(text: str, year: int | None = None) -> Period | None:
    """Returns the first run of days in `text` that names month and year; see periods()."""
    return next((period for _, period in periods(text, year)), None)


def periods(text: str, year: int | None = None) -> Iterator[tuple[str, Period]]:
    """Yields the runs of days in `text` that name month and year, and the words before each.

    `year` stands in where the page leaves the year out. A second visit named in the same
    breath ("5 to 9 March and 2 to 3 April 2019") is not part of the first period.
    """
    text = NUMERIC.sub(spelled, text)
    for match in PERIOD.finditer(text):
        days = first_run([day_of(part) for part in PARTS.finditer(match[0])])
        fill(days, year)
        start, end = days[0].date(), days[-1].date()
        if start and end and start <= end:
            yield text[: match.start()], Period(start, end)


def spelled(match: re.Match[str]) -> str:
    """Returns a numeric date (day first, as in Britain) with its month as a word."""
    month = int(match["month"])
    name = MONTHS[month - 1][0] if 1 <= month <= 12 else ""
    return f"{match['day']} {name} {match['year']}"


def day_of(part: re.Match[str]) -> Day:
    """Returns a printed day with as much of its date as the page gives beside it."""
    month = part["month"]
    number = MONTH_NUMBERS[month.lower()] if month else None
    return Day(int(part["day"]), number, int(part["year"]) if part["year"] else None)


def first_run(days: list[Day]) -> list[Day]:
    """Returns the days up to the first, after the start, that is printed with its year."""
    for at, day in enumerate(days):
        if at and day.year:
            return days[: at + 1]
    return days


def fill(days: list[Day], year: int | None) -> None:
    """Gives days without month or year those of the day that follows them."""
    month = None
    for day in reversed(days):
        if day.year is None:
            crosses = bool(day.month and month and day.month > month)
            day.year = year - crosses if year else None
        day.month = day.month or month
        month, year = day.month, day.year
