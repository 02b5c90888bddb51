"""Read files, but not those of which the index holds what they would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.corrections.supplements import Supplements, is_current
from corpus.errors import Refused
from corpus.formats.recognised import list_unread_pages
from corpus.model import Report
from corpus.reading import READER_VERSION, LoadedFile
from corpus.recognition.files import can_recognise, read_files
from index.registry.provenance import Provenance, is_in_place
from index.supplements.kept_recognition import RecognitionStore
from index.writer import Writer
from web.commands.indexing.catalogues import supplement_reports
from web.commands.indexing.outcomes import DuplicateFile, Skipped, UnchangedFile


def read_changed(
    files: Iterable[LoadedFile | Refused], writer: Writer, supplements: Supplements
) -> Iterator[Report | Skipped]:
    """Yield the report in each file, supplemented, or why it was not read."""
    outcomes: Iterator[Report | Skipped]
    store = RecognitionStore(writer.data)
    outcomes = read_files(
        skip_held(files, writer, supplements), store, frameworks=supplements.corrections.frameworks
    )
    return supplement_reports(outcomes, supplements)


def skip_held(
    files: Iterable[LoadedFile | Refused], writer: Writer, supplements: Supplements
) -> Iterator[LoadedFile | Skipped]:
    """Yield each file to be read; in place of any other, why it is not read.

    A file is not read where the index holds its content as this version of the reader reads it
    and as it is supplemented and recognised, from this file or from one that is still in place, or
    where an earlier file has the same.
    """
    current = {
        source: report_id
        for report_id, source in writer.sources.items()
        if source.reader == READER_VERSION
    }
    held_by_sha = {source.sha256: source for source in current}
    store = RecognitionStore(writer.data)
    earlier_files: dict[str, str] = {}
    for file in files:
        if isinstance(file, Refused):
            yield file
            continue
        path, same = str(file.path), held_by_sha.get(file.sha256)
        earlier = earlier_files.setdefault(file.sha256, path)
        report_id = current.get(Provenance(path, file.sha256, READER_VERSION))
        if report_id is not None:
            is_same = (
                report_id in writer.sources
                and has_current_facts(report_id, writer, supplements)
                and not can_recognise_more(report_id, writer, store)
            )
            yield UnchangedFile() if is_same else file
        elif earlier != path:
            yield DuplicateFile(path, earlier)
        elif same and is_in_place(same):
            yield DuplicateFile(path, same.file)
        else:
            yield file


def has_current_facts(report_id: str, writer: Writer, supplements: Supplements) -> bool:
    """Return whether a report has what is added to it, no more and no less."""
    if not supplements.may_apply_to(report_id) and not writer.has_given_facts(report_id):
        return True  # as most are; it saves parsing the facts of all
    return is_current(writer.facts(report_id), supplements)


def can_recognise_more(report_id: str, writer: Writer, store: RecognitionStore) -> bool:
    """Return whether a report has pages that may be pictures and were not tried to be recognised,
    as when Tesseract was not yet installed.
    """
    if not writer.has_unreadable_pages(report_id) or not can_recognise():
        return False
    report = writer.facts(report_id)
    tried = {page.number for page in store.load(report.source.sha256)}
    return not list_unread_pages(report) <= tried
