"""The passages of a report that may answer a recommendation: its paragraphs, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Paragraph, Report
from search.followup.tracker.concepts import find_concepts
from search.model import Span

TURN = r"(?=(?:but|although|though|while|whilst|whereas|however)\b)"
CLAUSE_END = re.compile(rf"[\s,](?:(?<=[.;:!?]\s)\s*|(?<=,)\s+{TURN}|(?<=\s)\s*{TURN})")
"""Where one clause ends: what follows "but" and the like says something else. It begins with a set
of characters, which `re` looks for far faster than for alternatives.
"""
MAX_CLAUSES = 40
"""Of a paragraph; the last of a longer one goes to its end."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that is a finding or a recommendation, its clauses, and the concepts of each."""

    paragraph: Paragraph
    clauses: tuple[Span, ...]
    concepts: tuple[frozenset[str], ...]

    @property
    def texts(self) -> list[str]:
        """The texts of its clauses."""
        return [self.paragraph.text[one.start : one.end] for one in self.clauses]

    @property
    def is_recommendation(self) -> bool:
        """Whether it asks for an action."""
        return self.paragraph.kind == "recommendation"


def read_passages(report: Report) -> list[Passage]:
    """Return the passages of a report in order."""
    return [
        read_passage(paragraph)
        for paragraph in report.paragraphs
        if paragraph.kind != "context" and paragraph.text
    ]


def read_passage(paragraph: Paragraph) -> Passage:
    """Return a paragraph as a passage."""
    clauses = tuple(split_clauses(paragraph.text))
    texts = (paragraph.text[one.start : one.end] for one in clauses)
    return Passage(paragraph, clauses, tuple(map(concept_names, texts)))


def concept_names(text: str) -> frozenset[str]:
    """Return the names of the concepts of a text."""
    return frozenset(one.name for one in find_concepts(text))


def split_clauses(text: str) -> Iterator[Span]:
    """Yield the clauses of a text in order, which has at least one."""
    start, count = 0, 1
    for match in CLAUSE_END.finditer(text):
        if match.start() > start and count < MAX_CLAUSES:
            yield Span(start, match.start())
            start, count = match.end(), count + 1
    yield Span(start, len(text))
