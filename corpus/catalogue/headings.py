"""The headings that columns of a catalogue go by, and which of them a catalogue needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from corpus.errors import Refused

# The field of a row -> what people call its column. Case, spaces and punctuation do not count.
# Where several columns are of one field, the name that is listed first counts.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "sha256": ("sha256", "sha256 hash", "sha256sum", "file hash", "hash", "checksum"),
    "file": ("file", "file name", "document file", "pdf file", "pdf", "file path", "path"),
    "authority": (
        *("authority", "local authority", "local authority name", "authority name", "la name"),
        *("la", "council", "council name", "area name"),
    ),
    "published": (
        *("published", "publication date", "date published", "published date", "published on"),
        *("date of publication", "report published", "report publication date", "first published"),
        *("issued", "issue date", "date"),
    ),
    "inspection_start": (
        *("inspection start", "inspection start date", "start of inspection", "inspection began"),
        *("first day of inspection", "start date", "visit start date"),
    ),
    "inspection_end": (
        *("inspection end", "inspection end date", "end of inspection", "last day of inspection"),
        *("end date", "visit end date", "inspection date", "date of inspection", "inspected"),
        "visit date",
    ),
    "title": ("title", "report title", "document title"),
    "urn": (
        *("urn", "unique reference number", "provider urn", "ofsted urn", "reference number"),
        *("provider id", "location id", "registration number", "reference", "ref"),
    ),
    "source_url": (
        *("source url", "report url", "report link", "download link", "download url", "pdf link"),
        *("pdf url", "document url", "document link", "file url", "url", "link", "web link"),
        *("web address", "address of report", "source", "href"),
    ),
    "withdrawn": (
        *("withdrawn", "withdrawn on", "date withdrawn", "is withdrawn", "withdrawn date"),
        "superseded",
    ),
    "replaced_by": ("replaced by", "superseded by", "replacement"),
    "publisher": ("publisher", "inspectorate", "published by", "inspected by", "regulator"),
}  # fmt: skip
NOT_LETTER = re.compile(r"[\W_]+")
FIELD_OF = {
    NOT_LETTER.sub("", name): (field, place)
    for field, names in HEADINGS.items()
    for place, name in enumerate(names)
}

DATE_FIELDS = ("published", "inspection_start", "inspection_end")
FACT_FIELDS = (
    *DATE_FIELDS,
    *("authority", "title", "urn", "source_url", "publisher", "withdrawn", "replaced_by"),
)
"""The fields that a catalogue can give to a report."""

MAX_HEADINGS_NAMED = 12
MAX_HEADING_LETTERS = 40


def find_columns(cells: Sequence[str]) -> dict[str, int]:
    """Return the field -> the number of its column, of a row of headings."""
    best: dict[str, tuple[int, int]] = {}
    for column, heading in enumerate(cells):
        if known := FIELD_OF.get(NOT_LETTER.sub("", heading.casefold())):
            field, place = known
            best[field] = min(best.get(field, (place, column)), (place, column))
    return {field: column for field, (_, column) in best.items()}


def identifies(fields: Collection[str]) -> bool:
    """Return whether a row with these fields can tell which report it is of."""
    by_day = "authority" in fields and any(field in fields for field in DATE_FIELDS)
    return by_day or any(key in fields for key in ("sha256", "file", "source_url"))


def check_columns(name: str, headings: Sequence[str], fields: Collection[str]) -> None:
    """Raise Refused where columns with these headings make no catalogue: it names both."""
    if identifies(fields) and any(field in fields for field in FACT_FIELDS):
        return
    columns = ", ".join(shorten_headings(headings)) or "none with a heading"
    cause = f"has no columns of a catalogue; its columns are: {columns}"
    remedy = (
        "it needs one that tells which report a row is of (sha256, file, link, or authority with a "
        "date) and one that gives something (published, urn, link, title)"
    )
    raise Refused(name, cause, remedy)


def shorten_headings(headings: Sequence[str]) -> list[str]:
    """Return the headings that are not empty, as a message names them: the first ones, cut."""
    shown = [heading[:MAX_HEADING_LETTERS] for heading in headings if heading]
    more = len(shown) - MAX_HEADINGS_NAMED
    return [*shown[:MAX_HEADINGS_NAMED], f"{more} more"] if more > 0 else shown
