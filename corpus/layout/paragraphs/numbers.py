"""Printed paragraph numbers, distinguished from numbers that only look like them.

The numbers of a report count up from 1 at one margin. So a number is one of them if it is
part of the longest such chain; any other line may begin with a number and a full stop, too. Where
each line is a whole paragraph, and no chain is long, all chains are numbered lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

LEADING_NUMBER = re.compile(r"\s*(\d{1,3})([.)]?)(?:\s+(?=\S)|$|(?<=[.)])(?=[^\W\d_]|[‘“]))")

MAX_SKIPPED = 2
"""Numbers that a report may leave out by mistake at one place."""

MAX_MARGIN_DRIFT_POINTS = 16.0
"""Points by which the numbers' left edge may move: longer numbers begin further left."""

MAX_OPEN_CHAINS = 50
"""Chains, the longest ones, that are kept going at once."""

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


Chain = list[NumberCandidate]


def number_paragraphs(state: LayoutState) -> LayoutState:
    """Step: move the number that begins a numbered paragraph from the line's text to `number`."""
    lines = list(state.lines)
    chains = find_chains(find_candidates(lines))
    for candidate in longest_chain(chains) or (of_lists(chains) if state.document.flowing else []):
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
            is_heading = line.heading_level is not None
            yield NumberCandidate(index, int(match[1]), line.left, text, bool(match[2]), is_heading)


def find_chains(candidates: Iterable[NumberCandidate]) -> list[Chain]:
    """Return every chain that counts up from 1, each line in the best one that it fits."""
    chains: list[Chain] = []
    for candidate in candidates:
        chain = best_chain(candidate, chains)
        if chain is not None:
            chain.append(candidate)
        elif candidate.number == 1:
            if len(chains) > MAX_OPEN_CHAINS * 2:
                chains = sorted(chains, key=len)[-MAX_OPEN_CHAINS:]
            chains.append([candidate])
    return chains


def best_chain(candidate: NumberCandidate, chains: Sequence[Chain]) -> Chain | None:
    """Return the longest chain that the line may continue, of equals the latest; else None."""
    fitting = [chain for chain in chains if may_follow(chain[-1], candidate)]
    return max(reversed(fitting), key=len, default=None)


def may_follow(last: NumberCandidate, candidate: NumberCandidate) -> bool:
    """Return whether a number may be the next one after `last`."""
    if abs(candidate.left - last.left) > MAX_MARGIN_DRIFT_POINTS:
        return False
    if last.is_dotted and not candidate.is_dotted:
        return False
    skipped = candidate.number - last.number - 1
    return skipped == 0 or (candidate.is_dotted and 0 < skipped <= MAX_SKIPPED)


def longest_chain(chains: Iterable[Chain]) -> Chain:
    """Return the chain that numbers the report, empty where none does."""
    longest = max(chains, key=len, default=[])
    return longest if len(longest) >= MIN_NUMBERS else []


def of_lists(chains: Iterable[Chain]) -> Chain:
    """Return all lines of chains, which are numbered lists where each line is a paragraph."""
    return [candidate for chain in chains for candidate in chain if not candidate.is_heading]
