"""What a reader should bear in mind when two reports stand side by side, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Report
from corpus.registry import label


def note_differences(earlier: Report, later: Report, most: int) -> tuple[str, ...]:
    """Return the sentences on two reports of which the first `most` paragraphs were compared."""
    return (
        *note_authorities(earlier, later),
        *note_dates(earlier, later),
        *note_withdrawal("earlier", earlier),
        *note_withdrawal("later", later),
        *note_scales(earlier, later),
        *note_areas(earlier, later),
        *note_length("earlier", earlier, most),
        *note_length("later", later, most),
    )


def note_authorities(earlier: Report, later: Report) -> Iterator[str]:
    """Yield what to say of reports that are not on one authority."""
    if earlier.authority and later.authority:
        if earlier.authority != later.authority:
            names = f"{earlier.authority} and {later.authority}"
            yield f"These reports are on two authorities, {names}: the differences are no changes."
    else:
        yield "It is not known that these reports are on one authority."


def note_dates(earlier: Report, later: Report) -> Iterator[str]:
    """Yield what to say of reports of which it is not known which is the earlier."""
    if not earlier.dated or not later.dated:
        yield "A report has no date: they stand as asked for, whichever is the earlier."
    elif earlier.dated == later.dated:
        yield "Both reports have one date, and stand as asked for."


def note_withdrawal(which: str, report: Report) -> Iterator[str]:
    """Yield what to say of a report that no longer stands."""
    if report.withdrawn:
        yield f"The {which} report no longer stands: {report.withdrawn}."


def note_scales(earlier: Report, later: Report) -> Iterator[str]:
    """Yield what to say of reports that grade by different scales."""
    if earlier.scale and later.scale and earlier.scale != later.scale:
        scales = " and ".join(label("scale", one.scale or "") for one in (earlier, later))
        yield f"The grades are of two scales, which are not compared: {scales}."


def note_areas(earlier: Report, later: Report) -> Iterator[str]:
    """Yield what to say of reports that share no area, or of which one has no paragraphs."""
    for which, report in (("earlier", earlier), ("later", later)):
        if not report.paragraphs:
            yield f"The {which} report has no paragraphs to compare."
    before, after = map(find_areas, (earlier, later))
    if before and after and not before & after:
        yield "No area of practice is in both reports: little of one can be set beside the other."


def find_areas(report: Report) -> set[str]:
    """Return the areas of practice that a report has paragraphs in."""
    return {one.area for one in report.paragraphs if one.area and one.area != "about"}


def note_length(which: str, report: Report, most: int) -> Iterator[str]:
    """Yield what to say of a report that was not compared as a whole."""
    count = len(report.paragraphs)
    if count > most:
        yield f"Of the {count:,} paragraphs of the {which} report the first {most:,} are compared."
