"""Every occurrence of a phrase with the words before and after it, aligned and sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

import numpy as np

from index.analysis import WORD, fold, stem, terms
from index.segments.arrays import Array
from index.segments.phrases import phrase_ends
from index.snapshot import Snapshot
from search.errors import BadRequest
from search.local.wording_corpus import GRADE_NAMES, WordingCorpus, ground
from search.model import Request

SIDE = 80  # characters shown on each side
COMPARED = 4  # words of the context that the order looks at
MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence: the `match` as it is written, `left` and `right` of it, and its place."""

    paragraph: str
    report: str
    authority: str | None
    dated: date | None
    section: str | None
    grade: str | None
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The occurrences of `phrase`: how many, in how many paragraphs and reports, and the lines of
    one page of them.
    """

    phrase: str
    occurrences: int
    paragraphs: int
    reports: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Occurrences: the paragraph of each, and the place of its first word in the tokens."""

    docs: Array
    starts: Array


def concordance(
    snapshot: Snapshot, request: Request, order: str = "right", inflected: bool = False
) -> Concordance:
    """Return the occurrences of the query of a Request, taken as one phrase.

    Exact words, or any inflection of them where `inflected`. `order` is left, right or date (the
    newest report first). Raises BadRequest for an order or a page that does not exist.
    """
    if order not in ORDERS:
        raise BadRequest(f"order has no value {order!r}; choose from {', '.join(ORDERS)}")
    if request.start < 0 or not 0 <= request.limit <= MOST_LINES:
        raise BadRequest(f"start must be 0 or more, and limit from 0 to {MOST_LINES}")
    said = terms(request.query)
    floor = ground(snapshot)
    found = occurrences(floor, request, [*map(stem, said)] if inflected else said, inflected)
    rows = ORDERS[order](floor, found, len(said))[request.start : request.start + request.limit]
    lines = tuple(
        line(floor, int(found.docs[row]), int(found.starts[row]), len(said)) for row in rows
    )
    paragraphs = np.unique(found.docs)
    reports = len(np.unique(floor.report_of[paragraphs]))
    return Concordance(" ".join(said), len(found.docs), len(paragraphs), reports, lines)


def occurrences(floor: WordingCorpus, request: Request, said: list[str], inflected: bool) -> Found:
    """Return where a phrase stands in paragraphs that a Request's filters let through."""
    docs, starts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    field = "text" if inflected else "exact"
    for reader, offset in zip(floor.snapshot.readers, floor.snapshot.offsets, strict=False):
        last = phrase_ends(reader, field, said)
        here = reader.docs_of(last).astype(np.int64)
        docs.append(here + offset)
        starts.append(last - len(said) + 1 - reader.token_first[here] + floor.first[here + offset])
    found = Found(np.concatenate(docs), np.concatenate(starts))
    kept = floor.let_through(request, found.docs)
    return Found(found.docs[kept], found.starts[kept])


def by_right(floor: WordingCorpus, found: Found, size: int) -> list[int]:
    """Return the rows in the order of the words after."""
    return sorted_by(floor, found, [found.starts + size + step for step in range(COMPARED)])


def by_left(floor: WordingCorpus, found: Found, size: int) -> list[int]:
    """Return the rows in the order of the words before, the nearest first."""
    return sorted_by(floor, found, [found.starts - 1 - step for step in range(COMPARED)])


def by_date(floor: WordingCorpus, found: Found, size: int) -> list[int]:
    """Return the rows newest report first, in the order of the report."""
    order = np.lexsort((found.starts, floor.columns.place_newest[found.docs]))
    return order.tolist()  # type: ignore[no-any-return]


def sorted_by(floor: WordingCorpus, found: Found, places: list[Array]) -> list[int]:
    """Return the rows in the order of the words at `places`, those outside the paragraph first.

    Rows of the vocabulary are in the order of the alphabet.
    """
    keys = []
    for at in places:
        inside = (at >= floor.first[found.docs]) & (at < floor.first[found.docs + 1])
        keys.append(np.where(inside, floor.tokens[np.where(inside, at, 0)], -1))
    return np.lexsort((found.starts, *reversed(keys))).tolist()  # type: ignore[no-any-return]


ORDERS: Mapping[str, Callable[[WordingCorpus, Found, int], list[int]]] = {
    "left": by_left,
    "right": by_right,
    "date": by_date,
}


def line(floor: WordingCorpus, doc: int, start: int, size: int) -> Line:
    """Return the line of an occurrence of `size` words."""
    columns, row = floor.columns, int(floor.report_of[doc])
    reader, at = floor.snapshot.locate(doc)
    text = reader.text[at]
    begin, end = span(text, start - int(floor.first[doc]), size)
    return Line(
        paragraph=reader.paragraph_id(at),
        report=reader.report_ids[int(reader.report_of[at])],
        authority=columns.names["authority"][columns.report_codes["authority"][row]],
        dated=day(int(columns.dates[row])),
        section=reader.names["section"][int(reader.arrays["doc.section"][at])],
        grade=GRADE_NAMES[floor.grades[doc]],
        left=shortened(text[:begin], left=True),
        match=text[begin:end],
        right=shortened(text[end:], left=False),
    )


def span(text: str, first: int, size: int) -> tuple[int, int]:
    """Return the characters of `size` words of a text from word number `first` on."""
    held = [*islice(WORD.finditer(fold(text)), first, first + size)]
    return held[0].start(), held[-1].end()


def day(number: int) -> date | None:
    """Return the day of a number YYYYMMDD, None of 0."""
    return date(number // 10000, number // 100 % 100, number % 100) if number else None


def shortened(text: str, left: bool) -> str:
    """Return the nearest SIDE characters of a context, cut between words, as one line."""
    near = " ".join((text[-SIDE:] if left else text[:SIDE]).split())
    if len(text) <= SIDE:
        return near
    return near.partition(" ")[2] if left else near.rpartition(" ")[0]
