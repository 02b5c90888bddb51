"""Make and take back corrections of a report or a paragraph, kept and applied at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.corrections.fields import Value
from corpus.corrections.file import put_correction, take_correction
from index.collection import open_snapshot
from index.editing.renewal import renew_report
from index.supplements.kept_corrections import read_corrections_text, write_corrections_text
from index.supplements.loading import load_supplements
from index.writer import writing


def make_correction(data: Path, subject: str, field: str, value: Value, wait: float) -> bool:
    """Correct a field of a report or paragraph, by its id; return whether it is held.

    The correction is kept also where it is not. Raise what `index.writer.writing` raises.
    """
    return change(data, subject, lambda text: put_correction(text, subject, field, value), wait)


def undo_correction(data: Path, subject: str, field: str, wait: float) -> bool:
    """Take back the correction of a field; return whether the report or paragraph is held.

    Raise what `index.writer.writing` raises.
    """
    return change(data, subject, lambda text: take_correction(text, subject, field), wait)


def change(data: Path, subject: str, edit: Callable[[str], str], wait: float) -> bool:
    """Edit the file of corrections and apply what it says now to the report of a subject."""
    report_id = subject.partition("/")[0]
    with writing(data, wait) as writer:
        write_corrections_text(data, edit(read_corrections_text(data)))
        report = open_snapshot(data).report(report_id) if report_id in writer.sources else None
        if report is None:
            return False
        renew_report(writer, report, load_supplements(data))
    return subject == report_id or any(part.id == subject for part in report.paragraphs)
