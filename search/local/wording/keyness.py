"""Keyness: how much more often one set of reports uses a phrase than another, in two measures.

Both are over reports, not occurrences. The log-likelihood ratio G2 (Dunning 1993) says how sure a
difference is; the weighted log-odds with an informative prior (Monroe, Colaresi and Quinn 2008,
"Fightin' Words", equation 22) ranks, because it favours neither rare nor common phrases.
"""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array

PRIOR_SHARE = 0.1  # of all reports: the weight of a phrase's overall use before it is compared
SIGNIFICANT = 3.84  # of G2, 95 % of a chi-square with one degree: less may well be chance


def log_odds(here: Array, elsewhere: Array, reports_here: int, reports_elsewhere: int) -> Array:
    """Return the weighted log-odds of phrases in standard deviations, float64.

    `here` and `elsewhere` are the reports that use each, of so many in all.
    """
    reports = reports_here + reports_elsewhere
    weight = PRIOR_SHARE * reports
    prior = weight * (here + elsewhere) / max(reports, 1)
    others = weight - prior
    inside, outside = here + prior, elsewhere + prior
    odds = np.log(inside / (reports_here + others - here + 1)) - np.log(
        outside / (reports_elsewhere + others - elsewhere + 1)
    )
    deviations: Array = odds / np.sqrt(1 / inside + 1 / outside)
    return deviations


def log_likelihood(
    here: Array, elsewhere: Array, reports_here: int, reports_elsewhere: int
) -> Array:
    """Return G2 of the two-by-two tables of reports with and without each phrase, float64."""
    total = np.zeros(len(here))
    share = (here + elsewhere) / max(reports_here + reports_elsewhere, 1)
    for using, reports in ((here, reports_here), (elsewhere, reports_elsewhere)):
        for count, expected in (
            (using, reports * share),
            (reports - using, reports * (1 - share)),
        ):
            with np.errstate(divide="ignore", invalid="ignore"):
                total += np.where(count > 0, count * np.log(count / expected), 0.0)
    return 2 * total
