"""Two wordings side by side: what each goes with, and by how much their shares differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from index.snapshot import Snapshot
from search.model import Request
from search.wording.profile import Profile, Share, profile


@dataclass(frozen=True, slots=True)
class Difference:
    """The share of the one wording less that of the other, with 95 % limits, for a grade."""

    value: str
    label: str
    difference: float
    low: float
    high: float
    few: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The profiles of two wordings under the same filters, and the difference in each grade."""

    one: Profile
    other: Profile
    overall: Difference
    grades: tuple[Difference, ...]


def compare(snapshot: Snapshot, request: Request, other: str) -> Comparison:
    """Return the wording of a Request beside an `other` one, under the filters of the Request."""
    left, right = profile(snapshot, request), profile(snapshot, replace(request, query=other))
    grades = zip(left.grades, right.grades, strict=True)
    differences = tuple(difference(one, two) for one, two in grades)
    return Comparison(left, right, difference(left.overall, right.overall), differences)


def difference(one: Share, other: Share) -> Difference:
    """Return the difference of two shares with limits by Newcombe's method 10 (1998)."""
    found = one.share - other.share
    low = sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2)
    high = sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2)
    return Difference(one.value, one.label, found, found - low, found + high, one.few or other.few)
