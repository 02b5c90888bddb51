"""Two wordings side by side, with the limits of their difference."""

import pytest

from search.model import Request
from search.wording import compare
from search.wording.compare import difference
from search.wording.profile import share


def test_two_wordings_side_by_side(wording_engine):
    found = compare(wording_engine, Request('"robust oversight"'), '"too many"')
    assert [one.using for one in found.one.grades] == [1, 1, 0]
    assert [one.using for one in found.other.grades] == [0, 1, 2]
    assert [one.difference for one in found.grades] == pytest.approx([0.5, 0.0, -1.0])
    assert found.overall.difference == pytest.approx(-0.2)


def test_newcombes_limits():
    # Newcombe (1998), table II, method 10: 56/70 against 48/80.
    found = difference(share("", "", 56, 70, None), share("", "", 48, 80, None))
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=1e-4)
