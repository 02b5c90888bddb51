"""Shares of reports by grade, year and area, with Wilson's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Request
from search.wording import compare, concordance, distinctive, profile
from search.wording.profile import peak_year, share, wilson
from tests.search.clocks import AMPLE

TOWNS = ("ash", "bay", "box", "fir", "oak", "yew", "ivy", "rye")


@pytest.mark.parametrize(
    ("query", "shares"),
    [
        ('"too many"', {"good": (0, 2), "adequate": (1, 1), "inadequate": (2, 2)}),
        ('"robust oversight"', {"good": (1, 2), "adequate": (1, 1), "inadequate": (0, 2)}),
        ("timely plan", {"good": (0, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
        ("manager know", {"good": (1, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
        ("grade:good timely", {"good": (2, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
        ("unicorns", {"good": (0, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
        ('"in every report"', {"good": (0, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
    ],
)
def test_reports_of_each_grade_that_use_a_wording(wording_engine, query, shares):
    grades = profile(wording_engine, Request(query), AMPLE).grades
    assert {grade.value: (grade.using, grade.of) for grade in grades} == shares


@pytest.mark.parametrize(
    ("query", "use"),
    [
        ("timely", "use it"),
        ('"too many"', "use it"),
        ("the timely", "use it"),
        ("timely plan", "use it"),
        ("timely OR plan", "use it"),
        ("timely -plan", "have all of this in one paragraph"),
        ('"too many" timely', "have all of this in one paragraph"),
    ],
)
def test_reports_that_have_only_the_words_of_a_wording_are_not_said_to_use_it(
    wording_engine, query, use
):
    assert profile(wording_engine, Request(query), AMPLE).use == use


@pytest.mark.parametrize(
    ("query", "together", "apart"),
    [
        ("timely plan", 0, 3),
        ("plans timely", 0, 3),
        ("too many", 3, 0),
        ("robust oversight", 2, 1),
        ('"robust oversight"', 2, 0),
        ("oversight", 3, 0),
        ("grade:good robust oversight", 1, 1),
        ("the timely plan", 0, 3),  # function words stand in a phrase, and are not required apart
        ("not yet timely", 1, 0),  # but for a negator before its word
        ("(timely plan) OR wait", 3, 0),
        ("", 9, 0),
    ],
)
def test_words_typed_plain_are_a_phrase_and_counted_apart_as_such(
    wording_engine, query, together, apart
):
    profiled = profile(wording_engine, Request(query), AMPLE)
    assert (profiled.paragraphs, profiled.apart) == (together, apart)


@pytest.mark.parametrize(
    ("query", "inflected"),
    [
        ("robust oversight", True),
        ("Too many children wait", True),
        ("manager know", True),
        ("timely", True),
        ('"managers know"', False),
        ('"timely"', False),
        ('"plans timely"~3', None),
        ("timely -plan", None),
        ("time*", None),
        ("grade:good", None),
        ("", None),
    ],
)
def test_all_pages_on_a_wording_count_the_same(wording_engine, query, inflected):
    request = Request(query, filters={"year": ("2018", "2019", "2020", "2021")})
    profiled = profile(wording_engine, request, AMPLE)
    assert profiled.inflected is inflected
    compared = compare(wording_engine, request, query, AMPLE)
    assert compared.one == compared.other == profiled
    if inflected is not None:
        lines = concordance(wording_engine, request, inflected=inflected)
        counts = lines.paragraphs, lines.reports
        assert counts == (profiled.paragraphs, profiled.overall.using)
        assert profiled.paragraphs


def test_distinctive_phrases_are_counted_as_a_concordance_and_a_profile_do(build_engine):
    late = [
        (f"Plans drift far too long. So says {town}.", {"grade": "inadequate"}) for town in TOWNS
    ]
    other = " ".join(f"visit {number} was good" for number in range(100))
    reports = [
        (town, [text, f"{other} in {town}"], {}) for town, text in zip(TOWNS, late, strict=True)
    ]
    engine = build_engine(*reports, ("elm", ["Plans drift far now.", other], {}))
    request = Request("drift far", filters={"grade": ("inadequate",)})
    phrases = distinctive(engine, request, 5, AMPLE)
    assert phrases
    for phrase in phrases:
        lines = concordance(engine, phrase.request)
        assert (phrase.uses, phrase.reports) == (lines.occurrences, lines.reports)
        assert profile(engine, phrase.request, AMPLE).overall.using == phrase.reports


def test_lift_is_over_all_reports(wording_engine):
    profiled = profile(wording_engine, Request('"too many"'), AMPLE)
    assert (profiled.overall.using, profiled.overall.of) == (3, 5)
    inadequate = profiled.grades[-1]
    assert inadequate.lift == pytest.approx(1 / 0.6)
    assert inadequate.few


def test_years_and_areas(wording_engine):
    profiled = profile(wording_engine, Request('"too many"'), AMPLE)
    assert [(year.value, year.using) for year in profiled.years] == [
        ("2018", 0),
        ("2019", 0),
        ("2020", 1),
        ("2021", 1),
        ("2022", 1),
    ]
    assert profiled.first == "2020"
    assert profiled.peak is None  # no year has enough reports
    areas = [(area.value, area.using, area.of) for area in profiled.areas]
    assert areas == [("leadership", 3, 5)]


def test_a_wording_that_no_report_uses_has_no_lift_and_no_first_year(wording_engine):
    profiled = profile(wording_engine, Request("unicorns"), AMPLE)
    assert (profiled.first, profiled.paragraphs) == (None, 0)
    assert {grade.lift for grade in profiled.grades} == {None}


def test_filters_choose_the_reports_that_are_counted(wording_engine):
    request = Request('"too many"', filters={"year": ("2021", "2022")})
    overall = profile(wording_engine, request, AMPLE).overall
    assert (overall.using, overall.of) == (2, 2)


@pytest.mark.parametrize(
    ("years", "peak"),
    [
        ({"2019": (9, 9), "2020": (5, 10), "2021": (6, 10)}, "2021"),
        ({"2019": (5, 10), "2020": (5, 10)}, "2020"),
        ({"2019": (0, 10)}, None),
        ({}, None),
    ],
    ids=["of those with enough reports", "the later of two", "nobody uses it", "no years"],
)
def test_the_year_of_most_use(years, peak):
    assert peak_year([share(year, year, *counts, None) for year, counts in years.items()]) == peak


@pytest.mark.parametrize(
    ("using", "of", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilsons_limits(using, of, low, high):
    assert wilson(using, of) == pytest.approx((low, high), abs=1e-4)


@given(of=st.integers(1, 500), data=st.data())
def test_limits_are_around_the_share(of, data):
    using = data.draw(st.integers(0, of))
    low, high = wilson(using, of)
    assert 0 <= low <= using / of + 1e-9
    assert using / of - 1e-9 <= high <= 1


@pytest.mark.parametrize(
    ("query", "using", "paragraphs", "counted"),
    [
        ("caseloads", 1, 1, "paragraphs with caseloads"),
        ("workload", 1, 2, "paragraphs with workload"),
        ("looked after children", 1, 1, "paragraphs with looked after children"),
        ("caseloadz", 0, 0, "paragraphs with caseloadz"),
    ],
)
def test_another_wording_is_no_use_of_one(build_engine, query, using, paragraphs, counted):
    engine = build_engine(
        ("ash", ["Caseloads are high.", "Looked after children thrive."], {}),
        ("elm", ["Workloads fell.", "A workload.", "LAC are looked after."], {}),
        ("oak", ["Visits."], {}),
    )
    profiled = profile(engine, Request(query), AMPLE)
    assert (profiled.overall.using, profiled.paragraphs) == (using, paragraphs)
    assert profiled.overall.of == 3
    assert profiled.counted == counted
