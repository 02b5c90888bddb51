"""Two reports side by side: rows of every kind in their sections, whatever the reports are."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import BadRequest
from search.followup.comparison import side_by_side
from search.followup.comparison.side_by_side import (
    ROW_KINDS,
    SHOW,
    compare_reports,
    count_rows,
    select_rows,
)
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine

CARE = {"area": "children-in-care", "section": "Children looked after"}
OLD = report(
    "ash-2015",
    "Managers know the children well.",
    "Supervision notes are kept in paper folders.",
    ("Return interviews after children go missing come late.", CARE),
    ("Plans for children are late.", CARE),
    authority="Ash",
    day=date(2015, 1, 1),
)
NEW = report(
    "ash-2022",
    "Managers know the children well!",
    "Foster carers have a helpline.",
    (
        "When children went missing, few had an interview on their return.",
        {"area": "children-in-care", "section": "The experiences of children in care"},
    ),
    ("Plans for children are timely.", {"area": "health", "section": "Health"}),
    authority="Ash",
    day=date(2022, 1, 1),
)
ENGINE = FakeEngine([OLD, NEW])


def compared(one=OLD, other=NEW):
    return compare_reports(FakeEngine([one, other]), one, other)


def rows_of(comparison):
    """(area, kind, earlier place, later place) of each row."""
    return [
        (
            section.area,
            row.kind,
            row.earlier and row.earlier.ordinal,
            row.later and row.later.ordinal,
        )
        for section in comparison.sections
        for row in section.rows
    ]


def test_rows_stand_in_the_sections_of_the_later_report():
    assert rows_of(compared()) == [
        ("children-in-care", "related", 3, 3),
        ("leadership", "same", 1, 1),
        ("leadership", "new", None, 2),
        ("leadership", "gone", 2, None),
        ("health", "reworded", 4, 4),
    ]
    headings = [(one.earlier, one.later) for one in compared().sections]
    assert ("Children looked after", "The experiences of children in care") in headings
    assert (None, "Health") in headings
    unheaded = report("elm", ("Plans.", {"section": None}))
    assert [(one.earlier, one.later) for one in compared(unheaded, NEW).sections][1:] == [
        ("", "Leadership"),
        (None, "Health"),
    ]


def test_counts_are_those_of_the_rows():
    assert compared().counts == {"same": 1, "reworded": 1, "related": 1, "new": 1, "gone": 1}


def test_changed_words_are_marked_and_shared_ones_named():
    rows = {row.kind: row for section in compared().sections for row in section.rows}
    reworded, related = rows["reworded"], rows["related"]
    (removed,), (added,) = reworded.removed, reworded.added
    assert reworded.earlier.text[removed.start : removed.end] == "late"
    assert reworded.later.text[added.start : added.end] == "timely"
    assert reworded.similarity == pytest.approx(0.8)
    assert set(related.shared) >= {"missing", "interview", "return"}
    assert (related.removed, related.added, rows["same"].similarity) == ((), (), 1)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (NEW, OLD, "ash-2015"),
        (OLD, NEW, "ash-2015"),
        (NEW, report("ash", "Plans.", day=None), "ash-2022"),
    ],
    ids=["turned round", "in order", "one has no date"],
)
def test_the_earlier_report_comes_first(one, other, first):
    assert compared(one, other).earlier.id == first


def test_one_report_is_not_compared_with_itself():
    with pytest.raises(BadRequest, match="ash-2015 cannot be compared with itself"):
        compared(OLD, OLD)


def test_a_report_without_paragraphs_leaves_all_of_the_other_alone():
    assert {kind for _, kind, *_ in rows_of(compared(OLD, report("ash", authority="Ash")))} == {
        "gone"
    }
    nothing = compared(report("ash"), report("elm"))
    assert (nothing.sections, sum(nothing.counts.values())) == ((), 0)


def test_long_reports_are_compared_up_to_a_bound(monkeypatch):
    monkeypatch.setattr(side_by_side, "MAX_PARAGRAPHS", 2)
    comparison = compared()
    assert sum(comparison.counts.values()) == 3
    assert len(comparison.notes) == 2


SECTION = st.fixed_dictionaries(
    {
        "area": st.sampled_from(["health", "about", None]),
        "section": st.sampled_from(["Health", "The team", None]),
    }
)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(["Plans drift.", "Plans hold.", "Visits", "", "of the"]), SECTION),
    max_size=6,
)


@settings(max_examples=60)
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_stands_in_exactly_one_row(earlier, later):
    comparison = compared(report("old", *earlier), report("new", *later))
    rows = rows_of(comparison)
    assert sorted(filter(None, (row[2] for row in rows))) == list(range(1, len(earlier) + 1))
    assert sorted(filter(None, (row[3] for row in rows))) == list(range(1, len(later) + 1))
    for kind in ROW_KINDS:
        assert count_rows(comparison, kind.key) == sum(row[1] == kind.key for row in rows)


@pytest.mark.parametrize("show", SHOW.keys)
@pytest.mark.parametrize("limit", [1, 2, 9])
def test_pages_of_rows_follow_each_other(show, limit):
    comparison = compared()
    count = count_rows(comparison, show)
    pages = [
        row
        for start in range(0, count, limit)
        for row in rows_of(select_rows(comparison, show, start, limit))
    ]
    assert pages == [row for row in rows_of(comparison) if show in ("all", row[1])]
    assert rows_of(select_rows(comparison, show, count, limit)) == []
