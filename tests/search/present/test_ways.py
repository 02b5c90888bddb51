"""Of each result it is told how it answers the query."""

import pytest

from search.model import Request
from search.present.ways import AS_TYPED, FEWER, NOT_NEGATED, RELATED
from search.service import search
from tests.search.clocks import AMPLE


@pytest.mark.parametrize(
    ("query", "match", "expected"),
    [
        (
            "care leavers robust",
            "any",
            {
                "Robust plans for care leavers.": AS_TYPED,
                "Robust plans for care experienced young people.": RELATED,
                "Care leavers move.": FEWER,
                "Care experienced young people move.": FEWER,
            },
        ),
        ("care leavers", "all", {"Care leavers move.": AS_TYPED, "Care leaver!": AS_TYPED}),
        (
            "not robust",
            "all",
            {"Plans are not robust.": AS_TYPED, "Robust. It is not.": NOT_NEGATED},
        ),
        (
            "not robust for care leavers",
            "any",
            {
                "It is not robust for care leavers.": AS_TYPED,
                "It is robust for care leavers.": NOT_NEGATED,
                "It is robust for care experienced young people.": RELATED,
                "It is not robust.": FEWER,
            },
        ),
        ('"robust plans" OR late', "all", {"Robust plans.": AS_TYPED, "Late.": AS_TYPED}),
    ],
)
def test_how_each_result_answers(build_engine, query, match, expected):
    engine = build_engine(("ash", list(expected), {}))
    page = search(engine, Request(query, match=match), AMPLE)
    assert {hit.text: page.way_of(hit) for hit in page.hits} == expected


def test_what_leads_into_an_item_counts(build_engine):
    item = ("Care experienced young people.", {"lead": "Have robust plans for:"})
    engine = build_engine(("ash", [item, "Robust."], {}))
    page = search(engine, Request("care leavers robust", match="any"), AMPLE)
    assert [page.way_of(hit) for hit in page.hits] == [RELATED, FEWER]
