"""What the documentation shows of the query language is so, and finds something in the samples."""

import pytest

from search.language.parser import parse
from search.language.understanding.spelling import corrections
from search.language.vocabulary import stems_of
from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE
from tests.search.language.documented import PAGE, codes, documented

TEXT = PAGE.read_text(encoding="utf-8")
DOCUMENTED = list(documented())


def names(field):
    return {"authority": ("Marrowdale",)}.get(field, ())


def table(head: str) -> list[tuple[str, str]]:
    """The first two cells of each row of the table under a head."""
    rows = TEXT.split(head)[1].split("\n\n")[0].splitlines()
    return [tuple(cell.strip() for cell in row.split("|")[1:3]) for row in rows if "`" in row]


@pytest.mark.parametrize(
    "typed", [code for cell, _ in table("| typed | finds |") for code in codes(cell)]
)
def test_what_the_page_shows_is_understood(typed):
    assert parse(typed, names).diagnostics == ()


@pytest.mark.parametrize(("kinds", "examples"), table("| kind | example |")[:-1])
def test_the_page_names_every_kind_of_diagnostic(kinds, examples):
    problems = [problem for typed in codes(examples) for problem in parse(typed, names).diagnostics]
    assert {problem.kind for problem in problems} == set(codes(kinds))


@pytest.mark.parametrize(
    "asked", [pytest.param(asked, id=f"{source}: {asked.query}") for source, asked in DOCUMENTED]
)
def test_each_documented_query_finds_something_in_the_samples(samples, asked):
    page = search(samples, asked, AMPLE)
    assert page.total > 0
    assert page.diagnostics == ()


@pytest.mark.parametrize(
    "source", ["README.md", "api.md", "command.md", "wording.md", "help.html", "search.py"]
)
def test_queries_are_found_in_each_place_that_shows_some(source):
    assert source in {name for name, _ in DOCUMENTED}


@pytest.mark.parametrize("typed", ["safegaurding~", "supervison~"])
def test_a_slip_is_found_and_marked_and_corrected(samples, typed):
    corrected = {"safegaurding~": "safeguarding", "supervison~": "supervision"}[typed]
    marked = {
        hit.text[mark.start : mark.end].lower()
        for hit in search(samples, Request(typed, limit=100), AMPLE).hits
        for mark in hit.marks
    }
    assert corrected in marked
    word = typed.removesuffix("~")
    assert corrections(samples, word)[0] == corrected
    assert search(samples, Request(word), AMPLE).searched == corrected
    assert search(samples, Request(word, correct=False), AMPLE).suggestions[0].text == corrected


def total(samples, query, **fields):
    return search(samples, Request(query, **fields), AMPLE).total


@pytest.mark.parametrize(
    "question",
    [
        "how do councils reduce caseloads?",
        "what do inspectors say about caseloads",
        "where do reports mention caseloads",
    ],
)
def test_a_question_finds_what_it_asks_for(samples, question):
    words = "reduce caseloads" if "reduce" in question else "caseloads"
    assert question in TEXT.replace("\n", " ")
    assert total(samples, question) == total(samples, words) > 0
    assert total(samples, "inspectors") != total(samples, "")


def test_a_misspelt_word_is_searched_as_the_page_says(samples):
    page = search(samples, Request("care leavres accomodation"), AMPLE)
    assert page.searched == "care leavers accommodation"
    assert page.total == total(samples, "care leavers accommodation")
    assert [one.typed for one in page.corrections] == ["leavres", "accomodation"]


def test_names_and_dates_are_offered_as_the_page_says(samples):
    page = search(samples, Request("neglect in Marrowdale since 2020"), AMPLE)
    (offer,) = page.scopes
    assert (offer.text, offer.request.query) == (
        "Only reports on Marrowdale, since 2020",
        "neglect",
    )
    assert search(samples, offer.request, AMPLE).total == offer.paragraphs > 0


def is_together(stems, first, second):
    """Return whether a stem follows another with at most one word between the two."""
    return any(
        second in stems[place + 1 : place + 3]
        for place, stemmed in enumerate(stems)
        if stemmed == first
    )


def test_a_narrow_wording_is_not_answered_by_a_wide_one(samples):
    page = search(samples, Request("reflective supervision", match="all"), AMPLE)
    assert page.total < total(samples, "supervision")
    assert page.totals.startswith(
        f"{page.total_together} with your words together, "
        f"{page.total_as_typed} with your words in any form"
    )
    hits = search(samples, Request("reflective supervision", match="all", limit=1000), AMPLE).hits
    has_phrase = [is_together(stems_of(hit.paragraph.text), "reflect", "supervis") for hit in hits]
    assert has_phrase == sorted(has_phrase, reverse=True)
    assert sum(has_phrase) == page.total_together > 0
    as_typed = search(samples, page.as_typed, AMPLE)
    assert as_typed.total == page.total_as_typed
    assert {hit.ref for hit in hits[: as_typed.total]} >= {hit.ref for hit in as_typed.hits}


def test_what_is_excluded_is_what_is_typed(samples):
    assert total(samples, "caseloads -delay", match="all") >= total(
        samples, 'caseloads -delay -"overdue"', match="all"
    )
    assert (
        "overdue" in search(samples, Request("delay"), AMPLE).also or total(samples, "overdue") == 0
    )
