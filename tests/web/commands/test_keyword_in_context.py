"""Keyword in context: phrases in one column, at any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from search.wording import ConcordanceLine
from web.commands.keyword_in_context import INDENT, fit, keyword_lines, share

WORDS = st.text(st.sampled_from("ab é児 "), max_size=40)


def line(left, match, right, paragraph="elm-ilacs-2020-01-02/p1"):
    return ConcordanceLine(
        paragraph, "elm-ilacs-2020-01-02", 1, None, None, None, None, left, match, right
    )


LINES = [
    line("Managers see that recording", "is late", "in some teams."),
    line("Help", "was late", "for children who wait.", "elm-ilacs-2020-01-02/p12"),
]


def printed(width, lines=LINES):
    return [text.plain for text in keyword_lines(lines, width)]


def test_a_pipe_gets_all_of_each_line():
    assert printed(None) == [
        "Managers see that recording is late  in some teams.          elm-ilacs-2020-01-02/p1",
        "                       Help was late for children who wait.  elm-ilacs-2020-01-02/p12",
    ]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            74,
            [
                "Managers see that recording is late  in some teams.",
                f"{INDENT}elm-ilacs-2020-01-02/p1",
                "                       Help was late for children who wait.",
                f"{INDENT}elm-ilacs-2020-01-02/p12",
            ],
        ),
        (
            40,
            [
                "…that recording is late  in some teams.",
                f"{INDENT}elm-ilacs-2020-01-02/p1",
                "           Help was late for children w…",
                f"{INDENT}elm-ilacs-2020-01-02/p12",
            ],
        ),
    ],
)
def test_context_is_cut_where_it_is_farthest_from_the_phrase(width, lines):
    assert printed(width) == lines


def test_no_lines_are_none():
    assert printed(80, []) == []


@given(
    st.lists(st.builds(line, WORDS, st.text("mn ", min_size=1, max_size=30), WORDS), max_size=5),
    st.integers(4, 200),
)
def test_no_line_is_wider_than_the_terminal_and_no_phrase_is_missing(lines, width):
    shown = [text for text in keyword_lines(lines, width) if not is_id(text)]
    assert len(shown) == len(lines)
    assert all(cell_len(text.plain) <= width for text in shown)
    places = [cell_len(text.plain[: text.spans[0].start]) for text in shown if text.spans]
    assert len(set(places)) <= 1


def is_id(text):
    return text.plain.startswith(f"{INDENT}elm-")


@pytest.mark.parametrize(
    ("text", "width", "keep_end", "cells"),
    [
        ("late", 6, False, "late  "),
        ("late", 6, True, "  late"),
        ("late", 3, False, "la…"),
        ("late", 3, True, "…te"),
        ("late", 0, True, ""),
        ("late", 1, True, "…"),
        ("児童", 3, False, "児…"),
        ("a児童", 4, True, "… 童"),
    ],
)
def test_a_text_gets_so_many_cells(text, width, keep_end, cells):
    assert fit(text, width, keep_end) == cells


@pytest.mark.parametrize(
    ("space", "left", "right", "shares"),
    [(20, 50, 50, (10, 10)), (20, 3, 50, (3, 17)), (20, 50, 3, (17, 3)), (20, 4, 5, (4, 5))],
)
def test_a_short_side_leaves_its_space_to_the_other(space, left, right, shares):
    assert share(space, left, right) == shares
