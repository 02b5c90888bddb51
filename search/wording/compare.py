"""Comparison of two wordings: the profile of each, and by how much their shares differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
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


def compare(
    engine: Engine, request: Request, other_query: str, budget: Budget = QUERY_BUDGET
) -> Comparison:
    """Return the wording of a request beside another one, under the filters of the request. Raise
    TooLong where one of the two takes longer than its budget.
    """
    left = profile(engine, request, budget)
    right = profile(engine, replace(request, query=other_query), budget)
    pairs = zip(left.grades, right.grades, strict=True)
    differences = tuple(difference(share, other) for share, other in pairs)
    return Comparison(left, right, difference(left.overall, right.overall), differences)


def difference(share: Share, other: Share) -> Difference:
    """Return the difference of two shares with limits by Newcombe's method 10 (1998)."""
    value = share.share - other.share
    low = sqrt((share.share - share.low) ** 2 + (other.high - other.share) ** 2)
    high = sqrt((share.high - share.share) ** 2 + (other.share - other.low) ** 2)
    few = share.few or other.few
    return Difference(share.value, share.label, value, value - low, value + high, few)
