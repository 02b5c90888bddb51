"""Read when a report was published: the day that its cover or letterhead prints, or the month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.patterns import anyof
from corpus.understanding.dates import (
    ANY_DAY,
    MONTH,
    MONTH_FIRST_DAY,
    Period,
    find_month,
    read_day,
    read_days_or_month,
)
from corpus.understanding.opening import find_salutation

PUBLISHED = r"\b(?:published|publication date|date of publication)(?: on| in)?\s*:?\s*"
PUBLICATION_LABEL = anyof(
    rf"{PUBLISHED}(?P<when>(?:(?:\w+day,? )?\d|{MONTH_FIRST_DAY}).*)",
    rf"^report (?:number |no\.? )?[A-Z]+-[\w-]*\d\W+(?P<dated>{ANY_DAY}\W*)$",
)
"""What stands before the day of publication, or a report's own number with its date behind."""

PUBLICATION_MONTH = anyof(rf"{PUBLISHED}(?P<month>(?:{MONTH})\b\.?,? (?:19|20)\d\d)\W*$")
ONLY_A_DATE = anyof(rf"^(?:\d{{1,2}}[.)] )?(?:date:? )?{ANY_DAY}\W*$")
"""A line that is a date, as a letter's is, maybe behind the number of a list that it is none of."""


def read_publication_day(lines: Sequence[str]) -> date | None:
    """Return the day that the cover, or the head of a letter, prints; None where none is."""
    for text in lines:
        label = PUBLICATION_LABEL.search(text)
        day = read_day(label["when"] or label["dated"]) if label else None
        if day:
            return day
    letterhead = lines[: find_salutation(lines) or 0]
    days = (read_day(text) for text in letterhead if ONLY_A_DATE.fullmatch(text))
    return next((day for day in days if day), None)


def read_publication_month(lines: Sequence[str], inspection: Period | None) -> str | None:
    """Return the month that the cover prints, labelled or alone on its line; None for none.

    Without a label the month of the inspection's days is that of the inspection.
    """
    for text in lines:
        label = PUBLICATION_MONTH.search(text)
        month = find_month(label["month"] if label else text)
        if month and (label or not is_month_of(text, inspection)):
            return month
    return None


def is_month_of(text: str, inspection: Period | None) -> bool:
    """Return whether a text that is a month has days of an inspection in it."""
    month = read_days_or_month(text)
    if month is None or inspection is None:
        return False
    return month.start <= inspection.end and inspection.start <= month.end
