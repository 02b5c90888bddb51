"""Two wordings side by side, with the limits of their difference."""

from itertools import product
from math import factorial, prod

import pytest

from search.model import Request
from search.wording import compare
from search.wording.compare import difference
from search.wording.profile import share
from tests.search.clocks import AMPLE


def test_two_wordings_side_by_side(wording_engine):
    comparison = compare(wording_engine, Request('"robust oversight"'), '"too many"', AMPLE)
    assert [share.using for share in comparison.one.grades] == [1, 1, 0]
    assert [share.using for share in comparison.other.grades] == [0, 1, 2]
    differences = [grade.difference for grade in comparison.grades]
    assert differences == pytest.approx([0.5, 0.0, -1.0])
    assert comparison.overall.difference == pytest.approx(-0.2)


def test_both_wordings_are_counted_under_the_filters(wording_engine):
    request = Request('"robust oversight"', filters={"year": ("2018", "2022")})
    comparison = compare(wording_engine, request, '"too many"', AMPLE)
    assert (comparison.one.overall.using, comparison.one.overall.of) == (2, 2)
    assert (comparison.other.overall.using, comparison.other.overall.of) == (1, 2)


def test_reports_that_use_both_wordings_are_counted(wording_engine):
    comparison = compare(wording_engine, Request('"timely"'), '"plans"', AMPLE)
    assert comparison.overall.both == 3
    assert [grade.both for grade in comparison.grades] == [2, 0, 1]


@pytest.mark.parametrize(
    ("cells", "limits"),
    [
        # Bentur and others 2009, by method 10 in Fagerland, Lydersen and Laake (2014).
        ((1, 1, 7, 12), (-0.507, -0.026)),
        # By hand: no report uses one of the two, so that they are as if independent.
        ((0, 0, 5, 5), (-0.763, -0.117)),
        ((0, 0, 0, 10), (-0.278, 0.278)),
        # Always together: without a difference there is nearly no doubt of it.
        ((50, 0, 0, 50), (-0.019, 0.019)),
        # Never together.
        ((0, 50, 50, 0), (-0.192, 0.192)),
    ],
)
def test_newcombes_limits_for_paired_data(cells, limits):
    """Of reports: with both wordings, with one alone, with the other alone, with neither."""
    both, one, other, _ = cells
    of = sum(cells)
    shares = share("", "", both + one, of, None), share("", "", both + other, of, None)
    paired = difference(*shares, both)
    assert (paired.low, paired.high) == pytest.approx(limits, abs=1e-3)
    turned = difference(*reversed(shares), both)
    assert (turned.low, turned.high) == pytest.approx((-paired.high, -paired.low))


def test_the_limits_hold_the_difference_95_times_of_100():
    """Over all tables of 30 reports whose wordings go together, weighed by their probability."""
    chances = (0.4, 0.15, 0.05, 0.4)
    covered = 0.0
    for both, one, other in product(range(31), repeat=3):
        neither = 30 - both - one - other
        if neither < 0:
            continue
        cells = (both, one, other, neither)
        probability = multinomial(cells) * prod(
            chance**count for chance, count in zip(chances, cells, strict=True)
        )
        shares = share("", "", both + one, 30, None), share("", "", both + other, 30, None)
        limits = difference(*shares, both)
        covered += probability * (limits.low <= 0.1 <= limits.high)
    assert 0.93 < covered < 0.98


def multinomial(cells):
    """In how many orders so many of each kind can stand."""
    return factorial(sum(cells)) // prod(map(factorial, cells))


@pytest.mark.parametrize(("of", "few"), [(9, True), (10, False)])
def test_a_difference_of_few_reports_says_so(of, few):
    shares = share("", "", 1, of, None), share("", "", 1, of, None)
    assert difference(*shares, 1).few is few
