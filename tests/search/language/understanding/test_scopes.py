"""Names and dates in a query: what they ask for, and what is left of the query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.understanding.scopes import find_scopes

NAMES = {
    "authority": (
        *("Hounslow", "Kent", "Surrey", "Derby", "York", "Reading", "Bury", "Lincolnshire"),
        *("North East Lincolnshire", "Brighton and Hove", "Kingston upon Hull", "Marrowdale Vale"),
    ),
    "region": ("North East", "London", "Yorkshire and the Humber"),
    "framework": ("ilacs", "focused-visit"),
    "grade": ("outstanding", "good", "inadequate"),
}


def scopes_of(query):
    return find_scopes(query, lambda field: NAMES.get(field, ()))


@pytest.mark.parametrize(
    ("query", "text", "filters", "rest"),
    [
        (
            "neglect in Hounslow since 2020",
            "reports on Hounslow, since 2020",
            {"authority": ("Hounslow",)},
            "neglect",
        ),
        (
            "Kent care leavers 2019",
            "reports on Kent, in 2019",
            {"authority": ("Kent",)},
            "care leavers",
        ),
        ("kent's drift", "reports on Kent", {"authority": ("Kent",)}, "drift"),
        ("drift in Kent County Council", "reports on Kent", {"authority": ("Kent",)}, "drift"),
        ("reports on Kent", "reports on Kent", {"authority": ("Kent",)}, ""),
        (
            "what do reports on Kent say about drift",
            "reports on Kent",
            {"authority": ("Kent",)},
            "what do reports say about drift",
        ),
        (
            "drift in the London Borough of Hounslow",
            "reports on Hounslow",
            {"authority": ("Hounslow",)},
            "drift",
        ),
        (
            "drift in Kent and Surrey",
            "reports on Kent or Surrey",
            {"authority": ("Kent", "Surrey")},
            "drift",
        ),
        (
            "drift, Kent, Surrey",
            "reports on Kent or Surrey",
            {"authority": ("Kent", "Surrey")},
            "drift",
        ),
        (
            "Brighton & Hove",
            "reports on Brighton and Hove",
            {"authority": ("Brighton and Hove",)},
            "",
        ),
        (
            "drift in Hull",
            "reports on Kingston upon Hull",
            {"authority": ("Kingston upon Hull",)},
            "drift",
        ),
        (
            "drift in North East Lincolnshire",
            "reports on North East Lincolnshire",
            {"authority": ("North East Lincolnshire",)},
            "drift",
        ),
        ("drift in the North East", "reports in North East", {"region": ("North East",)}, "drift"),
        ("london drift", "reports in London", {"region": ("London",)}, "drift"),
        ("Marrowdale Vale", "reports on Marrowdale Vale", {"authority": ("Marrowdale Vale",)}, ""),
        (
            "ilacs",
            "reports under the framework Inspection of local authority children's services"
            " (2018 on)",
            {"framework": ("ilacs",)},
            "",
        ),
        ("good", "paragraphs graded good", {"grade": ("good",)}, ""),
        (
            "drift judged inadequate",
            "paragraphs graded inadequate",
            {"grade": ("inadequate",)},
            "drift",
        ),
        ("drift in good authorities", "paragraphs graded good", {"grade": ("good",)}, "drift"),
        ("Bury since 2019", "reports on Bury, since 2019", {"authority": ("Bury",)}, ""),
        ("drift in bury 2019", "reports on Bury, in 2019", {"authority": ("Bury",)}, "drift"),
        ("drift in Reading", "reports on Reading", {"authority": ("Reading",)}, "drift"),
        ('"too late" in Kent', "reports on Kent", {"authority": ("Kent",)}, '"too late"'),
    ],
)
def test_one_scope(query, text, filters, rest):
    (scope,) = scopes_of(query)
    assert (scope.text, dict(scope.filters), scope.rest) == (text, filters, rest)


def test_dates_are_limits():
    (scope,) = scopes_of("drift before 2018")
    assert (scope.since, scope.until, scope.rest) == (None, date(2017, 12, 31), "drift")


@pytest.mark.parametrize(
    ("query", "since", "until", "rest"),
    [
        ("neglect from 3 May 2019", date(2019, 5, 3), None, "neglect"),
        (
            "neglect in Kent since 2020 and before 2023",
            date(2020, 1, 1),
            date(2022, 12, 31),
            "neglect",
        ),
        ("since 2018, neglect in Kent", date(2018, 1, 1), None, "neglect"),
        ("the 2019 inspection of Kent", date(2019, 1, 1), date(2019, 12, 31), "inspection"),
        ("Kent and drift since 2018", date(2018, 1, 1), None, "drift"),
        ("moving to Kent, 3/5/2019", date(2019, 5, 3), date(2019, 5, 3), "moving"),
    ],
)
def test_what_is_left_of_the_query_reads_well(query, since, until, rest):
    (scope,) = scopes_of(query)
    assert (scope.since, scope.until, scope.rest) == (since, until, rest)


def test_a_grade_is_offered_beside_what_is_sure():
    sure, graded = scopes_of("inadequate leadership in the North East before 2018")
    assert (sure.text, sure.rest) == ("reports in North East, before 2018", "inadequate leadership")
    assert graded.text == "paragraphs graded inadequate, in North East, before 2018"
    assert (graded.rest, graded.until) == ("leadership", date(2017, 12, 31))
    assert dict(graded.filters) == {"grade": ("inadequate",), "region": ("North East",)}


def test_years_that_do_not_follow_one_another_are_a_filter():
    (scope,) = scopes_of("drift in 2018 and 2020 in Kent")
    assert dict(scope.filters) == {"authority": ("Kent",), "year": ("2018", "2020")}
    assert (scope.text, scope.rest) == ("reports on Kent, in 2018 or 2020", "drift")
    assert scope.is_dated


@pytest.mark.parametrize(
    "query",
    [
        *("", "drift", "Kentish", "Yorkshire", "North Yorkshire", "Derbyshire", "West York"),
        *("North Lincolnshire", "reading and writing", "Reading is taught", "progress in reading"),
        *("bury", "good leadership", "outstanding practice", "not inadequate", "leeds drift"),
        *("drift OR Kent", "-Kent drift", "(Kent)", "authority:Kent", '"in Kent"', "Kent*"),
        *("drift except Kent", "drift outside Kent", "outside Kent drift", "drift not in Kent"),
        *("drift other than in the London Borough of Hounslow", "drift without Kent and Surrey"),
        *("drift Kent excluded", "drift not 2019", "drift except in 2019 and 2020", "no ilacs"),
        *("drift in London except Kent", "drift since 2020 apart from Kent", "except leeds 2019"),
        *("children act 1989", "jtai", "👍"),
        *("drift except since 2018 and before 2020", "drift not on 3 May 2019"),
        *("drift apart from the last 3 years", "drift apart from 2019"),
        # Something would be left that needs the name.
        *("drift after Kent's 2019 inspection", "worse than Kent", "between Kent and Surrey"),
    ],
)
def test_what_is_no_scope(query):
    assert scopes_of(query) == ()


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(["Kent", "and", "in", "2019", "good"])).map(" ".join)
    )
)
def test_any_query_can_be_asked(query):
    for scope in scopes_of(query):
        assert scope.filters or scope.since or scope.until
        assert len(scope.rest) <= len(query)
