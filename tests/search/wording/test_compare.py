"""Two wordings side by side, with the limits of their difference."""

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


def test_newcombes_limits():
    # Newcombe (1998), table II, method 10: 56/70 against 48/80.
    shares = share("", "", 56, 70, None), share("", "", 48, 80, None)
    limits = difference(*shares)
    assert (limits.low, limits.high) == pytest.approx((0.0524, 0.3339), abs=1e-4)


@pytest.mark.parametrize(("of", "of_other", "few"), [(9, 10, True), (10, 9, True), (10, 10, False)])
def test_a_difference_of_few_reports_says_so(of, of_other, few):
    shares = share("", "", 1, of, None), share("", "", 1, of_other, None)
    assert difference(*shares).few is few
