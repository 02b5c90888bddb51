"""What a query names and the collection lacks is said."""

import pytest

from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE


def test_nothing_found_names_the_words_that_are_nowhere(engine):
    page = search(engine, Request("unicorns recording", match="all"), AMPLE)
    assert page.missing == ("unicorns",)
    assert [offer.text for offer in page.removals] == ["unicorns"]


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ('"unicorns timely"', ("unicorns",)),
        ('"Unicorns‑griffins"~3 unicorns', ("Unicorns", "griffins", "unicorns")),
        ('"recorded"', ("recorded",)),  # in quotes it counts as written
        ('"recording"', ()),
        ("-unicorns -recording", ()),
    ],
)
def test_words_in_quotes_that_are_nowhere_are_named(build_engine, query, missing):
    engine = build_engine(("ash", ["Recording is timely."], {}))
    assert search(engine, Request(query, match="all"), AMPLE).missing == missing


@pytest.mark.parametrize(
    ("query", "filters", "absent"),
    [
        ("Bradford", {}, [("Bradford", "Bradford")]),
        ("neglect in the City of Bristol", {}, [("City of Bristol", "Bristol")]),
        ("Bradford, Bradford and Kent", {}, [("Bradford", "Bradford")]),
        ("slough off", {}, []),  # an ordinary word
        ("neglect OR Bradford", {}, []),
        ('"Bradford"', {}, []),
        ("Kent", {}, []),
        ("Ash", {}, []),
        ("Bradford", {"authority": ("Bradford",)}, []),  # who filters by it is told of the filter
    ],
)
def test_an_authority_that_the_collection_lacks_is_named(build_engine, query, filters, absent):
    engine = build_engine(
        ("kent", ["Neglect."], {"authority": "Kent"}), ("ash", ["Neglect."], {"authority": "Ash"})
    )
    diagnostics = search(engine, Request(query, filters=filters), AMPLE).diagnostics
    assert [
        (query[one.span.start : one.span.end], one.message)
        for one in diagnostics
        if one.kind == "no-report"
    ] == [(typed, f"This collection has no report on {name}.") for typed, name in absent]
