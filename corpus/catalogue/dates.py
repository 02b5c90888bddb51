"""The dates of a column: ISO, day first, with the month as a word, or Excel's numbers of days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from corpus.understanding.dates import MONTH_NUMBERS

EXCEL_DAY_0 = date(1899, 12, 30)
"""Excel counts from 1 January 1900 as day 1, and 29 February 1900, which never was, as day 60."""

FIRST_YEAR, LAST_YEAR = 1980, 2100
CENTURY = 2000

TIME = r"(?:[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d\d:?\d\d)?)?"
WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? +)?"
ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}", re.IGNORECASE)
NUMBERS = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}){TIME}", re.IGNORECASE)
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -/]*([a-z]+)\.?,?[ -/]*(\d{{4}}|\d\d){TIME}",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"{WEEKDAY}([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){TIME}", re.IGNORECASE
)
EXCEL_NUMBER = re.compile(r"(\d{5})(?:\.\d+)?")

EXAMPLES = "write it as 2024-12-31 or 31/12/2024"


def read_date(cell: str, has_month_first: bool = False) -> date:
    """Return the date in a cell; of numbers the day is first, as in Britain.

    Where the column has dates that can only be `month_first`, one that may be either is refused.
    Raise ValueError, which says why and what to write, for what is no date.
    """
    text = " ".join(cell.split())
    if match := ISO.fullmatch(text):
        return make_date(int(match[1]), int(match[3]), int(match[4]))
    if match := NUMBERS.fullmatch(text):
        return read_numbers(int(match[1]), int(match[3]), int(match[4]), has_month_first)
    if match := DAY_FIRST.fullmatch(text):
        year = int(match[3]) + (CENTURY if len(match[3]) == 2 else 0)
        return make_date(year, month_number(match[2]), int(match[1]))
    if match := MONTH_FIRST.fullmatch(text):
        return make_date(int(match[3]), month_number(match[1]), int(match[2]))
    if match := EXCEL_NUMBER.fullmatch(text):
        day = EXCEL_DAY_0 + timedelta(days=int(match[1]))
        return make_date(day.year, day.month, day.day)
    raise ValueError(f"is no date that I know; {EXAMPLES}")


def read_numbers(first: int, second: int, year: int, has_month_first: bool) -> date:
    """Return the date of three numbers, day first. Raise ValueError where that is not sure."""
    if second > 12 >= first:
        raise ValueError(f"has the month first; {EXAMPLES}")
    if has_month_first and first <= 12 and first != second:
        raise ValueError(f"may be day first or month first: the column has both; {EXAMPLES}")
    return make_date(year, second, first)


def make_date(year: int, month: int, day: int) -> date:
    """Return a date of a plausible year. Raise ValueError for any other."""
    try:
        day_of_year = date(year, month, day)
    except ValueError as error:
        raise ValueError(f"is no day of the calendar; {EXAMPLES}") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"is of the year {year}, which no report is of; {EXAMPLES}")
    return day_of_year


def month_number(word: str) -> int:
    """Return the number of a month by its name. Raise ValueError for any other word."""
    try:
        return MONTH_NUMBERS[word.lower()]
    except KeyError as error:
        raise ValueError(f"is no date that I know; {EXAMPLES}") from error


def has_month_first(cells: Iterable[str]) -> bool:
    """Return whether one of a column's cells can only be a date with the month first."""
    matches = (NUMBERS.fullmatch(" ".join(cell.split())) for cell in cells)
    return any(match and int(match[3]) > 12 >= int(match[1]) for match in matches)


def cell_text(value: object) -> str:
    """Return a cell of a workbook as text: a date in ISO, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
