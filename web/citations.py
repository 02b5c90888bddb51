"""Citations of a paragraph: a line of text to paste, and RIS for reference managers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from corpus.model import Paragraph
from corpus.registry import registry
from corpus.understanding.origin.inspectorates import has_open_licence
from search.model import ReportFacts

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
MAX_SECTION_CHARACTERS = 40
MAX_TITLE = 300  # characters of the title of a report
# English whatever the locale, and four times as fast as strftime.
MONTH_NAMES = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def citation(report: ReportFacts, paragraph: Paragraph) -> str:
    """Return one line with publisher, inspection, date, paragraph, section, grade and page.

    What a report does not state is left out.
    """
    parts = [report.publisher, inspection(report), dating(report), reference(paragraph)]
    if paragraph.page:
        parts.append(f"p. {paragraph.page}")
    if report.is_recognised(paragraph):
        parts.append("text recognised from a scan")
    parts.append(report.withdrawn)
    if report.invented:
        parts.append("an invented example")
    return ", ".join(filter(None, parts))


def licence(publisher: str | None) -> str:
    """Return the statement of the licence that a publisher's reports have, empty if unknown."""
    return LICENCE if publisher and has_open_licence(publisher) else ""


def inspection(report: ReportFacts) -> str:
    """Return the inspection's name and place: 'Focused visit to ...: Kent'.

    A report of an unknown framework is named by its title, which may name the place already.
    """
    title = report.title if len(report.title) <= MAX_TITLE else f"{report.title[:MAX_TITLE]}..."
    framework = registry().framework.get(report.framework)
    name = (framework and framework.inspection) or title
    place = report.authority
    return f"{name}: {place}" if place and place not in name else name


def dating(report: ReportFacts) -> str:
    """Return 'published 29 May 2012', else when it was inspected, else nothing."""
    if report.published:
        return f"published {long_date(report.published)}"
    return f"inspected {days}" if (days := inspection_days(report)) else ""


def inspection_days(report: ReportFacts) -> str:
    """Return the days of the inspection: '10 to 20 April 2012'; empty where unknown."""
    start, end = report.inspection_start, report.inspection_end
    if not start and not end:
        return ""
    if not start or not end or start == end:
        return long_date(end or start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {long_date(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTH_NAMES[start.month]} to {long_date(end)}"
    return f"{long_date(start)} to {long_date(end)}"


def long_date(day: date | None) -> str:
    """Return '29 May 2012', 'no date' for None."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}" if day else "no date"


def reference(paragraph: Paragraph) -> str:
    """Return 'paragraph 43 (The contribution of health agencies..., Good)'."""
    grade = (paragraph.grade or "").capitalize()
    place = ", ".join(filter(None, (shorten_section(paragraph.section or ""), grade)))
    return f"{paragraph_name(paragraph)} ({place})" if place else paragraph_name(paragraph)


def paragraph_name(paragraph: Paragraph) -> str:
    """Return 'paragraph 43', 'unnumbered paragraph' where none is printed."""
    return f"paragraph {paragraph.number}" if paragraph.number else "unnumbered paragraph"


@lru_cache(maxsize=4096)
def shorten_section(section: str) -> str:
    """Return the heading cut at a word; cached, since wrapping text is slow."""
    return textwrap.shorten(section, MAX_SECTION_CHARACTERS, placeholder="...")


def ris(report: ReportFacts, paragraph: Paragraph, link: str, today: date) -> str:
    """Return the paragraph as one RIS record of type report, with its text as the abstract."""
    return "".join(
        f"{tag}  - {' '.join(text.split())}\r\n"
        for tag, text in ris_fields(report, paragraph, link, today)
    )


def ris_fields(
    report: ReportFacts, paragraph: Paragraph, link: str, today: date
) -> Iterator[tuple[str, str]]:
    """Yield the tags and values of the RIS record, in order."""
    yield "TY", "RPRT"
    if report.publisher:
        yield "AU", report.publisher
    yield "TI", inspection(report)
    if day := report.dated:
        yield "PY", str(day.year)
        yield "DA", f"{day:%Y/%m/%d}"
    if paragraph.page:
        yield "SP", str(paragraph.page)
    yield "AB", paragraph.text
    yield "N1", citation(report, paragraph)
    if report.source_url:
        yield "UR", report.source_url
    yield "UR", link
    yield "Y2", f"{today:%Y/%m/%d}"
    yield "ER", ""
