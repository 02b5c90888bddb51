"""Running heads and feet, and page numbers: what stands on page after page at the same edge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from corpus.lines import Document, Line

BAND = 0.13
"""The share of a page's height, at top and at bottom, in which running lines stand."""

DEEPEST = 6
"""Running heads and feet have no more lines than this."""

SHARE = 0.4
"""The share of all pages on which a running line stands, at least."""

STEADY = 4.0
"""Points by which a running line may move from page to page."""

PHRASE = 3
"""Words that no two pages end or begin with by chance."""

PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,3}|[ivxl]{1,5})(?:\s*(?:of|/)\s*\d{1,3})?\W*", re.I
)
DIGITS = re.compile(r"\d+")


def running(document: Document) -> tuple[set[int], set[int]]:
    """Returns the indices of running lines that say something, and of bare page numbers.

    A line runs when it, its digits aside, stands at the same height of other pages, too, and
    nothing but running lines stands between it and the page's edge.
    """
    bands = list(edge_lines(document))
    places: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for edge, _, line in chain.from_iterable(bands):
        places[shape(edge, line)].append(line.top)
    fewest = max(2.0, len(document.pages) * SHARE)
    texts, numbers = set(), set()
    for band in bands:
        for edge, index, line in band:
            if PAGE_NUMBER.fullmatch(line.text):
                numbers.add(index)
            elif comes_back(line, places[shape(edge, line)], fewest):
                texts.add(index)
            else:
                break
    return texts, numbers


def comes_back(line: Line, tops: Sequence[float], fewest: float) -> bool:
    """Whether a line stands on enough pages, given how high it stands on each.

    A word or two must stand at the same height: a paragraph's last word may come back, too.
    """
    if len(line.text.split()) < PHRASE:
        return sum(abs(top - line.top) < STEADY for top in tops) >= fewest
    return len(tops) >= fewest


def shape(edge: str, line: Line) -> tuple[str, str]:
    """Returns what two appearances of one running line have in common."""
    return edge, DIGITS.sub("#", line.text).casefold()


def edge_lines(document: Document) -> Iterable[list[tuple[str, int, Line]]]:
    """Yields, for each band of each page, its lines from the edge inwards, with their indices."""
    heights = {page.number: page.height for page in document.pages}
    pages: defaultdict[int, list[tuple[int, Line]]] = defaultdict(list)
    for index, line in enumerate(document.lines):
        if line.page in heights:
            pages[line.page].append((index, line))
    for number, lines in pages.items():
        yield top_band(lines, heights[number])
        yield bottom_band(lines, heights[number])


def top_band(lines: Sequence[tuple[int, Line]], height: float) -> list[tuple[str, int, Line]]:
    """Returns the lines that end in the top band, from the top down."""
    band = [(index, line) for index, line in lines if line.bottom < height * BAND]
    return [("top", *found) for found in sorted(band, key=lambda item: item[1].top)[:DEEPEST]]


def bottom_band(lines: Sequence[tuple[int, Line]], height: float) -> list[tuple[str, int, Line]]:
    """Returns the lines that begin in the bottom band, from the bottom up."""
    band = [(index, line) for index, line in lines if line.top > height * (1 - BAND)]
    return [("foot", *found) for found in sorted(band, key=lambda item: -item[1].bottom)[:DEEPEST]]
