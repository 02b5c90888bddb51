"""Running heads and feet, and page numbers: what stands on page after page at the same edge."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from corpus.formats.lines import Document, Line

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
    r"\W*(?:page\s*)?(?:(\d{1,3})|[ivxl]{1,5})(?:\s*(?:of|/)\s*\d{1,3})?[^\w.)]*", re.I
)
"""A page number; with a full stop or a bracket after it, it would be a paragraph's."""

FEW_PAGES = 2
"""Pages too few to show that their numbers count up."""

ROMAN = -1_000_000
"""The offset of page numbers in Roman figures: one and the same for all of them."""

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
    offsets = Counter(page_offset(line) for _, _, line in chain.from_iterable(bands))
    counting = {offset for offset in offsets if offset == 0 or offsets[offset] > 1}
    texts, numbers = set(), set()
    for band in bands:
        for edge, index, line in band:
            offset = page_offset(line)
            if offset is not None and (offset in counting or len(document.pages) <= FEW_PAGES):
                numbers.add(index)
            elif comes_back(line, places[shape(edge, line)], fewest):
                texts.add(index)
            else:
                break
    return texts, numbers


def page_offset(line: Line) -> int | None:
    """Returns how far a page's printed number is from its count; None where there is none.

    All of a document's page numbers are equally far; a figure in a table is not.
    """
    match = PAGE_NUMBER.fullmatch(line.text)
    if match is None:
        return None
    return int(match[1]) - (line.page or 0) if match[1] else ROMAN


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
