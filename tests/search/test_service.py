from datetime import date

import pytest

from search import service
from search.budget import Budget
from search.errors import BadRequest
from search.local import answer
from search.model import Request
from search.service import search
from tests.index.reports import report
from tests.search.worlds import index_engine

HEALTH = {"themes": ("health",), "grade": "good"}
BOTH = {"themes": ("health", "education"), "grade": "inadequate"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return index_engine(
        tmp_path_factory.mktemp("data"),
        report(
            "ash",
            ("Plans for children are timely.", HEALTH),
            ("Plans are not yet timely.", BOTH),
            ("Leaders know their services.", {"grade": None}),
            day=date(2019, 5, 1),
            region="London",
        ),
        report("elm", ("Plans are timely.", HEALTH), day=date(2021, 5, 1)),
        report("oak", "Plans are good.", "Timely help.", day=None),
    )


def ids(page):
    return [hit.paragraph.id for hit in page.hits]


@pytest.mark.parametrize(
    ("asked", "found"),
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
def test_requests(engine, asked, found):
    assert ids(search(engine, asked)) == found


def test_totals_count_what_all_pages_show(engine):
    page = search(engine, Request("plans", limit=1))
    assert (page.total, page.reports, len(page.hits)) == (4, 3, 1)


def test_one_hit_a_report_tells_how_many_more(engine):
    page = search(engine, Request("plans", sort="newest", once_per_report=True))
    assert [hit.matches for hit in page.hits] == [1, 2, 1]


def counted(page, key):
    facet = next(facet for facet in page.facets if facet.key == key)
    return {
        value.value: (value.paragraphs, value.reports, value.selected) for value in facet.values
    }


def test_a_facet_is_counted_without_its_own_filter(engine):
    request = Request("plans", filters={"grade": ("inadequate",)}, facets=("grade", "theme"))
    page = search(engine, request)
    assert counted(page, "grade") == {"good": (3, 3, False), "inadequate": (1, 1, True)}
    assert counted(page, "theme") == {"health": (1, 1, False), "education": (1, 1, False)}


def test_a_picked_value_without_matches_stays(engine):
    request = Request("children", filters={"year": ("2021",)}, facets=("year",))
    page = search(engine, request)
    assert counted(page, "year") == {"2021": (0, 0, True), "2019": (1, 1, False)}


@pytest.mark.parametrize(
    ("enough", "matched"),
    [
        ({"all": 10, "most": 1}, "most"),
        ({"all": 10, "most": 9}, "any"),
        ({"all": 0}, "all"),
    ],
)
def test_too_few_with_all_words_gives_most_and_then_any(engine, monkeypatch, enough, matched):
    monkeypatch.setattr(answer, "ENOUGH_PARAGRAPHS", {**answer.ENOUGH_PARAGRAPHS, **enough})
    page = search(engine, Request("timely plans leaders", widen=False))
    assert page.matched == matched


@pytest.mark.parametrize(
    ("asked", "message"),
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
def test_what_does_not_exist_is_refused(engine, asked, message):
    with pytest.raises(BadRequest, match=message):
        search(engine, asked)


def test_a_query_out_of_time_says_so(engine):
    page = search(engine, Request("plans", facets=("grade",)), Budget(seconds=-1))
    assert (page.total, [one.kind for one in page.diagnostics]) == (0, ["stopped"])


def test_a_paragraph_stands_between_its_neighbours(engine):
    found = service.paragraph_in_context(engine, "ash/p2", around=1)
    assert [one.id for one in (*found.before, found.paragraph, *found.after)] == [
        "ash/p1",
        "ash/p2",
        "ash/p3",
    ]
    assert found.report.authority == "Ash"
    assert service.paragraph_in_context(engine, "ash/p9") is None


def test_lists(engine):
    assert [one.id for one in service.reports(engine)] == ["elm", "ash", "oak"]
    assert [(one.name, one.reports, one.paragraphs) for one in engine.authorities()] == [
        ("Ash", 1, 3),
        ("Elm", 1, 1),
        ("Oak", 1, 2),
    ]
    assert engine.report("ash").paragraphs[2].text == "Leaders know their services."
    assert engine.report("yew") is None
