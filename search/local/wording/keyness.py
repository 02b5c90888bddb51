"""Keyness: how much more often a phrase is used in one set of paragraphs than in all others.

The sets have no paragraph in common, and rates are uses per word. The weighted log-odds with an
informative prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words") rank, because they favour
neither rare nor common phrases. The effect is the ratio of both rates as they were counted (Hardie
2014); its lower limit comes from the Wilson interval (1927) of the share of a phrase's uses that
are here, with the prior ones.

Both are as sure as the sources that use a phrase are many: a source that repeats it a hundred times
is one witness. So the variance of a rate is that of a sum over sources, not over uses, by which the
uses shrink to their effective sample size (Kish 1965).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array
from search.local.wording.phrases import Uses

PRIOR_USES = 0.5  # added to those of each phrase, shared between both sets as words are
Z = 1.644854  # 95 % of a normal distribution lie below so many standard deviations


@dataclass(frozen=True, slots=True)
class Keyness:
    """For each phrase, float64: the `ratio` of its rate here to that elsewhere, what the ratio is
    `at_least` with 95 % confidence, and the weighted `log_odds` in standard deviations. Of what is
    used only here the ratio is infinite.
    """

    ratio: Array
    at_least: Array
    log_odds: Array

    def take(self, rows: Array) -> Keyness:
        """Return that of some phrases."""
        return Keyness(self.ratio.take(rows), self.at_least.take(rows), self.log_odds.take(rows))


def compare_rates(here: Uses, elsewhere: Uses, words: tuple[int, int]) -> Keyness:
    """Return the keyness of phrases used so often in `words` here and elsewhere, both above 0."""
    share_here = words[0] / sum(words)
    uses_here, variance_here = rate(here, PRIOR_USES * share_here)
    uses_elsewhere, variance_elsewhere = rate(elsewhere, PRIOR_USES * (1 - share_here))
    variance = variance_here + variance_elsewhere
    words_ratio = words[1] / words[0]
    log_odds = np.log(uses_here / uses_elsewhere * words_ratio) / np.sqrt(variance)
    share = uses_here / (uses_here + uses_elsewhere)
    lowest = wilson_lowest(share, 1 / (share * (1 - share) * variance))
    with np.errstate(divide="ignore"):
        ratio = here.total / elsewhere.total * words_ratio
    return Keyness(ratio, lowest / (1 - lowest) * words_ratio, log_odds)


def highest_at_least(here: Array, elsewhere: Array, words: tuple[int, int]) -> Array:
    """Return what the ratio of phrases is at least, used so often in all, if no source uses any of
    them twice; if some do, it is less.
    """
    once_here, once_elsewhere = (Uses(total, total, total) for total in (here, elsewhere))
    return compare_rates(once_here, once_elsewhere, words).at_least


def rate(counts: Uses, prior: float) -> tuple[Array, Array]:
    """Return the uses of phrases with the prior ones, and the variance of their logarithm: 1 over
    Kish's effective sample size.
    """
    uses = counts.total + prior
    return uses, (counts.squares + prior) / uses**2


def wilson_lowest(share: Array, size: Array) -> Array:
    """Return Wilson's lower 95 % limit of shares of samples of some `size`, above 0."""
    middle = share + Z**2 / (2 * size)
    spread = Z * np.sqrt(share * (1 - share) / size + Z**2 / (4 * size**2))
    lowest: Array = (middle - spread) / (1 + Z**2 / size)
    return lowest
