"""What a wording goes with: the share of reports of each grade, year and area that use it.

Reports are counted, not paragraphs, because one report repeats itself. Shares come with Wilson's
95 % interval (Wilson 1927; Brown, Cai and DasGupta 2001) and the lift over all reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from corpus.model import AREAS, GRADES
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.local.wording_corpus import GRADE_NAMES, WordingCorpus, ground
from search.model import Request

Z = 1.959964  # 95 % of a normal distribution lie within so many deviations
FEW = 10  # of fewer reports than these a share says little


@dataclass(frozen=True, slots=True)
class Share:
    """Of `of` reports with a value, `using` use the wording; `low` and `high` are Wilson's limits.

    `lift` is the share over that of all reports, None where no report uses it; `few` warns that
    the reports are fewer than FEW.
    """

    value: str
    label: str
    using: int
    of: int
    share: float
    low: float
    high: float
    lift: float | None
    few: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """What a query goes with. `overall` is the base rate: the share of all reports.

    A report counts for a grade where a paragraph that stands under it uses the wording: the grade
    of the section's judgement, else the report's. `first` is the first year of use, `peak` the
    year with the highest share among those of at least FEW reports.
    """

    request: Request
    paragraphs: int
    overall: Share
    grades: tuple[Share, ...]
    years: tuple[Share, ...]
    areas: tuple[Share, ...]
    first: str | None
    peak: str | None


def profile(snapshot: Snapshot, request: Request) -> Profile:
    """Return the profile of a query among the reports that the filters let through."""
    floor = ground(snapshot)
    _, docs = floor.asked(request)
    among = np.flatnonzero(floor.own)
    among = among[floor.let_through(request, among)]
    using, of = (len(np.unique(floor.report_of[some])) for some in (docs, among))
    overall = share("", "All reports", using, of, None)
    years = by_year(floor, docs, among, overall)
    return Profile(
        request,
        len(docs),
        overall,
        by_grade(floor, docs, among, overall),
        years,
        by_area(floor, docs, among, overall),
        min((one.value for one in years if one.using), default=None),
        peak(years),
    )


def peak(years: Sequence[Share]) -> str | None:
    """Return the year whose reports use the wording most, of those that have enough reports."""
    known = [one for one in years if one.using and not one.few]
    return max(known, key=lambda one: (one.share, one.value)).value if known else None


def by_grade(floor: WordingCorpus, docs: Array, among: Array, overall: Share) -> tuple[Share, ...]:
    """Return the share of each grade that any report has."""
    names = [(GRADE_NAMES.index(grade.key), grade.key, grade.label) for grade in GRADES]
    return shares(floor, floor.grades, names, docs, among, overall)


def by_area(floor: WordingCorpus, docs: Array, among: Array, overall: Share) -> tuple[Share, ...]:
    """Return the share of each area that any report has."""
    held, codes = floor.snapshot.codes("area")
    names = [(held.index(area.key), area.key, area.label) for area in AREAS if area.key in held]
    return shares(floor, codes, names, docs, among, overall)


def by_year(floor: WordingCorpus, docs: Array, among: Array, overall: Share) -> tuple[Share, ...]:
    """Return the share of each year that any report has, oldest first."""
    held, codes = floor.snapshot.codes("year")
    names = sorted((str(name), code) for code, name in enumerate(held) if code)
    return shares(floor, codes, [(code, name, name) for name, code in names], docs, among, overall)


def shares(
    floor: WordingCorpus,
    codes: Array,
    names: Sequence[tuple[int, str, str]],
    docs: Array,
    among: Array,
    overall: Share,
) -> tuple[Share, ...]:
    """Return the shares of the (code, value, label)s of `names` that a report of `among` has."""
    using, of = (reports(floor, codes, some) for some in (docs, among))
    return tuple(
        share(value, label, int(using[code]), int(of[code]), overall)
        for code, value, label in names
        if code < len(of) and of[code]
    )


def reports(floor: WordingCorpus, codes: Array, docs: Array) -> Array:
    """Return how many reports have a paragraph of each code among `docs`, int64."""
    size = int(codes.max(initial=0)) + 1
    pairs = np.unique(floor.report_of[docs].astype(np.int64) * size + codes[docs])
    return np.bincount(pairs % size, minlength=size)


def share(value: str, label: str, using: int, of: int, overall: Share | None) -> Share:
    """Return the Share of `using` out of `of`."""
    found = using / of if of else 0.0
    base = overall.share if overall else found
    lift = found / base if base else None
    return Share(value, label, using, of, found, *wilson(using, of), lift, of < FEW)


def wilson(using: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % limits of the share `using` out of `of`; 0 and 1 for none."""
    if not of:
        return 0.0, 1.0
    found = using / of
    middle = found + Z * Z / (2 * of)
    spread = Z * sqrt(found * (1 - found) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
