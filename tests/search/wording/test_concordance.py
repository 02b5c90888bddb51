"""Every occurrence of a phrase, aligned, sorted by what is beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import BadRequest
from search.model import Request
from search.wording import concordance
from search.wording.concordance import CONTEXT_CHARACTERS, left_context, right_context


def test_each_occurrence_is_a_line_and_reports_are_counted(wording_engine):
    lines = concordance(wording_engine, Request("robust oversight"))
    assert (lines.occurrences, lines.paragraphs, lines.reports) == (3, 2, 2)
    assert [line.match for line in lines.lines] == ["Robust oversight"] * 3


def test_a_line_says_where_it_is(wording_engine):
    (line,) = concordance(wording_engine, Request("not yet timely")).lines
    assert (line.left, line.match, line.right) == (
        "Plans are",
        "not yet timely",
        ". Too many children wait.",
    )
    assert (line.report, line.paragraph, line.section) == ("oak", "oak/p1", "Leadership")
    assert (line.authority, line.grade, line.dated.year) == ("Oak", "inadequate", 2020)


@pytest.mark.parametrize(
    ("phrase", "order", "expected"),
    [
        ("plans are", "right", ["fir", "oak", "ash", "elm"]),
        ("timely", "left", ["elm", "ash", "oak"]),
        ("too many", "date", ["yew", "fir", "oak"]),
    ],
)
def test_the_order_of_lines(wording_engine, phrase, order, expected):
    lines = concordance(wording_engine, Request(phrase), order).lines
    assert [line.report for line in lines] == expected


def test_boilerplate_is_not_counted(wording_engine):
    lines = concordance(wording_engine, Request("in every report"))
    assert (lines.occurrences, lines.in_boilerplate, lines.lines) == (0, 5, ())


def test_boilerplate_is_counted_where_asked(wording_engine):
    asked = Request("every report", filters={"grade": ("good",)})
    lines = concordance(wording_engine, asked, boilerplate=True)
    assert (lines.occurrences, lines.paragraphs, lines.in_boilerplate) == (2, 2, 2)
    assert len(lines.lines) == 2


@pytest.mark.parametrize(
    ("phrase", "within", "occurrences"),
    [
        ("robust", "", 4),
        ("robust", "oversight helps", 2),
        ("robust", '"plans are"', 1),
        ("robust", "plans -timely", 0),
        ("robust", "help", 2),
    ],
    ids=["everywhere", "side by side", "exact", "excluded", "inflected"],
)
def test_occurrences_within_what_has_another_wording(wording_engine, phrase, within, occurrences):
    assert concordance(wording_engine, Request(phrase), within=within).occurrences == occurrences


def test_filters_and_pages(wording_engine):
    filters = {"grade": ("inadequate",)}
    assert concordance(wording_engine, Request("too many children", filters=filters)).reports == 2
    first = concordance(wording_engine, Request("too many children", limit=1))
    rest = concordance(wording_engine, Request("too many children", start=1))
    assert first.occurrences == rest.occurrences == 3
    assert len({*first.lines, *rest.lines}) == 3


@pytest.mark.parametrize(
    ("phrase", "inflected", "occurrences"),
    [("plan is", False, 0), ("waiting", False, 0), ("waiting", True, 3)],
)
def test_inflections_where_asked(wording_engine, phrase, inflected, occurrences):
    lines = concordance(wording_engine, Request(phrase), inflected=inflected)
    assert (lines.phrase, lines.occurrences) == (phrase, occurrences)


@pytest.mark.parametrize(
    ("request_", "order"),
    [
        (Request("plans"), "up"),
        (Request("plans", start=-1), "right"),
        (Request("plans", limit=10**6), "right"),
        (Request("plans", filters={"colour": ("red",)}), "right"),
    ],
    ids=["order", "start", "limit", "filter"],
)
def test_what_does_not_exist_is_refused(wording_engine, request_, order):
    with pytest.raises(BadRequest, match=r"choose|must"):
        concordance(wording_engine, request_, order)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("", "", ""),
        ("late  and\nlater", "late and later", "late and later"),
        ("x" * CONTEXT_CHARACTERS, "x" * CONTEXT_CHARACTERS, "x" * CONTEXT_CHARACTERS),
        ("words " * 29 + "words", "words " * 12 + "words", "words " * 12 + "words"),
    ],
    ids=["nothing", "one line", "as much as is shown", "more than is shown"],
)
def test_context_is_cut_between_words(text, left, right):
    assert (left_context(text), right_context(text)) == (left, right)


@given(phrase=st.text())
def test_any_phrase_has_an_answer(wording_engine, phrase):
    lines = concordance(wording_engine, Request(phrase))
    assert lines.reports <= lines.paragraphs <= lines.occurrences
