"""Words are taken whole, from enough reports, and in the spelling that is common."""

from collections import Counter

import pytest

from tests.tools.make_words import (
    ReportLines,
    count_words,
    cut_words,
    is_printed_hyphenated,
    select_words,
)


def reports(*texts: str) -> list[ReportLines]:
    return [ReportLines(str(at), (text,), count_words((text,))) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["Plans help children"] * 3, ["children", "help"]),
        (["help"] * 2, []),
        (["the children's 1st gov.uk area² a"] * 3, ["a", "the"]),
        (["safe-", "guarding"] * 3, ["guarding"]),
        (["front-line"] * 3, ["front-line"]),
        (["front-line"] * 3 + ["frontline"] * 11, ["front-line"]),
        (["front-line"] * 3 + ["frontline"] * 12, ["frontline"]),
        (["they do"] * 3, ["do", "they"]),
        (["they do"] * 3 + ["others"] * 4, ["others", "they"]),
    ],
    ids=["small letters", "too few", "ends of words", "cut", "hyphen", "either", "joined",
         "short", "short and rare"],
)  # fmt: skip
def test_words_of_reports(texts: list[str], words: list[str]) -> None:
    assert select_words(reports(*texts)) == words


def test_both_parts_of_words_that_a_line_end_cuts() -> None:
    texts = ("by safe-", "guarding and 16-", "and 17-year-olds, face-", "to-face")
    assert list(cut_words(texts)) == [("safe", "guarding"), ("face", "to-face")]


@pytest.mark.parametrize(
    ("counts", "kept"),
    [({"a-b": 2, "ab": 1}, True), ({"a-b": 1, "ab": 2}, False), ({}, None)],
)
def test_how_reports_print_a_word(counts: dict[str, int], kept: bool | None) -> None:
    assert is_printed_hyphenated("a", "b", Counter(counts)) is kept
