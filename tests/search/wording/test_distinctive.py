"""Phrases that stand out in a result, with what is counted of each."""

from dataclasses import replace
from datetime import date

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
    assert phrase.ratio is None
    assert phrase.at_least > 1.5
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


OTHER = " ".join(f"word{number}" for number in range(200))
ALSO = [
    (
        f"also{number}",
        [(f"The highly effective town teams. {OTHER}", {"grade": None})],
        {"day": day},
    )
    for number, day in enumerate([date(2010, 1, 1), date(2011, 1, 1)])
]


@pytest.fixture(scope="module")
def more_towns(build_engine):
    return build_engine(*reports(), *ALSO)


@pytest.mark.parametrize(
    "request_",
    [
        Request(filters={"grade": ("good",)}),
        Request(filters={"grade": ("good",)}, since=date(2012, 1, 1), until=date(2030, 1, 1)),
        Request("effective", since=date(2011, 1, 1)),
        Request("effective -many", since=date(2012, 1, 1), withdrawn=True),
    ],
    ids=["a filter", "days", "a query", "a query of two parts"],
)
def test_the_concordance_of_a_phrase_has_just_the_uses_counted(more_towns, request_):
    phrases = distinctive(more_towns, request_, budget=AMPLE)
    assert phrases
    for phrase in phrases:
        lines = concordance(more_towns, phrase.request, within=phrase.within)
        assert (lines.occurrences, lines.reports) == (phrase.uses, phrase.reports)


def test_the_ratio_is_the_one_rate_over_the_other(more_towns):
    phrase, *_ = distinctive(more_towns, Request(filters={"grade": ("good",)}), budget=AMPLE)
    assert phrase.uses_elsewhere == 2
    assert phrase.ratio == pytest.approx(phrase.rate / phrase.rate_elsewhere)
    assert phrase.rate == pytest.approx(phrase.uses / phrase.words * 10_000)


def test_withdrawn_reports_are_not_compared_with_unless_asked_for(build_engine):
    withdrawn = [(name, texts, facts | {"withdrawn": "withdrawn"}) for name, texts, facts in ALSO]
    engine = build_engine(*reports(), *withdrawn)
    good = Request(filters={"grade": ("good",)})
    phrase, *_ = distinctive(engine, good, budget=AMPLE)
    assert (phrase.uses_elsewhere, phrase.of_elsewhere) == (0, 6)
    phrase, *_ = distinctive(engine, replace(good, withdrawn=True), budget=AMPLE)
    assert (phrase.uses_elsewhere, phrase.of_elsewhere) == (2, 8)
