"""Dates in a query: since 2020, before 3 May 2018, in 2019 and 2021, the last three years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from search.language.understanding.days import (
    MONTHS,
    PART,
    PERIOD,
    YEAR,
    long_date,
    read_period,
    years_before,
)
from search.model import Span

# A text in which this finds nothing has no date: most have none.
HINT = re.compile(r"(?:19|20)\d\d|\b(?:last|past|previous)\s", re.IGNORECASE)
WORD_BEFORE = re.compile(r"([^\W\d_]+)\s*$")
AND_YEAR = rf"\s*(?:,\s*(?:(?:and|or)\s+)?|&|\b(?:and|or)\s+)\s*(?:(?:in|during)\s+)?{YEAR}"
MAX_YEARS = 12  # of a list
# Of a year after one of these, a list says something else.
LIMIT_WORDS = ("since", "after", "before", "until", "till", "to", "than", "by", "post", "pre")
NO_LIMIT_BEFORE = "".join(rf"(?<!{word}\s)" for word in LIMIT_WORDS)
# What would be left hanging where a date is left out: it is not all that was meant.
HANGING_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(LIMIT_WORDS)}|between|from)\s+|-\s*)(?:the\s+)?$", re.IGNORECASE
)
HANGING_AFTER = re.compile(r"\s+(?:to|until|till|through|or\s+\w+er)\b", re.IGNORECASE)
NUMBER_AT_END = re.compile(r"\d(?:st|nd|rd|th)?(?:\s+of)?\s*$", re.IGNORECASE)
# A year is a number of its own: not part of £2019 or 3.2019.
NUMBER_BEFORE, NUMBER_AFTER = r"(?<![\w/£$.,:<>=≤≥-])", r"(?![\w/]|[-.,:]\w)"
# The `from` of `apart from 2019` is no beginning.
NOT_APART = r"(?<!apart\s)(?<!aside\s)"

# What may stand around a date and says no more than it does: the 2019 inspection, early 2019.
OWNER = r"(?:(?:the|their|its|our|year|ofsted['’]s)\s+)*"
THING = r"(?:\s+(?:inspections?|reports?|visits?)\b(?!\s+(?:of|on|about|into|by|for)\b))?"
PART_OF_YEAR = (
    r"(?:(?:early|mid|late|spring|summer|autumn|winter|"
    r"(?:the\s+)?(?:beginning|start|middle|end)\s+of)[\s-]+)?"
)
FIRST, LAST, PART_FIRST = PERIOD.format("first"), PERIOD.format("last"), PART.format("first")
LOWER = (
    r"(?P<lower>since|from|as\s+of|no\s+earlier\s+than|after|(?<!no\s)later\s+than|post)[\s-]+"
    rf"{OWNER}{FIRST}(?:\s+on(?:wards)?\b)?"
)
UPPER = (
    r"(?P<upper>before|(?<!no\s)earlier\s+than|pre|until|till|up\s+to|no\s+later\s+than|by)[\s-]+"
    rf"{OWNER}{LAST}"
)
JOIN = r"\s*(?:,|&|\b(?:and|but))?\s*\b"
TO = r"\s*(?:\b(?:to|until|till|up\s+to)\b|-|–|\.\.)\s*"
AND = r"\s*(?:\b(?:and|to)\b|-|–|&)\s*"
EXCLUDING = frozenset(["after", "later than", "post", "before", "earlier than", "pre"])
COUNTS = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
RECENT = (
    r"(?:(?:in|over|during|within|for|from)\s+)?(?:the\s+)?(?:last|past|previous)\s+"
    rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})\s+(?P<unit>year|month)s?\b(?!\s+of\b)"
)

# Each form of a date, the longest first, by how it is read.
FORMS = tuple(
    (kind, re.compile(f"{NUMBER_BEFORE}{NOT_APART}{pattern}{NUMBER_AFTER}", re.IGNORECASE))
    for kind, pattern in (
        ("range", rf"between\s+{FIRST}{AND}{LAST}"),
        ("range", rf"between\s+{PART_FIRST}{AND}{LAST}"),
        ("range", rf"(?:(?:from|since)\s+)?{FIRST}{TO}{LAST}"),
        ("range", rf"(?:(?:from|since)\s+)?{PART_FIRST}{TO}{LAST}"),
        ("limits", f"{LOWER}{JOIN}{UPPER}{THING}"),
        ("limits", f"{UPPER}{JOIN}{LOWER}{THING}"),
        # As a year of accounts or of schools is written.
        ("years", rf"(?:(?:in|during|from)\s+)?(?P<years>{YEAR}(?:(?:-|–|/)\d\d|/{YEAR}))"),
        (
            "years",
            rf"{NO_LIMIT_BEFORE}(?:(?:in|during|from|for)\s+)?(?:(?:both|either)\s+)?"
            rf"(?P<years>{YEAR}(?:{AND_YEAR}){{1,{MAX_YEARS - 1}}})",
        ),
        ("limits", LOWER + THING),
        ("limits", rf"{FIRST}\s+onwards"),
        ("limits", UPPER + THING),
        ("in", rf"(?:(?:in|during|from|on|for|of)\s+)?{OWNER}{PART_OF_YEAR}{FIRST}{THING}"),
        ("recent", RECENT),
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


def find_dates(
    text: str, dated_things: Collection[str], today: date | None = None
) -> DateRange | None:
    """Return the first date in a text, in the first of the forms that it has, which is not the year
    of one of some things, such as an act; None where it ends before it begins, where there is
    another date besides, or where something would be left hanging without it. What is recent is so
    from `today` on.
    """
    if not HINT.search(text):
        return None
    for kind, pattern in FORMS:
        for match in dates_of_reports(pattern, text, dated_things):
            reader = READERS.get(kind)
            dates = reader(match) if reader else recent_days(match, today or date.today())
            if dates is None and kind in ("years", "range"):  # 2018-05, and 3 to 2018
                continue
            rest = text[: match.start()] + "|" * (match.end() - match.start()) + text[match.end() :]
            has_other = any(any(dates_of_reports(form, rest, dated_things)) for _, form in FORMS)
            return None if has_other or is_hanging(text, match) else dates
    return None


def dates_of_reports(
    pattern: re.Pattern[str], text: str, dated_things: Collection[str]
) -> Iterator[re.Match[str]]:
    """Yield the dates of one form in a text that are not the year of one of some things."""
    for match in pattern.finditer(text):
        before = WORD_BEFORE.search(text, 0, match.start())
        if not before or before[1].casefold() not in dated_things:
            yield match


def is_hanging(text: str, match: re.Match[str]) -> bool:
    """Return whether a text without a date would end, or go on, with a word that needs it."""
    before = text[: match.start()]
    has_month = any(name[:3] in match[0].casefold() for name in MONTHS)
    return bool(
        HANGING_BEFORE.search(before)
        or HANGING_AFTER.match(text, match.end())
        or (has_month and NUMBER_AT_END.search(before))
    )


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


def range_of(match: re.Match[str]) -> DateRange | None:
    """Return the days from one period to another one, which may complete it: `3 to 5 May 2019`."""
    groups = match.groupdict()
    last = read_period(groups, "last")
    first = read_period(groups, "first", completed_by="last")
    if first is None or last is None or first.first > last.last:
        return None
    if first.first >= last.first and first != last:  # March to 2020, 3 to May 2019
        return None
    return DateRange(
        Span(*match.span()), first.first, last.last, f"from {first.text} to {last.text}"
    )


def limits_of(match: re.Match[str]) -> DateRange | None:
    """Return the days from a first one on, up to a last one, or both; None where there is none."""
    groups = match.groupdict()
    first, last = read_period(groups, "first"), read_period(groups, "last")
    if first is None and last is None:
        return None
    since, texts = None, []
    if first:
        is_after = plain_word(groups.get("lower")) in EXCLUDING
        since = first.last + timedelta(days=1) if is_after else first.first
        texts.append(f"{'after' if is_after else 'since'} {first.text}")
    until = None
    if last:
        is_before = plain_word(groups.get("upper")) in EXCLUDING
        until = last.first - timedelta(days=1) if is_before else last.last
        texts.append(f"{'before' if is_before else 'up to'} {last.text}")
    if since and until and since > until:
        return None
    return DateRange(Span(*match.span()), since, until, " and ".join(texts))


def plain_word(word: str | None) -> str:
    """Return a preposition in lower case with single spaces."""
    return " ".join((word or "").casefold().split())


def days_in(match: re.Match[str]) -> DateRange | None:
    """Return the days of one period."""
    whole = read_period(match.groupdict(), "first")
    if whole is None:
        return None
    lead = "on" if whole.first == whole.last else "in"
    return DateRange(Span(*match.span()), whole.first, whole.last, f"{lead} {whole.text}")


def recent_days(match: re.Match[str], today: date) -> DateRange | None:
    """Return the days since so many years or months before today."""
    typed = match["count"].casefold()
    count = COUNTS.get(typed) or int(typed)
    is_years = match["unit"].casefold() == "year"
    since = years_before(today, count if is_years else 0, 0 if is_years else count)
    return DateRange(Span(*match.span()), since, None, f"since {long_date(since)}")


READERS = {
    "range": range_of,
    "limits": limits_of,
    "years": list_of_years,
    "in": days_in,
}
"""How each form of a date is read, but for recent days, which count from today."""
