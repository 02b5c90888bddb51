"""Printed paragraph numbers, distinguished from numbers that only look like them.

The numbers of a report count up from 1 at one margin, from which a few may be indented. So a
number is one of them if it is part of the longest such chain; any other line may begin with a
number and a full stop, too. Where each line is a whole paragraph, and no chain is long, all chains
are numbered lists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as replace_fields

from corpus.layout.lines import LayoutLine
from corpus.layout.paragraphs.headings import HEADING_EXTRA_POINTS
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
    """A line that begins with a number: its index, the number, the text after it, and its kind."""

    index: int
    number: int
    left: float
    text: str
    is_dotted: bool
    is_heading: bool


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
    body_size = state.metrics.body_size
    chains = find_chains(
        c for c in find_candidates(lines) if not heads_part(lines[c.index], body_size)
    )
    for candidate in longest_chain(chains) or (of_lists(chains) if state.document.flowing else []):
        line = lines[candidate.index]
        lines[candidate.index] = replace_fields(line, number=candidate.number, text=candidate.text)
    return replace(state, lines=tuple(lines))


def find_candidates(lines: Sequence[LayoutLine]) -> Iterable[NumberCandidate]:
    """Yield the lines that begin with what may be a paragraph number."""
    for index, line in enumerate(lines):
        if line.bullet or line.cells or not line.text[:1].isdigit():
            continue
        match = LEADING_NUMBER.match(line.text)
        if match and (match[2] or match.end() == len(line.text)):
            text = line.text[match.end() :]
            is_heading = line.heading_level is not None
            yield NumberCandidate(index, int(match[1]), line.left, text, bool(match[2]), is_heading)


def heads_part(line: LayoutLine, body_size: float) -> bool:
    """Return whether a line is in the type of a heading, so that its number is a part's."""
    return line.bold and line.size > body_size + HEADING_EXTRA_POINTS


def find_chains(candidates: Iterable[NumberCandidate]) -> list[Chain]:
    """Return the chains that count up from 1: the longest one that ends with each number."""
    ending: dict[int, list[Chain]] = defaultdict(list)  # by the number that they end with
    chains: list[Chain] = []
    for candidate in candidates:
        chain = continue_best(candidate, ending)
        if chain is None:
            continue
        chains.append(chain)
        alike = ending[candidate.number]
        alike.append(chain)
        if len(alike) > MAX_OPEN_CHAINS * 2:
            alike[:] = sorted(alike, key=lambda each: each.length)[-MAX_OPEN_CHAINS:]
    return chains


def longest_chain(chains: Iterable[Chain]) -> list[NumberCandidate]:
    """Return the numbers of the chain that numbers the report, none where no chain does."""
    longest = max(chains, key=lambda chain: chain.length, default=None)
    numbers = longest.candidates() if longest else []
    return numbers if len(numbers) >= MIN_NUMBERS else []


def of_lists(chains: Iterable[Chain]) -> list[NumberCandidate]:
    """Return all lines of chains, which are numbered lists where each line is a paragraph."""
    return [chain.last for chain in chains if not chain.last.is_heading]


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
