"""Printed paragraph numbers, told from numbers that only look like them.

The numbers of a report count up from 1 at one margin. So a number is one of them when it is
part of the longest such chain, wherever else a line may begin with a number and a full stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.layout.pieces import NUMBER, Piece

SKIPPED = 2
"""Numbers that a report may leave out by mistake at one place."""

MARGIN = 16.0
"""Points by which the numbers' left edge may move: longer numbers begin further left."""

MOST_CHAINS = 50
"""Chains, the longest ones, that are kept going at once."""

SHORTEST = 3
"""A chain of fewer numbers is no numbering."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins with a number: where, which, and the text after it."""

    index: int
    number: int
    start: float
    text: str
    dotted: bool


def number(pieces: Sequence[Piece]) -> None:
    """Sets `number` of the pieces that begin numbered paragraphs, and takes it off their text."""
    for found in longest(chains(candidates(pieces))):
        piece = pieces[found.index]
        piece.number, piece.text = found.number, found.text


def candidates(pieces: Sequence[Piece]) -> Iterable[Candidate]:
    """Yields the lines that begin with what may be a paragraph number."""
    for index, piece in enumerate(pieces):
        if piece.bullet or piece.cells or not piece.text[:1].isdigit():
            continue
        match = NUMBER.match(piece.text)
        if match and (match[2] or match.end() == len(piece.text)):
            text = piece.text[match.end() :]
            yield Candidate(index, int(match[1]), piece.start, text, bool(match[2]))


def chains(found: Iterable[Candidate]) -> list[list[Candidate]]:
    """Returns every chain that counts up from 1, each line in the best one that it fits."""
    known: list[list[Candidate]] = []
    for candidate in found:
        chain = chain_for(candidate, known)
        if chain is not None:
            chain.append(candidate)
        elif candidate.number == 1:
            known = sorted(known, key=len)[-MOST_CHAINS:] if len(known) > MOST_CHAINS * 2 else known
            known.append([candidate])
    return known


def chain_for(candidate: Candidate, known: Sequence[list[Candidate]]) -> list[Candidate] | None:
    """Returns the longest chain that the line may go on, of equals the latest; else None."""
    fitting = [chain for chain in known if follows(chain[-1], candidate)]
    return max(reversed(fitting), key=len, default=None)


def follows(last: Candidate, candidate: Candidate) -> bool:
    """Whether a number may be the next one after `last`."""
    if abs(candidate.start - last.start) > MARGIN or (last.dotted and not candidate.dotted):
        return False
    skipped = candidate.number - last.number - 1
    return skipped == 0 or (candidate.dotted and 0 < skipped <= SKIPPED)


def longest(known: Iterable[Sequence[Candidate]]) -> Sequence[Candidate]:
    """Returns the chain that numbers the report, empty where none does."""
    best = max(known, key=len, default=())
    return best if len(best) >= SHORTEST else ()
