"""Keyness by the published formulas."""

import numpy as np
import pytest

from search.local.wording.keyness import log_likelihood, log_odds


def test_g2_is_dunnings():
    # Two by two: 10 of 30 here, 5 of 70 elsewhere.
    assert log_likelihood(np.array([10]), np.array([5]), 30, 70)[0] == pytest.approx(
        10.326, abs=0.01
    )


@pytest.mark.parametrize(
    ("here", "elsewhere", "sign"),
    [(20, 5, 1), (5, 20, -1), (10, 10, 0)],
    ids=["more here", "more elsewhere", "alike"],
)
def test_the_sign_of_log_odds_says_where_a_phrase_is_used_more(here, elsewhere, sign):
    odds = log_odds(np.array([here]), np.array([elsewhere]), 40, 40)[0]
    assert np.sign(round(odds, 9)) == sign
