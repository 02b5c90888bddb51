"""Find facts behind the labels that a framework's file lists for them: "Led by: Ann Hill"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corpus.frameworks.framework import Framework

Fact = TypeVar("Fact")


def read_labelled(
    framework: Framework, fact: str, lines: Sequence[str], read: Callable[[str], Fact | None]
) -> Fact | None:
    """Return a fact as `read` makes it of what stands behind its label; None where none does.

    `lines` are those of a cover, with bars between the cells of a row.
    """
    facts = (read(value) for value in find_values(framework, fact, lines))
    return next((value for value in facts if value is not None), None)


def find_values(framework: Framework, fact: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield what stands behind each label of a fact: on its line, else on the next."""
    label = framework.fact_labels.get(fact)
    for at, line in enumerate(lines if label else ()):
        if label and (match := label.match(line)):
            value = match["value"] or " ".join(lines[at + 1 : at + 2])
            yield value.partition("|")[0].strip(" :.,")
