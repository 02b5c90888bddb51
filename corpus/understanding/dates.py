"""Parse dates and periods as reports print them: "11 July 2013", "April 30 to May 4, 2019"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
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
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
DAY = (
    rf"{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"(?:\s+(?:of\s+)?(?:{MONTH})\b\.?(?:,?\s+(?:19|20)\d\d\b)?)?"
)
"""A printed day, with or without its month and year."""

MONTH_FIRST_DAY = rf"{WEEKDAY}(?:{MONTH})\b\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
"""A printed day with its month before it, as in America."""

ANY_DAY = rf"(?:{DAY}|{MONTH_FIRST_DAY})"

JOIN = r"(?:\s*[-‐‑‒–—,]\s*|\s+(?:to|and|until)\s+)"
RUN_OF_DAYS = re.compile(rf"{DAY}(?:{JOIN}{DAY})*", re.IGNORECASE)
"""Days of which the last may name month and year for those before it."""

DAY_PARTS = re.compile(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s+(?:of\s+)?(?P<month>{MONTH})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?)?",
    re.IGNORECASE,
)
MONTH_FIRST_DAYS = re.compile(
    rf"(?<!\d )(?<!\d[snrt][tdh] )(?<!\bof )\b(?P<month>{MONTH})\b\.? (?P<first>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?(?:{JOIN}(?:(?P<last_month>{MONTH})\b\.? )?(?P<last>\d{{1,2}})"
    r"(?:st|nd|rd|th)?)?,? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A day or a run of days, each month before its days, and the year."""

NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)")
MONTH_AND_YEAR = re.compile(
    rf"\W*(?:in )?(?P<month>{MONTH})\b\.?,? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)

WHOLE_DAY = (
    rf"{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH})\b\.?(?:,? (?:19|20)\d\d\b)?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:(?:19|20)\d\d|\d\d)\b"
)
"""A printed day with its month."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day of an inspection."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as printed; month and year are None where the page leaves them to a later day."""

    day: int
    month: int | None
    year: int | None

    def to_date(self) -> date | None:
        """Return the date, or None where a part is missing or there is no such day."""
        if self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def read_day(text: str, year: int | None = None) -> date | None:
    """Return the first full date printed in `text`; `year` stands in where it is left out."""
    period = read_period(text, year)
    return period.start if period else None


def read_period(text: str, year: int | None = None) -> Period | None:
    """Return the first run of days in `text` that names month and year, as `find_periods` does."""
    return next((period for _, period in find_periods(text, year)), None)


def read_days_or_month(text: str) -> Period | None:
    """Return the first run of days in `text`, else the days of the month that it begins with."""
    month = MONTH_AND_YEAR.match(text)
    if month is None:
        return read_period(text)
    year, number = int(month["year"]), MONTH_NUMBERS[month["month"].lower()]
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def find_periods(text: str, year: int | None = None) -> Iterator[tuple[str, Period]]:
    """Yield the words before each run of days that names month and year, and its period.

    `year` stands in where the page leaves the year out. A second visit named in the same
    breath ("5 to 9 March and 2 to 3 April 2019") is not part of the first period.
    """
    text = MONTH_FIRST_DAYS.sub(put_days_first, NUMERIC_DATE.sub(spell_month, text))
    for run in RUN_OF_DAYS.finditer(text):
        printed = [parse_day(match) for match in DAY_PARTS.finditer(run[0])]
        days = complete_days(cut_at_year(printed), year)
        start, end = days[0].to_date(), days[-1].to_date()
        if start and end and start <= end:
            yield text[: run.start()], Period(start, end)


def spell_month(match: re.Match[str]) -> str:
    """Return a numeric date with its month as a word.

    The day is first, as in Britain, unless the second number can be no month.
    """
    day, month = int(match["day"]), int(match["month"])
    if month > 12 >= day:
        day, month = month, day
    name = MONTHS[month - 1][0] if 1 <= month <= 12 else ""
    return f"{day} {name} {match['year']}"


def put_days_first(match: re.Match[str]) -> str:
    """Return what MONTH_FIRST_DAYS matched with each day before its month."""
    days = f"{match['first']} {match['month']}"
    if match["last"]:
        days += f" to {match['last']} {match['last_month'] or match['month']}"
    return f"{days} {match['year']}"


def find_month(text: str) -> str | None:
    """Return the month and year that a text consists of, as printed; None where it does not."""
    match = MONTH_AND_YEAR.fullmatch(text.rstrip(" .,"))
    return f"{match['month']} {match['year']}" if match else None


def parse_day(match: re.Match[str]) -> PrintedDay:
    """Return the day that DAY_PARTS matched, with as much of its date as stands beside it."""
    month = MONTH_NUMBERS[match["month"].lower()] if match["month"] else None
    return PrintedDay(int(match["day"]), month, int(match["year"]) if match["year"] else None)


def cut_at_year(days: list[PrintedDay]) -> list[PrintedDay]:
    """Return the days up to the first, after the start, that is printed with its year."""
    end = next((at for at, day in enumerate(days) if at and day.year), len(days))
    return days[: end + 1]


def complete_days(days: Sequence[PrintedDay], year: int | None) -> list[PrintedDay]:
    """Return the days, each with the month and year of the day after it where it has none.

    A month later in the year than that of the day after it is of the year before.
    """
    completed: list[PrintedDay] = []
    month: int | None = None
    for day in reversed(days):
        if day.year is None:
            crosses_new_year = bool(day.month and month and day.month > month)
            year = year - crosses_new_year if year else None
        else:
            year = day.year
        month = day.month or month
        completed.append(PrintedDay(day.day, month, year))
    return completed[::-1]
