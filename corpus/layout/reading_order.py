"""Reading order of a PDF page: how its columns and other runs of lines are put in order.

A PDF holds its lines in the order in which a program drew them. That is nearly always the
reading order: columns that stand side by side are drawn one after the other, so they keep the
file's order. What goes wrong is that a heading or a box is drawn late, after the text below it.
Such runs of lines move up to their place on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby

from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

MIN_JUMP_POINTS = 14.0
"""A line that begins so far above the one before it begins a new run, such as a column."""

MAX_RUNS_PER_PAGE = 100
"""A page of more runs than this is not a page of text, and keeps the file's order."""


def order_lines(state: LayoutState) -> LayoutState:
    """Step: put the lines into reading order."""
    return replace(state, lines=tuple(in_reading_order(state.lines)))


def in_reading_order(lines: Iterable[LayoutLine]) -> Iterator[LayoutLine]:
    """Yield the lines page by page, each page's runs from top to bottom.

    Runs that stand beside each other (columns, cells of a row) keep the file's order.
    """
    for _, page in groupby(lines, key=lambda line: line.page):
        runs = list(split_runs(page))
        yield from chain.from_iterable(runs if len(runs) > MAX_RUNS_PER_PAGE else sort_runs(runs))


def split_runs(page: Iterable[LayoutLine]) -> Iterator[list[LayoutLine]]:
    """Yield a page's lines in runs that go down the page, one for each column."""
    run: list[LayoutLine] = []
    for line in page:
        if run and line.top < run[-1].top - MIN_JUMP_POINTS:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def sort_runs(runs: Iterable[list[LayoutLine]]) -> list[list[LayoutLine]]:
    """Return the runs, each before those that stand wholly below it: a stable insertion sort."""
    ordered: list[list[LayoutLine]] = []
    for run in runs:
        bottom = max(line.bottom for line in run)
        index = len(ordered)
        while index and bottom <= min(line.top for line in ordered[index - 1]):
            index -= 1
        ordered.insert(index, run)
    return ordered
