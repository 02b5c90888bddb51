"""All reports on one authority: what each asked for, and whether another came after it."""

from __future__ import annotations

from corpus.model import Paragraph, Report


def recommendations(report: Report) -> tuple[Paragraph, ...]:
    """Returns what the report asks for."""
    return tuple(one for one in report.paragraphs if one.kind == "recommendation")


def followed(reports: list[Report]) -> set[str]:
    """Returns the ids of those of the reports after which another one came."""
    newest = max((one.dated for one in reports if one.dated), default=None)
    return {one.id for one in reports if one.dated and newest and one.dated < newest}
