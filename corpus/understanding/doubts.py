"""Find what a curator should check in a report, because the reader could not be sure of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.frameworks.framework import Framework
from corpus.model import Doubt, Judgement, Paragraph
from corpus.patterns import straighten
from corpus.understanding.facts import Facts

MIN_NUMBERED_PARAGRAPHS = 8
"""Numbered paragraphs from which a report counts as numbered, so that a gap is worth a look."""


def find_doubts(
    facts: Facts,
    framework: Framework,
    judgements: Sequence[Judgement],
    paragraphs: Sequence[Paragraph],
) -> Iterator[Doubt]:
    """Yield the doubts about a report's facts, judgements and paragraphs."""
    yield from find_missing_facts(facts, framework, judgements)
    yield from find_numbering_faults(paragraphs)
    yield from find_ungraded_sections(framework, paragraphs)
    yield from find_missing_findings(paragraphs)


def find_missing_facts(
    facts: Facts, framework: Framework, judgements: Sequence[Judgement]
) -> Iterator[Doubt]:
    """Yield a doubt for each fact that reports of the framework print and this one does not."""
    if framework.is_fallback:
        yield Doubt("framework-unknown", "it follows no framework that is known")
    if facts.authority is None:
        if not framework.is_on_service:
            yield Doubt("authority-missing", "no authority was found that it is about")
    elif facts.is_authority_inferred:
        message = f"no title or cover names {facts.authority.name}: the text names it most often"
        yield Doubt("authority-inferred", message)
    elif facts.authority.region is None and not (facts.invented or framework.is_on_police):
        yield Doubt("authority-unlisted", f"{facts.authority.name} is not in authorities.csv")
    if facts.period is None and framework.is_dated:
        yield Doubt("dates-missing", "no dates of the inspection were found")
    if facts.published_month:
        message = f"of its publication only the month is printed, {facts.published_month}"
        yield Doubt("published-month", message)
    if framework.outcomes and facts.outcome is None:
        yield Doubt("outcome-missing", "no outcome was found")
    if framework.is_graded and not judgements and not framework.is_fallback:
        yield Doubt("judgements-missing", "no judgements were found")


def find_numbering_faults(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yield a doubt for each gap and each repeat in the paragraphs' printed numbers."""
    numbered = [p for p in paragraphs if p.number is not None]
    if len(numbered) < MIN_NUMBERED_PARAGRAPHS:
        return
    counts = Counter(p.number for p in numbered)
    for before, after in pairwise(numbered):
        number, following = before.number or 0, after.number or 0
        if following > number + 1:
            message = f"after paragraph {number} comes {following}"
            yield Doubt("number-gap", message, after.page)
        elif counts[following] > 1 and following <= number and not begins_list(after):
            message = f"there is more than one paragraph {following}"
            yield Doubt("number-repeated", message, after.page)


def begins_list(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is the first of a list of recommendations, numbered anew."""
    return paragraph.number == 1 and paragraph.kind == "recommendation"


def find_ungraded_sections(
    framework: Framework, paragraphs: Sequence[Paragraph]
) -> Iterator[Doubt]:
    """Yield a doubt for each section of findings without a grade where others have one."""
    findings = [p for p in paragraphs if p.kind == "finding" and p.section]
    if framework.has_grades_behind:  # each section with a grade prints it, the others have none
        return
    if not framework.is_graded or not any(p.grade for p in findings):
        return
    never_graded = [rule.pattern for rule in framework.heading_rules if not rule.is_graded]
    without_grade = [p for p in findings if p.grade is None]
    exempt = {path for path in {p.path for p in without_grade} if is_under(path, never_graded)}
    ungraded = {p.section: p.page for p in reversed(without_grade) if p.path not in exempt}
    for section, page in reversed(ungraded.items()):
        yield Doubt("grade-missing", f"no grade was found for “{section}”", page)


def is_under(path: Sequence[str], patterns: Sequence[re.Pattern[str]]) -> bool:
    """Return whether one of the headings above a paragraph is one that a pattern finds."""
    return any(pattern.search(straighten(heading)) for heading in path for pattern in patterns)


def find_missing_findings(paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Yield a doubt where a report holds no finding."""
    if not any(p.kind == "finding" for p in paragraphs):
        yield Doubt("findings-missing", "no findings were found")
