"""What the documentation shows of the query language is so, and finds something in the samples."""

import pytest

from search.language.parser import parse
from search.language.spelling import corrections
from search.model import Request
from search.service import search
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
    page = search(samples, asked)
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
        for hit in search(samples, Request(typed, limit=100)).hits
        for mark in hit.marks
    }
    assert corrected in marked
    word = typed.removesuffix("~")
    assert corrections(samples, word)[0] == corrected
    assert search(samples, Request(word)).searched == corrected
    assert search(samples, Request(word, correct=False)).suggestions[0].text == corrected
