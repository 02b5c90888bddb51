"""Keyness: ratios, limits and log-odds of phrases, as sure as their sources are many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.local.wording.keyness import compare_rates, highest_at_least, wilson_lowest
from search.local.wording.phrases import Uses

ALIKE = 10_000, 10_000
counts = st.lists(st.integers(1, 9), max_size=12)
words = st.tuples(st.integers(100, 10_000), st.integers(100, 10_000))


def uses(*of_sources):
    """The uses of one phrase, by each source that has any."""
    squares = sum(count**2 for count in of_sources)
    return Uses(*(np.array([n]) for n in (sum(of_sources), squares, len(of_sources))))


def compare(here, elsewhere, words):
    keyness = compare_rates(uses(*here), uses(*elsewhere), words)
    return keyness.ratio[0], keyness.at_least[0], keyness.log_odds[0]


def test_the_formulas_by_hand():
    ratio, at_least, log_odds = compare([1] * 10, [1] * 5, (1000, 3000))
    assert ratio == pytest.approx((10 / 1000) / (5 / 3000))
    # Half a use is shared as words are: 10.125 of 1,000 words here, 5.375 of 3,000 elsewhere.
    smoothed = (10.125 / 1000) / (5.375 / 3000)
    assert log_odds == pytest.approx(np.log(smoothed) / np.sqrt(1 / 10.125 + 1 / 5.375))
    lowest = at_least / (at_least + 3)  # of the 15.5 uses, the share that are here
    assert lowest == pytest.approx(wilson_lowest(np.array([10.125 / 15.5]), np.array([15.5]))[0])


@given(st.floats(0.01, 0.99), st.floats(0.5, 1000))
def test_the_limit_is_the_lowest_share_that_a_score_test_does_not_reject(share, size):
    """Wilson 1927: so many standard deviations of its own below the share."""
    lowest = wilson_lowest(np.array([share]), np.array([size]))[0]
    assert 0 < lowest < share
    assert share - lowest == pytest.approx(1.644854 * np.sqrt(lowest * (1 - lowest) / size))


@pytest.mark.parametrize(
    ("here", "elsewhere", "sign"),
    [([1] * 20, [1] * 5, 1), ([1] * 5, [1] * 20, -1), ([1] * 9, [1] * 9, 0)],
    ids=["more here", "more elsewhere", "alike"],
)
def test_the_sign_of_log_odds_says_where_a_phrase_is_used_more(here, elsewhere, sign):
    assert np.sign(round(compare(here, elsewhere, ALIKE)[2], 9)) == sign


def test_a_phrase_that_one_source_repeats_is_less_sure_than_one_of_many_sources():
    one, many = compare([16, 1, 1, 1, 1], [1] * 5, ALIKE), compare([4] * 5, [1] * 5, ALIKE)
    assert one[0] == many[0]
    assert one[1] < many[1]
    assert 0 < one[2] < many[2]


def test_what_is_longer_here_is_not_used_more_often():
    assert compare([1] * 40, [1] * 10, (40_000, 10_000))[0] == pytest.approx(1)


@given(counts.filter(bool), counts, words)
def test_the_ratio_is_above_its_limit_and_no_source_can_raise_it(here, elsewhere, words):
    ratio, at_least, log_odds = compare(here, elsewhere, words)
    assert 0 < at_least < ratio
    assert (ratio < np.inf) == bool(sum(elsewhere))
    assert (log_odds > 0) == (ratio > 1)
    totals = np.array([sum(here)]), np.array([sum(elsewhere)])
    assert at_least <= highest_at_least(*totals, words)[0] * (1 + 1e-9)
