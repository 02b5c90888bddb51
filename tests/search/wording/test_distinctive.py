"""Phrases that stand out in a result, with what is counted of each."""

import pytest

from search.model import Request
from search.wording import concordance, distinctive
from tests.search.clocks import AMPLE
from tests.search.towns import reports


@pytest.fixture(scope="module")
def towns(build_engine):
    return build_engine(*reports())


def test_what_stands_out_in_a_grade(towns):
    request = Request(filters={"grade": ("inadequate",)})
    (phrase,) = distinctive(towns, request, budget=AMPLE)
    assert phrase.text == "too many children wait long"
    assert (phrase.reports, phrase.of, phrase.elsewhere, phrase.of_elsewhere) == (6, 6, 0, 6)
    assert (phrase.uses, phrase.uses_elsewhere) == (6, 0)
    assert phrase.words == phrase.words_elsewhere == 6 * 22
    assert (phrase.rate, phrase.rate_elsewhere) == (6 / 132 * 10_000, 0)
    assert 1.5 < phrase.at_least < phrase.ratio
    assert phrase.log_odds > 0


def test_a_phrase_leads_to_its_concordance(towns):
    request = Request(filters={"grade": ("good",)})
    (phrase,) = distinctive(towns, request, budget=AMPLE)
    assert phrase.request == Request(f'"{phrase.text}"', filters=request.filters)
    assert concordance(towns, phrase.request).reports == phrase.reports


@pytest.mark.parametrize("request_", [Request('"as oak says"'), Request()], ids=["few", "all"])
def test_what_all_use_or_too_few_use_does_not_stand_out(towns, request_):
    assert distinctive(towns, request_, budget=AMPLE) == ()


def test_no_more_than_the_limit(towns):
    assert distinctive(towns, Request(filters={"grade": ("good",)}), 0, AMPLE) == ()
