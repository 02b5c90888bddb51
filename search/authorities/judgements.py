"""The judgements of a report, its overall grade among them, and the grades of one area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.model import Judgement, Report

OVERALL = "overall"


def list_judgements(report: Report) -> Iterator[Judgement]:
    """Yield the judgements of a report as printed, first its overall grade where none has it."""
    if report.overall and not any(one.area == OVERALL for one in report.judgements):
        yield Judgement("Overall grade of the report", report.overall, OVERALL)
    yield from report.judgements


def grades_of_area(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Return the grade of an area as a whole where one of its judgements gives that (until 2012
    each part of a report has a dozen), else the grades of all of them, each once.
    """
    whole = [one for one in judgements if one.name.casefold().startswith(OVERALL)]
    return tuple(dict.fromkeys(one.grade for one in whole or judgements))
