"""Comparison of two wordings: the profile of each, and by how much their shares differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_wording
from search.model import Request
from search.wording.profile import Profile, Share, profile


@dataclass(frozen=True, slots=True)
class Difference:
    """The share of the one wording less that of the other, with 95 % limits, for a grade.

    `both` reports use the two wordings.
    """

    value: str
    label: str
    both: int
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
    requests = request, replace(request, query=other_query)
    left, right = (profile(engine, each, budget) for each in requests)
    plan, other_plan = (plan_wording(each, engine, budget) for each in requests)
    shared = engine.shared_usage(plan, other_plan)
    differences = tuple(
        difference(share, other, shared.by_grade.get(share.value, 0))
        for share, other in zip(left.grades, right.grades, strict=True)
    )
    return Comparison(
        left, right, difference(left.overall, right.overall, shared.reports), differences
    )


def difference(share: Share, other: Share, both: int) -> Difference:
    """Return the difference of two shares of the same reports, of which `both` use both wordings.

    The limits are those of Newcombe's method 10 for paired data (1998, Statistics in Medicine 17,
    2635-2650): both Wilson intervals, joined as the correlation of the two wordings asks.
    """
    value = share.share - other.share
    phi = correlation(share.using, other.using, both, share.of)
    few = share.few or other.few
    low = join_margins(share.share - share.low, other.high - other.share, phi)
    high = join_margins(share.high - share.share, other.share - other.low, phi)
    return Difference(share.value, share.label, both, value, value - low, value + high, few)


def correlation(using: int, using_other: int, both: int, of: int) -> float:
    """Return Newcombe's estimate of the phi coefficient of two wordings in `of` reports, from -1 to
    1: one above 0 is corrected for continuity. It is 0 where all reports, or none, use one of them.
    """
    variances = using * (of - using) * using_other * (of - using_other)
    if not variances:
        return 0.0
    covariance = float(both * of - using * using_other)
    if covariance > 0:
        covariance = max(0.0, covariance - of / 2)
    return covariance / sqrt(variances)


def join_margins(margin: float, other: float, phi: float) -> float:
    """Return the margin of a difference of two estimates with these margins and correlation."""
    return sqrt(max(0.0, margin**2 - 2 * phi * margin * other + other**2))
