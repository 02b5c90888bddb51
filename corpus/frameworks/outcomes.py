"""Outcomes that reports state in a sentence in place of grades: the [outcomes] of a framework."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.datafile import DataFile
from corpus.frameworks.headings import PATTERN_KEYS, parse_pattern


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome of a framework: `number` 1 is the best, `label` is what pages call it.

    `pattern` is searched in the sentences of a report's opening, their apostrophes straightened.
    """

    number: int
    label: str
    pattern: re.Pattern[str]


def parse_outcomes(data: DataFile) -> tuple[Outcome, ...]:
    """Return the outcomes of a framework's file, the best first; none where it lists none.

    Raise DataError, naming the line of a mistake.
    """
    outcomes = tuple(parse_outcome(data, label) for label in data.table("outcomes"))
    for number, outcome in enumerate(outcomes, 1):
        if outcome.number != number:
            raise data.mistake("outcomes", outcome.label, f"needs number = {number}; the best is 1")
    return outcomes


def parse_outcome(data: DataFile, label: str) -> Outcome:
    """Return the outcome that one line of [outcomes] gives."""
    if not label.strip() or "." in label:
        raise data.mistake("outcomes", label, "is no label; write it without a full stop")
    table = f"outcomes.{label}"
    data.check_keys(table, ("number", *PATTERN_KEYS))
    number, pattern = data.whole_number(table, "number"), parse_pattern(data, table)
    if number is None or pattern is None:
        missing = f'write {label!r} = {{number = 1, contains = ["..."]}}'
        raise data.mistake("outcomes", label, f"needs a number and a wording; {missing}")
    return Outcome(number, label, pattern)


def read_outcome(outcomes: Sequence[Outcome], sentences: Iterable[str]) -> int | None:
    """Return the number of the outcome that the first sentence states which states one.

    Of two in one sentence it is the gravest. None where no sentence states any.
    """
    return next(iter(find_outcomes(outcomes, sentences)), None)


def find_outcomes(outcomes: Sequence[Outcome], sentences: Iterable[str]) -> Iterator[int]:
    """Yield the number of each outcome that is stated, the gravest of a sentence first."""
    for text in sentences:
        for outcome in reversed(outcomes):
            if outcome.pattern.search(text):
                yield outcome.number
