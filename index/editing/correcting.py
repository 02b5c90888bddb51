"""Make and take back corrections of a report or a paragraph, kept and applied at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.corrections.fields import Value
from corpus.corrections.file import put_correction, take_correction
from corpus.corrections.supplements import Supplements, is_read_by_framework
from corpus.errors import Refused
from corpus.model import Report
from corpus.reading import load_file
from corpus.recognition.files import read_files
from corpus.understanding.identity import rename_report
from index.collection import open_snapshot
from index.editing.renewal import renew_report
from index.supplements.kept_corrections import read_corrections_text, write_corrections_text
from index.supplements.kept_recognition import RecognitionStore
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
        supplements = load_supplements(data)
        if not is_read_by_framework(report, supplements.corrections):
            report = read_again(report, data, supplements) or report
        renew_report(writer, report, supplements)
    return subject == report_id or any(part.id == subject for part in report.paragraphs)


def find_unread_file(data: Path, report_id: str) -> str | None:
    """Return the file of a report that is still to be read by its corrected framework, because it
    was not there as it was read; None for none.
    """
    report = open_snapshot(data).report(report_id)
    if report is None or is_read_by_framework(report, load_supplements(data).corrections):
        return None
    return report.source.file


def read_again(report: Report, data: Path, supplements: Supplements) -> Report | None:
    """Return a report as its file gives it by the framework that it is to have by now; None where
    the file is not as it was.
    """
    try:
        file = load_file(Path(report.source.file))
    except Refused:
        return None
    if file.sha256 != report.source.sha256:
        return None
    frameworks = supplements.corrections.frameworks
    (outcome,) = read_files([file], RecognitionStore(data), 1, frameworks)
    return rename_report(outcome, report.id) if isinstance(outcome, Report) else None
