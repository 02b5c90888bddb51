"""The words of a query are offered in quotes where these find some of what was found."""

import pytest

from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE

TEXTS = ("Timely visits.", "Timely visiting.", "Visits are timely.", "Timely visits, and plans.")


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(("ash", TEXTS, {}), ("elm", ["Timely visits."], {}))


def ask(engine, query, **fields):
    return search(engine, Request(query, **fields), AMPLE)


def test_the_words_are_offered_exactly(engine):
    page = ask(engine, " timely visits ", filters={"authority": ("Ash",)}, match="all")
    assert page.totals == "3 with your words together, 4 with your words in any form"
    assert (page.exactly.text, page.exactly.paragraphs) == ("timely visits", 2)
    exact = search(engine, page.exactly.request, AMPLE)
    assert {hit.paragraph.text for hit in exact.hits} == {TEXTS[0], TEXTS[3]}
    assert exact.exactly is None


def test_the_corrected_words_are_what_is_exact(engine):
    page = ask(engine, "timely vists", match="all")
    assert page.exactly.request.query == '"timely visits"'


@pytest.mark.parametrize(
    "query",
    [
        "visits timely",  # no paragraph has it so
        '"timely" visits',
        "timely visits -plans",
        "timely visits grade:good",
        "timely (visits OR plans)",
        "timely visits (",
        "plans",  # all of it is as typed: there is nothing to narrow
        " ".join(["timely visits"] * 5),
    ],
)
def test_no_other_query_is_put_in_quotes(engine, query):
    assert ask(engine, query, match="all").exactly is None
