"""Two grades on one topic: what each says, and what the one says that the other does not."""

import pytest

from search.errors import BadRequest
from search.model import Request
from search.wording import compare_grades, concordance, frequent_grades
from tests.search.clocks import AMPLE
from tests.search.towns import reports

GRADES = ("good", "inadequate")
FURTHER = [
    # Under no judgement: the overall grade of the report counts.
    ("ned", [("Rooms drift.", {"grade": None})], {"overall": "good", "scale": "ofsted"}),
    (
        "sal",
        [("Rooms are safe.", {"grade": "inadequate", "polarity": "strength"})],
        {"scale": "cqc"},
    ),
    ("vic", [("Rooms.", {"grade": "adequate", "polarity": "weakness"})], {"withdrawn": "replaced"}),
]


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*reports(), *FURTHER)


def compare(engine, query, grades=GRADES, **fields):
    return compare_grades(engine, Request(query, **fields), grades, AMPLE)


def texts(side):
    return [one.phrase.text for one in side.phrases]


def test_each_side_has_its_counts_and_what_it_alone_says(engine):
    comparison = compare(engine, "town")
    assert (comparison.topic, comparison.scales) == ("town", ())
    good, inadequate = comparison.first, comparison.second
    assert (good.paragraphs, good.reports, good.of) == (12, 6, 7)
    assert (inadequate.paragraphs, inadequate.reports, inadequate.of) == (6, 6, 7)
    assert (good.few, good.too_few) == (True, False)
    assert texts(good) == ["highly effective town teams"]
    assert texts(inadequate) == []


def test_a_phrase_is_quoted_and_leads_to_just_its_uses(engine):
    (one,) = compare(engine, "town").first.phrases
    assert (one.left, one.match) == ("The", "highly effective town teams")
    assert one.right.startswith(". So says")
    lines = concordance(engine, one.phrase.request, within=one.phrase.within)
    assert (lines.occurrences, lines.reports) == (one.phrase.uses, one.phrase.reports) == (6, 6)


def test_the_words_of_a_topic_need_not_stand_together(engine):
    comparison = compare(engine, "town families")
    assert comparison.topic == "(town) (families)"
    assert (comparison.first.paragraphs, comparison.second.paragraphs) == (6, 6)


def test_the_grade_is_that_of_the_judgement_else_of_the_report(engine):
    comparison = compare(engine, "rooms")
    assert [side.paragraphs for side in (comparison.first, comparison.second)] == [1, 1]
    assert [side.too_few for side in (comparison.first, comparison.second)] == [True, True]
    assert comparison.scales == ("ofsted", "cqc")
    (polarity,) = comparison.second.polarities
    assert (polarity.value, polarity.label, polarity.count) == ("strength", "Strength", 1)


def test_with_too_few_on_one_side_no_phrase_is_told(engine):
    comparison = compare(engine, "town", ("good", "outstanding"))
    assert (comparison.second.paragraphs, comparison.second.of) == (0, 0)
    assert comparison.second.too_few
    assert texts(comparison.first) == []


def test_filters_apply_but_for_that_of_the_grade(engine):
    filters = {"grade": ("inadequate",), "authority": ("Elm",)}
    comparison = compare(engine, "", filters=filters)
    assert (comparison.first.reports, comparison.second.reports) == (1, 0)
    assert comparison.first.request.filters == {"authority": ("Elm",)}


def test_withdrawn_reports_count_where_they_are_taken_in(engine):
    grades = ("good", "adequate")
    assert compare(engine, "rooms", grades).second.paragraphs == 0
    assert compare(engine, "rooms", grades, withdrawn=True).second.paragraphs == 1


@pytest.mark.parametrize("grades", [(), ("good",), ("good", "good"), ("good", "a", "b")])
def test_two_different_grades_are_asked_for(engine, grades):
    with pytest.raises(BadRequest, match="two different grades"):
        compare(engine, "town", grades)


@pytest.mark.parametrize(
    ("query", "expected"), [("town", ["good", "inadequate"]), ("rooms", GRADES), ("unicorns", [])]
)
def test_the_grades_that_say_most_come_first(engine, query, expected):
    request = Request(query, filters={"grade": ("inadequate",)})
    assert frequent_grades(engine, request, AMPLE) == list(expected)


def test_the_search_of_a_side_finds_as_many_as_it_says(engine):
    for side in (compare(engine, "town").first, compare(engine, "families").second):
        assert side.search_total == side.paragraphs
        assert (side.search.widen, side.search.correct) == (False, False)
