"""Apply a curator's corrections to a report: the values count, and ids stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.contract import DATE_KEYS
from corpus.corrections.fields import THEME_FIELDS, Value, is_follow_up
from corpus.corrections.file import Corrections
from corpus.model import Doubt, FieldCorrection, Paragraph, Report, anchor_of
from corpus.understanding.authorities import find_region

UNMATCHED = "correction-unmatched"
RESOLVED_DOUBTS = {
    "authority": ("authority-missing", "authority-unlisted", "authority-inferred"),
    "inspection_end": ("dates-missing",),
    "published": ("published-month",),
    "outcome": ("outcome-missing",),
    "framework": ("framework-unknown",),
}
"""A field of a report -> the doubts of the reader that its correction answers."""


def correct_report(report: Report, corrections: Corrections) -> Report:
    """Return a report with the corrections of it and of its paragraphs.

    Its `corrections` say what was read before. One of a paragraph that it does not have becomes a
    doubt.
    """
    values = corrections.of_report(report.id)
    if not values:
        return report
    applied: list[FieldCorrection] = []
    facts = correct_fields(report, values.get(None, {}), None, applied)
    if "authority" in facts:
        facts["region"] = find_region(facts["authority"])
    paragraphs = []
    for paragraph in report.paragraphs:
        anchor = anchor_of(paragraph.id)
        changes = correct_fields(paragraph, values.get(anchor, {}), anchor, applied)
        paragraphs.append(replace(paragraph, **changes) if changes else paragraph)
    answered = {doubt for field in facts for doubt in RESOLVED_DOUBTS.get(field, ())}
    doubts = [doubt for doubt in report.doubts if doubt.kind not in answered]
    anchors = {None, *(anchor_of(one.id) for one in report.paragraphs)}
    for unknown in values.keys() - anchors:
        doubts.append(Doubt(UNMATCHED, f"{unknown} is corrected, which this report does not have"))
        applied += (
            FieldCorrection(unknown, field, None, write_plain(value), is_applied=False)
            for field, value in values[unknown].items()
        )
    facts |= {"paragraphs": tuple(paragraphs), "doubts": tuple(doubts)}
    return replace(report, **facts, corrections=tuple(applied))


def correct_fields(
    subject: Report | Paragraph,
    values: Mapping[str, Value],
    anchor: str | None,
    applied: list[FieldCorrection],
) -> dict[str, Any]:
    """Return the fields to replace, and add what was corrected to `applied`."""
    for field, value in values.items():
        read = None if is_follow_up(field) else write_plain(getattr(subject, field))
        applied.append(FieldCorrection(anchor, field, read, write_plain(value)))
    return {field: value for field, value in values.items() if not is_follow_up(field)}


def write_plain(value: Value) -> str | None:
    """Return a value as pages and JSON show it, None where there is none."""
    if isinstance(value, tuple):
        return ", ".join(value) or None
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)


def remove_corrections(report: Report) -> Report:
    """Return a corrected report as the reader, and catalogues, gave it.

    The doubts of the reader that a correction answered do not come back: only reading does that.
    """
    before: dict[str | None, dict[str, Value]] = defaultdict(dict)
    for one in report.corrections:
        if one.is_applied and not is_follow_up(one.field):
            before[one.paragraph][one.field] = read_plain(one.field, one.read)
    facts: dict[str, Any] = dict(before.pop(None, {}))
    if "authority" in facts:
        facts["region"] = find_region(facts["authority"])
    paragraphs = report.paragraphs
    if before:
        paragraphs = tuple(
            replace(paragraph, **before[anchor_of(paragraph.id)])  # type: ignore[arg-type]
            if anchor_of(paragraph.id) in before
            else paragraph
            for paragraph in paragraphs
        )
    doubts = tuple(doubt for doubt in report.doubts if doubt.kind != UNMATCHED)
    return replace(report, **facts, paragraphs=paragraphs, doubts=doubts, corrections=())


def read_plain(field: str, text: str | None) -> Value:
    """Return the value that `write_plain` wrote of a field."""
    if field in THEME_FIELDS:
        return tuple(text.split(", ")) if text else ()
    if text is not None and field in DATE_KEYS:
        return date.fromisoformat(text)
    return int(text) if text is not None and field == "outcome" else text


def has_current_corrections(report: Report, corrections: Corrections) -> bool:
    """Return whether a report that was corrected before has these corrections and no others."""
    applied = {(one.paragraph, one.field): one.value for one in report.corrections}
    return applied == {
        (anchor, field): write_plain(value)
        for anchor, values in corrections.of_report(report.id).items()
        for field, value in values.items()
    }
