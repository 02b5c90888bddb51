"""A day, month or year as people type it: 3 May 2019, May 3, 2019, 3/5/2019, 2019-05-03, 2019."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ENDING = r"(?:st|nd|rd|th)?"  # of the number of a day
NUMBER = r"(?:0?[1-9]|1[0-2])"  # of a month

# What stands in a pattern for a period, each part a group named after it; a British date has its
# day first.
PERIOD = (
    rf"(?:(?P<{{0}}_iso>{YEAR}-\d\d-\d\d)|(?P<{{0}}_figures>{DAY}(?P<{{0}}_sign>[/.]){NUMBER}(?P={{0}}_sign){YEAR})|"
    rf"(?:(?:(?P<{{0}}_day>{DAY}){ENDING}\s+(?:of\s+)?)?(?P<{{0}}_month>{MONTH})"
    rf"(?:\s+(?P<{{0}}_later_day>{DAY}){ENDING})?,?\s+)?(?P<{{0}}_year>{YEAR}))"
)
# The same without its year, and perhaps without its month, which another one has.
PART = rf"(?=\d|{MONTH})(?:(?P<{{0}}_day>{DAY}){ENDING}\s*)?(?P<{{0}}_month>{MONTH})?"


class DatePeriod(NamedTuple):
    """The days from `first` to `last`, and in words what they are: `3 May 2019`, `May 2019`."""

    first: date
    last: date
    text: str


def read_period(
    groups: Mapping[str, str | None], name: str, completed_by: str = ""
) -> DatePeriod | None:
    """Return the period that the groups of a match say; None for a day that does not exist. Month
    and year that are missing in it are those of the period that it is `completed_by`.
    """
    if iso := groups.get(f"{name}_iso"):
        return period(*map(int, iso.split("-")))
    if figures := groups.get(f"{name}_figures"):
        return period(*map(int, reversed(figures.replace(".", "/").split("/"))))
    days = [groups.get(f"{name}_{part}") for part in ("day", "later_day")]
    if all(days):  # 3 May 4 2019
        return None
    month_name = groups.get(f"{name}_month") or groups.get(f"{completed_by}_month")
    typed_year = groups.get(f"{name}_year") or groups.get(f"{completed_by}_year")
    if typed_year is None or (any(days) and month_name is None):
        return None
    month = MONTH_NUMBERS[month_name[:3].casefold()] if month_name else None
    return period(int(typed_year), month, next((int(day) for day in days if day), None))


def period(year: int, month: int | None = None, day: int | None = None) -> DatePeriod | None:
    """Return a year, a month of it or a day; None for a day that does not exist."""
    if month is None:
        return DatePeriod(date(year, 1, 1), date(year, 12, 31), str(year))
    try:
        first = date(year, month, day or 1)
    except ValueError:  # 31 June, or 13 as a month
        return None
    month_and_year = f"{MONTHS[month - 1].capitalize()} {year}"
    if day:
        return DatePeriod(first, first, long_date(first))
    following = date(year + month // 12, month % 12 + 1, 1)
    return DatePeriod(first, following - timedelta(days=1), month_and_year)


def long_date(day: date) -> str:
    """Return '3 May 2019'."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def years_before(day: date, years: int, months: int) -> date:
    """Return the day so many years and months earlier, or the last one of its month."""
    count = day.year * 12 + day.month - 1 - 12 * years - months
    whole = period(count // 12, count % 12 + 1)
    assert whole is not None
    return min(whole.first + timedelta(days=day.day - 1), whole.last)
