"""Printed paragraph numbers, distinguished from numbers that only look like them.

The numbers of a report count up from 1 at one margin, from which a few may be indented. So a
number is one of them if it is part of the longest such chain; any other line may begin with a
number and a full stop, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

LEADING_NUMBER = re.compile(r"\s*(\d{1,3})([.)]?)(?:\s+(?=\S)|$|(?<=[.)])(?=[^\W\d_]|[‘“]))")

MAX_SKIPPED = 2
"""Numbers that a report may leave out by mistake at one place."""

MAX_MARGIN_DRIFT_POINTS = 16.0
"""Points by which the numbers' left edge may move: longer numbers begin further left."""

MAX_INDENT_POINTS = 40.0
"""Points by which a few of the paragraphs may be indented, or stand out again, at most."""

INDENT_COST, SKIP_COST = 0.6, 0.5
"""What a change of the left edge, and each number left out, takes from a chain's length.

So a chain at one edge counts as longer, and one that takes in an indented number as longer than
one that skips it.
"""

MAX_OPEN_CHAINS = 50
"""Chains that are kept going at once from each number, the longest ones."""

MIN_NUMBERS = 3
"""A chain of fewer numbers does not number the paragraphs."""


@dataclass(frozen=True, slots=True)
class NumberCandidate:
    """A line that begins with a number: its index, the number, and the text after it."""

    index: int
    number: int
    left: float
    text: str
    is_dotted: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of numbers: its last one, what came before it, and its length less what it cost."""

    last: NumberCandidate
    before: Chain | None
    length: float

    def candidates(self) -> list[NumberCandidate]:
        """Return the numbers of the chain, first to last."""
        chain: Chain | None = self
        numbers = []
        while chain:
            numbers.append(chain.last)
            chain = chain.before
        return numbers[::-1]


def number_paragraphs(state: LayoutState) -> LayoutState:
    """Step: move the number that begins a numbered paragraph from the line's text to `number`."""
    lines = list(state.lines)
    for candidate in find_longest_chain(find_candidates(lines)):
        line = lines[candidate.index]
        lines[candidate.index] = replace(line, number=candidate.number, text=candidate.text)
    return replace(state, lines=tuple(lines))


def find_candidates(lines: Sequence[LayoutLine]) -> Iterable[NumberCandidate]:
    """Yield the lines that begin with what may be a paragraph number."""
    for index, line in enumerate(lines):
        if line.bullet or line.cells or not line.text[:1].isdigit():
            continue
        match = LEADING_NUMBER.match(line.text)
        if match and (match[2] or match.end() == len(line.text)):
            text = line.text[match.end() :]
            yield NumberCandidate(index, int(match[1]), line.left, text, bool(match[2]))


def find_longest_chain(candidates: Iterable[NumberCandidate]) -> list[NumberCandidate]:
    """Return the longest chain that counts up from 1, empty where none numbers the report."""
    chains: dict[int, list[Chain]] = defaultdict(list)  # by the number that they end with
    longest: Chain | None = None
    for candidate in candidates:
        chain = continue_best(candidate, chains)
        if chain is None:
            continue
        ending = chains[candidate.number]
        ending.append(chain)
        if len(ending) > MAX_OPEN_CHAINS * 2:
            ending[:] = sorted(ending, key=lambda each: each.length)[-MAX_OPEN_CHAINS:]
        longest = chain if longest is None or chain.length > longest.length else longest
    numbers = longest.candidates() if longest else []
    return numbers if len(numbers) >= MIN_NUMBERS else []


def continue_best(
    candidate: NumberCandidate, chains: Mapping[int, Sequence[Chain]]
) -> Chain | None:
    """Return the longest chain that ends with a number, of equals the latest; None without one."""
    best: Chain | None = None
    for before in range(candidate.number - 1, candidate.number - MAX_SKIPPED - 2, -1):
        for chain in chains.get(before, ()):
            cost = cost_to_follow(chain.last, candidate)
            if cost is not None and (best is None or chain.length + 1 - cost >= best.length):
                best = Chain(candidate, chain, chain.length + 1 - cost)
    if best is None and candidate.number == 1:
        return Chain(candidate, None, 1)
    return best


def cost_to_follow(last: NumberCandidate, candidate: NumberCandidate) -> float | None:
    """Return what it costs that a number is the next one after `last`, None where it cannot be."""
    skipped = candidate.number - last.number - 1
    if not candidate.is_dotted and (last.is_dotted or skipped):
        return None
    shift = abs(candidate.left - last.left)
    if shift <= MAX_MARGIN_DRIFT_POINTS:
        return SKIP_COST * skipped
    may_be_indented = candidate.is_dotted and not skipped and shift <= MAX_INDENT_POINTS
    return INDENT_COST if may_be_indented else None
