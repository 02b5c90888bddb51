"""A document's own measures: body size, line pitch, and how far its lines reach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.layout.pieces import Piece

SAME = 3.0
"""Points within which two left edges are one: kerning and rounding stay below it."""

RAGGED = 0.2
"""The share of the measure that typed lines may leave empty."""

FEW = 4
"""Lines at one indent that tell where its lines end; fewer than these say nothing."""

TIGHTEST, WIDEST = 0.9, 1.9
"""Pitches, in sizes, between which two lines can belong to one paragraph."""


@dataclass(frozen=True, slots=True)
class Measures:
    """`size` of the body and `pitch` from line to line of it, in points; right `edges`.

    `edges` holds, by page and left edge, how far lines reach; `edge` is the document's own.
    `pitches` are those of pages that have their own. `plain`: all type is alike, as typed.
    `floor` is how far down pages are filled.
    """

    size: float
    pitch: float
    edge: float
    edges: dict[tuple[int | None, int], float]
    pitches: dict[int | None, float]
    plain: bool
    floor: float

    def room(self, piece: Piece) -> float:
        """Returns how many lines the page has room for below a line, were it filled with text."""
        return (self.floor - piece.bottom) / self.pitch

    @property
    def slack(self) -> float:
        """Points that a full line may end short of the edge: much where letters are typed.

        Typed lines were often broken to another measure than the one they are shown in.
        """
        return self.edge * RAGGED if self.plain else self.size / 2

    def leading(self, piece: Piece) -> float:
        """Returns the pitch expected between a line like `piece` and the one above it."""
        pitch = self.pitches.get(piece.page, self.pitch)
        return pitch * piece.size / self.size if piece.size > self.size else pitch

    def reach(self, piece: Piece) -> float:
        """Returns where a full line that begins where `piece` does would end, in points."""
        return self.edges.get((piece.page, round(piece.start)), self.edge)


def measures(pieces: Sequence[Piece]) -> Measures:
    """Returns the measures of lines in reading order; all are 1.0 or more, never 0."""
    size = body_size(pieces)
    body = [piece for piece in pieces if abs(piece.size - size) < 0.6]
    pitches = body_pitches(body, size)
    pitch = common((pitch for found in pitches.values() for pitch in found), size * 1.2)
    plain = all(typed(piece, size) for piece in pieces)
    return Measures(
        size, pitch, right_edge(body), right_edges(body), widest(pitches), plain, page_floor(body)
    )


def typed(piece: Piece, size: float) -> bool:
    """Whether a line looks typed: body type, at a whole number of points from the edge."""
    look = not piece.bold and piece.level is None and abs(piece.size - size) < 0.6
    return look and float(piece.start).is_integer()


def body_size(pieces: Iterable[Piece]) -> float:
    """Returns the size, to half a point, that most letters have."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[round(piece.size * 2) / 2] += len(piece.text)
    return max(letters, key=letters.__getitem__, default=1.0) or 1.0


def body_pitches(body: Sequence[Piece], size: float) -> dict[int | None, list[float]]:
    """Returns, by page, the distances between lines that one sentence joins, in points."""
    pitches: defaultdict[int | None, list[float]] = defaultdict(list)
    for above, below in pairwise(body):
        pitch = below.bottom - above.bottom
        if (
            above.page == below.page
            and size * TIGHTEST < pitch < size * WIDEST
            and below.text[:1].islower()
            and above.text[-1:].isalpha()
        ):
            pitches[above.page].append(pitch)
    return pitches


def common(pitches: Iterable[float], default: float) -> float:
    """Returns the commonest pitch, to a tenth of a point."""
    counted = Counter(round(pitch, 1) for pitch in pitches)
    return max(counted, key=counted.__getitem__, default=default)


def widest(pitches: dict[int | None, list[float]]) -> dict[int | None, float]:
    """Returns, by page, the widest pitch within its sentences, one stray pair in ten left out."""
    return {
        page: sorted(found)[int(len(found) * 0.9)]
        for page, found in pitches.items()
        if len(found) >= FEW
    }


def page_floor(body: Iterable[Piece]) -> float:
    """Returns how far down pages are filled: four in five end higher or there."""
    bottoms: dict[int | None, float] = {}
    for piece in body:
        bottoms[piece.page] = max(piece.bottom, bottoms.get(piece.page, 0.0))
    return sorted(bottoms.values())[int(len(bottoms) * 0.8)] if bottoms else 1.0


def right_edge(body: Sequence[Piece]) -> float:
    """Returns where full lines end: all but the furthest few stay left of it."""
    rights = sorted(piece.right for piece in body)
    return rights[int(len(rights) * 0.98)] if rights else 1.0


def right_edges(body: Iterable[Piece]) -> dict[tuple[int | None, int], float]:
    """Returns how far the lines of each page and left edge reach, where they are not few."""
    rights: defaultdict[tuple[int | None, int], list[float]] = defaultdict(list)
    for piece in body:
        rights[piece.page, round(piece.start)].append(piece.right)
    return {place: max(found) for place, found in rights.items() if len(found) >= FEW}
