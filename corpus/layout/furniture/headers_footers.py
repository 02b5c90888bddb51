"""Running headers and footers, and page numbers: lines that recur at the edge of many pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, takewhile

from corpus.formats.document import Document, TextLine
from corpus.layout.blocks import PAGE_NUMBER, RUNNING, Block
from corpus.layout.state import LayoutState

BAND_SHARE = 0.13
"""The share of a page's height, at top and at bottom, in which running lines stand."""

MAX_BAND_LINES = 6
"""Running headers and footers have no more lines than this."""

MIN_PAGES_SHARE = 0.4
"""The share of all pages on which a running line stands, at least."""

MIN_PAGES = 2.0

MIN_PAGES_OF_PART = 4
"""Pages of one part of a document on which a line stands that is the running line of that part."""

MAX_DRIFT_POINTS = 4.0
"""Points by which a running line of few words may move from page to page."""

DISTINCTIVE_WORDS = 3
"""So many words do not recur at the edges of two pages by chance."""

PAGE_NUMBER_LINE = re.compile(
    r"\W*(?:page\s*)?(?:(\d{1,3})|[ivxl]{1,5})(?:\s*(?:of|/)\s*\d{1,3})?[^\w.)]*", re.I
)
"""A page number; with a full stop or a bracket after it, it would be a paragraph's."""

MAX_UNCOUNTED_PAGES = 2
"""So few pages do not show whether their numbers count up."""

ROMAN_OFFSET = -1_000_000
"""The offset of page numbers in Roman figures: one and the same for all of them."""

DIGITS = re.compile(r"\d+")

Edge = str  # "top" or "foot"
BandLine = tuple[Edge, int, TextLine]  # with the line's index in the document
PagePlace = tuple["int | None", float]  # a page, and how high a line stands on it


def set_running_lines_aside(state: LayoutState) -> LayoutState:
    """Step: make furniture of running lines, each text once, and of bare page numbers."""
    document = state.document
    running, page_numbers = find_running_lines(document)
    lines = tuple(
        line
        for index, line in enumerate(document.lines)
        if index not in running and index not in page_numbers
    )
    return replace(
        state,
        document=replace(document, lines=lines),
        furniture=(
            *state.furniture,
            *running_blocks(document.lines[index] for index in sorted(running)),
            *page_number_blocks(document.lines[index] for index in sorted(page_numbers)),
        ),
    )


def running_blocks(lines: Iterable[TextLine]) -> list[Block]:
    """Return a block for each text that the running lines have, where it first stands."""
    blocks: dict[str, Block] = {}
    for line in lines:
        text = " ".join(line.text.split())
        blocks.setdefault(text, Block(RUNNING, text, page=line.page, size=line.size))
    return list(blocks.values())


def page_number_blocks(lines: Iterable[TextLine]) -> Iterator[Block]:
    """Yield a block for each page number."""
    for line in lines:
        yield Block(PAGE_NUMBER, " ".join(line.text.split()), page=line.page, size=line.size)


def find_running_lines(document: Document) -> tuple[set[int], set[int]]:
    """Return the indices of running lines that hold text, and those of bare page numbers.

    A line is a running line when it, its digits aside, stands at the same height of other pages,
    too, and nothing but running lines stands between it and the page's edge. A foot may stand
    higher on a page that is not filled.
    """
    bands = list(edge_bands(document))
    places: defaultdict[tuple[Edge, str], list[PagePlace]] = defaultdict(list)
    for edge, _, line in chain.from_iterable(bands):
        places[running_key(edge, line)].append((line.page, line.top))
    min_pages = max(MIN_PAGES, len(document.pages) * MIN_PAGES_SHARE)
    offsets = Counter(page_offset(line) for _, _, line in chain.from_iterable(bands))
    counting_offsets = {offset for offset in offsets if offset == 0 or offsets[offset] > 1}
    numbers_are_few = len(document.pages) <= MAX_UNCOUNTED_PAGES
    running: set[int] = set()
    page_numbers: set[int] = set()
    for band in bands:
        for edge, index, line in band:
            offset = page_offset(line)
            if offset is not None and (offset in counting_offsets or numbers_are_few):
                page_numbers.add(index)
            elif recurs(line, places[running_key(edge, line)], min_pages):
                running.add(index)
            else:
                break
    if running:
        running.update([*find_feet_below_text(document, running, page_numbers)])
    return running, page_numbers


def find_feet_below_text(
    document: Document, running: Set[int], page_numbers: Set[int]
) -> Iterator[int]:
    """Yield the indices of running feet that stand right below the text of a page not filled.

    They are the lowest lines of the page, and read and look as running feet do elsewhere.
    """
    lines = document.lines
    heights = {page.number: page.height for page in document.pages}
    feet = {foot_look(lines[at]) for at in running if is_in_foot(lines[at], heights)}
    for on_page in lines_by_page(document).values() if feet else ():
        text = [at for at, _ in on_page if at not in page_numbers]
        upwards = sorted(text, key=lambda at: -lines[at].bottom)
        lowest = [*takewhile(lambda at: foot_look(lines[at]) in feet, upwards)]
        if any(len(lines[at].text.split()) >= DISTINCTIVE_WORDS for at in lowest):
            yield from lowest


def is_in_foot(line: TextLine, heights: Mapping[int, float]) -> bool:
    """Return whether a line begins in the bottom band of its page, given the pages' heights."""
    height = heights.get(line.page) if line.page else None
    return height is not None and line.top > height * (1 - BAND_SHARE)


def foot_look(line: TextLine) -> tuple[str, int]:
    """Return what the appearances of one running foot have in common, wherever they stand."""
    return running_key("foot", line)[1], round(line.size)


def page_offset(line: TextLine) -> int | None:
    """Return how far a page's printed number is from its count; None where it is not a number.

    All of a document's page numbers are equally far; a figure in a table is not.
    """
    match = PAGE_NUMBER_LINE.fullmatch(line.text)
    if match is None:
        return None
    return int(match[1]) - (line.page or 0) if match[1] else ROMAN_OFFSET


def recurs(line: TextLine, places: Iterable[PagePlace], min_pages: float) -> bool:
    """Return whether a line stands on enough pages, given where it does.

    A word or two must stand at the same height: a paragraph's last word may recur, too. More may
    stand on pages of one part of a document alone, such as a second report bound to the first.
    """
    level = {page for page, top in places if abs(top - line.top) < MAX_DRIFT_POINTS}
    if len(line.text.split()) < DISTINCTIVE_WORDS:
        return len(level) >= min_pages
    if len({page for page, _ in places}) >= min_pages:
        return True
    numbers = [page for page in level if page is not None]
    part = max(numbers, default=0) - min(numbers, default=0) + 1
    return len(numbers) >= max(MIN_PAGES_OF_PART, part * MIN_PAGES_SHARE)


def running_key(edge: Edge, line: TextLine) -> tuple[Edge, str]:
    """Return what two appearances of one running line have in common."""
    return edge, DIGITS.sub("#", line.text).casefold()


def edge_bands(document: Document) -> Iterable[list[BandLine]]:
    """Yield, for each band of each page, its lines from the edge inwards."""
    heights = {page.number: page.height for page in document.pages}
    for number, lines in lines_by_page(document).items():
        yield top_band(lines, heights[number])
        yield bottom_band(lines, heights[number])


def lines_by_page(document: Document) -> dict[int, list[tuple[int, TextLine]]]:
    """Return the lines of each page that has a size, each with its index in the document."""
    sized = {page.number for page in document.pages}
    pages: defaultdict[int, list[tuple[int, TextLine]]] = defaultdict(list)
    for index, line in enumerate(document.lines):
        if line.page in sized:
            pages[line.page].append((index, line))
    return pages


def top_band(lines: Sequence[tuple[int, TextLine]], height: float) -> list[BandLine]:
    """Return the lines that end in the top band, from the top down."""
    band = [("top", index, line) for index, line in lines if line.bottom < height * BAND_SHARE]
    return sorted(band, key=lambda item: item[2].top)[:MAX_BAND_LINES]


def bottom_band(lines: Sequence[tuple[int, TextLine]], height: float) -> list[BandLine]:
    """Return the lines that begin in the bottom band, from the bottom up."""
    band = [("foot", index, line) for index, line in lines if line.top > height * (1 - BAND_SHARE)]
    return sorted(band, key=lambda item: -item[2].bottom)[:MAX_BAND_LINES]
