"""Find the row of a catalogue that is of a report: by its content, its file, or its day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from corpus.catalogue.file_names import name_key, unique_url_name, url_name
from corpus.catalogue.headings import DATE_FIELDS
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.model import Report
from corpus.understanding.authorities import find_authority, make_name_key


class DayKey(NamedTuple):
    """An authority, and one of the dates of a report on it: `field` tells which."""

    authority: str
    field: str
    day: date


class CatalogueIndex:
    """Finds the rows of a `catalogue` that are of a report."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        rows = catalogue.rows
        self._by_sha: defaultdict[str, list[CatalogueRow]] = defaultdict(list)
        self._by_file: defaultdict[str, list[CatalogueRow]] = defaultdict(list)
        self._by_day: defaultdict[DayKey, list[CatalogueRow]] = defaultdict(list)
        urls = {row.source_url for row in rows if row.source_url and not row.file}
        shared = Counter(name_key(url_name(url)) for url in urls)
        for row in rows:
            if row.sha256:
                self._by_sha[row.sha256].append(row)
            for name in file_keys(row, shared):
                self._by_file[name].append(row)
            for key in day_keys(row):
                self._by_day[key].append(row)

    def find(self, report: Report) -> tuple[CatalogueRow, ...]:
        """Return the rows that are of a report: none, one, or several that say different things.

        Its content counts before its file's name, and that before its authority with a date.
        `report` is as its file prints it.
        """
        file = report.source.file.replace("\\", "/").rpartition("/")[2]
        rows = (
            self._by_sha.get(report.source.sha256)
            or self._by_file.get(file.casefold())
            or self._by_file.get(name_key(file))
            or [row for key in day_keys(report) for row in self._by_day.get(key, ())]
        )
        return tuple({replace(row, line=0): row for row in reversed(rows)}.values())[::-1]


def file_keys(row: CatalogueRow, shared: Counter[str]) -> Iterator[str]:
    """Yield the names that the file of a row goes by, in lower case.

    Where no column names it, it is that of its address, under which `corpus.fetching` keeps it; a
    plain name that addresses have `shared` is nobody's.
    """
    if row.file:
        yield row.file.casefold()
    elif row.source_url:
        yield name_key(unique_url_name(row.source_url))
        plain = name_key(url_name(row.source_url))
        if shared[plain] == 1:
            yield plain


def day_keys(subject: CatalogueRow | Report) -> Iterator[DayKey]:
    """Yield the authority of a row or a report with each of its dates."""
    if subject.authority:
        authority = authority_key(subject.authority)
        for field in DATE_FIELDS:
            if day := getattr(subject, field):
                yield DayKey(authority, field, day)


def authority_key(name: str) -> str:
    """Return what all names of one authority share."""
    listed = find_authority(name)
    return listed.name if listed else make_name_key(name) or name.casefold()
