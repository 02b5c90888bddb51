"""How a paragraph is cited: as text to paste, and as RIS for reference managers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from corpus.model import Paragraph
from search.model import ReportFacts

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
SECTION = 40
# English whatever the locale, and four times as fast as strftime.
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# What the inspectorates call an inspection under each framework, and who publishes it.
OFSTED = "Ofsted"
OFSTED_CQC = "Ofsted and Care Quality Commission"
JOINT = "Ofsted, Care Quality Commission, HMICFRS and HMI Probation"
NAMES = {
    "slac": (OFSTED, "Inspection of safeguarding and looked after children services"),
    "child-protection-2012": (
        OFSTED,
        "Inspection of local authority arrangements for the protection of children",
    ),
    "looked-after-2013": (
        OFSTED,
        "Inspection of local authority services for looked after children",
    ),
    "sif": (
        OFSTED,
        "Inspection of services for children in need of help and protection, "
        "children looked after and care leavers",
    ),
    "ilacs": (OFSTED, "Inspection of local authority children’s services"),
    "focused-visit": (OFSTED, "Focused visit to local authority children’s services"),
    "monitoring-visit": (OFSTED, "Monitoring visit to local authority children’s services"),
    "jtai": (JOINT, "Joint targeted area inspection"),
    "joint-area-review": (OFSTED, "Joint area review"),
    "area-send": (OFSTED_CQC, "Area special educational needs and disabilities inspection"),
}


def inspection(report: ReportFacts) -> str:
    """Returns the inspection's name and place: 'Focused visit to ...: Kent'.

    A report of no known framework is named by its title, which may name the place already.
    """
    _, name = NAMES.get(report.framework, (OFSTED, report.title))
    place = report.authority
    return f"{name}: {place}" if place and place not in name else name


def publisher(report: ReportFacts) -> str:
    """Returns who published the report."""
    return NAMES.get(report.framework, (OFSTED, ""))[0]


def citation(report: ReportFacts, paragraph: Paragraph) -> str:
    """Returns one line that names publisher, inspection, date, paragraph, section, grade, page."""
    parts = [publisher(report), inspection(report), dated(report), numbered(paragraph)]
    if paragraph.page:
        parts.append(f"p. {paragraph.page}")
    if report.invented:
        parts.append("an invented example")
    return ", ".join(filter(None, parts))


def dated(report: ReportFacts) -> str:
    """Returns 'published 29 May 2012', else when it was inspected, else nothing."""
    if report.published:
        return f"published {long_day(report.published)}"
    return f"inspected {days}" if (days := inspected(report)) else ""


def known_by(report: ReportFacts) -> str:
    """Returns the day that a report is known by: '29 May 2012', or 'no date'."""
    known = report.published or report.inspection_end
    return long_day(known) if known else "no date"


def inspected(report: ReportFacts) -> str:
    """Returns the days of the inspection: '10 to 20 April 2012'; empty where unknown."""
    start, end = report.inspection_start, report.inspection_end
    if not start or not end or start == end:
        only = end or start
        return long_day(only) if only else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {long_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month]} to {long_day(end)}"
    return f"{long_day(start)} to {long_day(end)}"


def numbered(paragraph: Paragraph) -> str:
    """Returns 'paragraph 43 (The contribution of health agencies..., Good)'."""
    number = f"paragraph {paragraph.number}" if paragraph.number else "unnumbered paragraph"
    grade = (paragraph.grade or "").capitalize()
    place = ", ".join(filter(None, (shortened(paragraph.section or ""), grade)))
    return f"{number} ({place})" if place else number


@lru_cache(maxsize=4096)
def shortened(section: str) -> str:
    """Returns the heading cut at a word; remembered, as wrapping text is slow."""
    return textwrap.shorten(section, SECTION, placeholder="...")


def long_day(day: date) -> str:
    """Returns '29 May 2012'."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def ris(report: ReportFacts, paragraph: Paragraph, link: str, today: date) -> str:
    """Returns the paragraph as one RIS record of a report, with its words as the abstract."""
    return "".join(
        f"{tag}  - {' '.join(text.split())}\r\n"
        for tag, text in fields(report, paragraph, link, today)
    )


def fields(
    report: ReportFacts, paragraph: Paragraph, link: str, today: date
) -> Iterator[tuple[str, str]]:
    """Yields the tags and values of the RIS record, in order."""
    day = report.published or report.inspection_end
    yield "TY", "RPRT"
    yield "AU", publisher(report)
    yield "TI", inspection(report)
    if day:
        yield "PY", str(day.year)
        yield "DA", f"{day:%Y/%m/%d}"
    if paragraph.page:
        yield "SP", str(paragraph.page)
    yield "AB", paragraph.text
    yield "N1", citation(report, paragraph)
    yield "UR", link
    yield "Y2", f"{today:%Y/%m/%d}"
    yield "ER", ""
