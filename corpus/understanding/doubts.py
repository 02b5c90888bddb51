"""What a curator should check in a report, because the reader could not be sure of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.frameworks import Framework
from corpus.model import Doubt, Judgement, Paragraph
from corpus.understanding.facts import Facts

NUMBERED = 8
"""So many numbered paragraphs make a numbered report, in which a gap is worth a look."""


def doubts_of(
    facts: Facts,
    framework: Framework,
    judgements: Sequence[Judgement],
    paragraphs: Sequence[Paragraph],
) -> Iterator[Doubt]:
    """Yields the doubts about a report that has been read."""
    yield from missing(facts, framework, judgements)
    yield from numbering(paragraphs)
    yield from without_grade(framework, paragraphs)
    yield from without_findings(paragraphs)


def missing(facts: Facts, framework: Framework, judgements: Sequence[Judgement]) -> Iterator[Doubt]:
    """Yields a doubt for each fact that such reports print and that was not found."""
    if framework.key == "other":
        yield Doubt("framework-unknown", "it follows no framework that is known")
    if facts.authority is None:
        yield Doubt("authority-missing", "no authority was found that it is about")
    elif facts.authority.region is None and not facts.invented:
        yield Doubt("authority-unlisted", f"{facts.authority.name} is not in authorities.csv")
    if facts.period is None:
        yield Doubt("dates-missing", "no dates of the inspection were found")
    if framework.outcomes and facts.outcome is None:
        yield Doubt("outcome-missing", "no outcome was found")
    if framework.graded and not judgements and framework.key != "other":
        yield Doubt("judgements-missing", "no judgements were found")


def numbering(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yields a doubt for each gap and each repeat in the paragraphs' printed numbers."""
    numbered = [p for p in paragraphs if p.number is not None]
    if len(numbered) < NUMBERED:
        return
    counts = Counter(p.number for p in numbered)
    for before, after in pairwise(numbered):
        here, there = before.number or 0, after.number or 0
        if there > here + 1:
            yield Doubt("number-gap", f"after paragraph {here} comes {there}", after.page)
        elif counts[there] > 1 and there <= here:
            yield Doubt("number-repeated", f"there is more than one paragraph {there}", after.page)


def without_grade(framework: Framework, paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yields a doubt for each section of findings without a grade where others have one."""
    findings = [p for p in paragraphs if p.kind == "finding" and p.section]
    if not framework.graded or not any(p.grade for p in findings):
        return
    ungraded = {p.section: p.page for p in reversed(findings) if p.grade is None}
    for section, page in reversed(ungraded.items()):
        yield Doubt("grade-missing", f"no grade was found for “{section}”", page)


def without_findings(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yields a doubt where a report holds no finding."""
    if not any(p.kind == "finding" for p in paragraphs):
        yield Doubt("findings-missing", "no findings were found")
