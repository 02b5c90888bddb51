"""The page on the query language says what the language does."""

import re
from pathlib import Path

import pytest

from search.language.parser import parse

PAGE = (Path(__file__).parents[3] / "docs" / "query-language.md").read_text(encoding="utf-8")
VALUES = {"authority": ("North Yorkshire",)}


def table(head: str) -> list[tuple[str, str]]:
    """The first two cells of each row of the table under a head."""
    rows = PAGE.split(head)[1].split("\n\n")[0].splitlines()
    return [tuple(cell.strip() for cell in row.split("|")[1:3]) for row in rows if "`" in row]


def codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(
    "typed", [code for cell, _ in table("| typed | finds |") for code in codes(cell)]
)
def test_what_the_page_shows_is_understood(typed):
    assert parse(typed, VALUES).diagnostics == ()


@pytest.mark.parametrize(("kinds", "examples"), table("| kind | example |")[:-1])
def test_the_page_names_what_is_said(kinds, examples):
    said = {one.kind for typed in codes(examples) for one in parse(typed, VALUES).diagnostics}
    assert said == set(codes(kinds))
