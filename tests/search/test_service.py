"""The way in: a request to its page, paragraphs in context, and reports with their facts."""

from datetime import date

import pytest

from corpus.model import Doubt
from search import service
from search.errors import BadRequest
from search.model import Request
from search.service import search
from tests.index.reports import report
from tests.search.clocks import AMPLE, SPENT

HEALTH = {"themes": ("health",), "grade": "good"}
BOTH = {"themes": ("health", "education"), "grade": "inadequate"}


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(
        report(
            "ash",
            ("Plans for children are timely.", HEALTH),
            ("Plans are not yet timely.", BOTH),
            ("Leaders know their services.", {"grade": None}),
            day=date(2019, 5, 1),
            region="London",
            doubts=(Doubt("grade", "No grade is printed."),),
        ),
        report("elm", ("Plans are timely.", HEALTH), day=date(2021, 5, 1)),
        report("oak", "Plans are good.", "Timely help.", day=None),
    )


def ids(page):
    return [hit.paragraph.id for hit in page.hits]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request("children"), ["ash/p1"]),
        (Request('"not yet timely"'), ["ash/p2"]),
        (Request("plans", filters={"grade": ("inadequate",)}), ["ash/p2"]),
        (
            Request("plans", filters={"grade": ("inadequate", "good"), "theme": ("education",)}),
            ["ash/p2"],
        ),
        (Request("plans", filters={"report": ("elm",)}), ["elm/p1"]),
        (Request("plans", filters={"authority": ("ELM",)}), ["elm/p1"]),
        (Request("plans", filters={"authority": ("nowhere",)}), []),
        (Request("plans", since=date(2020, 1, 1)), ["elm/p1"]),
        (Request("plans", until=date(2019, 5, 1), sort="newest"), ["ash/p1", "ash/p2"]),
        (Request("plans", sort="newest"), ["elm/p1", "ash/p1", "ash/p2", "oak/p1"]),
        (Request("plans", sort="oldest"), ["ash/p1", "ash/p2", "elm/p1", "oak/p1"]),
        (Request("plans", sort="oldest", start=1, limit=2), ["ash/p2", "elm/p1"]),
        (Request("plans", sort="newest", unit="reports"), ["elm/p1", "ash/p1", "oak/p1"]),
        (
            Request("plans timely", match="any", filters={"report": ("oak",)}, sort="newest"),
            ["oak/p1", "oak/p2"],
        ),
        (Request("plans", limit=0), []),
    ],
    ids=lambda value: repr(value)[8:60] if isinstance(value, Request) else "",
)
def test_requests(engine, request_, expected):
    assert ids(search(engine, request_, AMPLE)) == expected


def test_totals_count_what_all_pages_show(engine):
    page = search(engine, Request("plans", limit=1), AMPLE)
    assert (page.total, page.reports, len(page.hits)) == (4, 3, 1)


@pytest.mark.parametrize(
    ("request_", "entries"),
    [(Request("plans"), 4), (Request("plans", once_per_report=True), 3)],
    ids=["paragraphs", "reports"],
)
def test_entries_are_counted_in_the_unit_that_is_listed(engine, request_, entries):
    assert search(engine, request_, AMPLE).entries == entries


def test_one_hit_a_report_tells_how_many_more(engine):
    page = search(engine, Request("plans", sort="newest", once_per_report=True), AMPLE)
    assert [hit.matches for hit in page.hits] == [1, 2, 1]


def counts(page, key):
    facet = next(facet for facet in page.facets if facet.key == key)
    return {
        value.value: (value.paragraphs, value.reports, value.selected) for value in facet.values
    }


def test_a_facet_is_counted_without_its_own_filter(engine):
    request = Request("plans", filters={"grade": ("inadequate",)}, facets=("grade", "theme"))
    page = search(engine, request, AMPLE)
    assert counts(page, "grade") == {"good": (3, 3, False), "inadequate": (1, 1, True)}
    assert counts(page, "theme") == {"health": (1, 1, False), "education": (1, 1, False)}


def test_a_selected_value_without_matches_stays(engine):
    request = Request("children", filters={"year": ("2021",)}, facets=("year",))
    page = search(engine, request, AMPLE)
    assert counts(page, "year") == {"2021": (0, 0, True), "2019": (1, 1, False)}


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Request(sort="best"), "sort has no value 'best'; choose from relevance"),
        (Request(match="none"), "match has no value 'none'"),
        (Request(unit="pages"), "unit has no value 'pages'"),
        (Request(facets=("colour",)), "no facet 'colour'"),
        (Request(facets=("report",)), "no facet 'report'"),
        (Request(filters={"colour": ("red",)}), "no filter 'colour'"),
        (Request(filters={"grade": ("red",)}), "grade has no value 'red'; choose from outstanding"),
        (Request(start=-1), "start must be 0 or more"),
        (Request(limit=5000), "limit from 0 to 1000"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_does_not_exist_is_refused(engine, request_, message):
    with pytest.raises(BadRequest, match=message):
        search(engine, request_, AMPLE)


def test_a_query_out_of_time_says_so(engine):
    page = search(engine, Request("plans", facets=("grade",)), SPENT)
    assert page.total == 0
    (diagnostic,) = page.diagnostics
    assert diagnostic.kind == "stopped"
    assert diagnostic.message == (
        "The search took too long and was stopped; make it more specific."
    )


def test_a_paragraph_stands_between_its_neighbours(engine):
    context = service.paragraph_in_context(engine, "ash/p2", around=1)
    paragraphs = (*context.before, context.paragraph, *context.after)
    assert [paragraph.id for paragraph in paragraphs] == ["ash/p1", "ash/p2", "ash/p3"]
    assert context.report.authority == "Ash"
    assert service.paragraph_in_context(engine, "ash/p9") is None


def test_reports_are_listed_newest_first_with_their_doubts(engine):
    entries = service.reports(engine)
    assert [entry.id for entry in entries] == ["elm", "ash", "oak"]
    assert [len(entry.doubts) for entry in entries] == [0, 1, 0]


def test_the_reports_on_an_authority_have_their_paragraphs(engine, build_engine):
    (ash,) = service.reports_on(engine, "Ash")
    assert ash.paragraphs[2].text == "Leaders know their services."
    assert service.reports_on(engine, "ash") == []
    twice = build_engine(
        report("old", "Plans.", day=date(2019, 1, 1), authority="Ash"),
        report("new", "Plans.", day=date(2021, 1, 1), authority="Ash"),
    )
    assert [report.id for report in service.reports_on(twice, "Ash")] == ["new", "old"]
