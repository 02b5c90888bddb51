"""Read one file as a report: what workers load, with all that reads and understands formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import Refused, UnreadPictures
from corpus.formats.detection import read_document
from corpus.formats.document import Document, PageInfo
from corpus.formats.pdf.file import RECOGNITION_REMEDY
from corpus.formats.pdf.recognition import tesseract
from corpus.formats.recognised import FAILED, MISSING
from corpus.frameworks.framework import Framework
from corpus.model import Doubt, Report, Source
from corpus.reading import LoadedFile, load_file
from corpus.registry import registry
from corpus.understanding.identity import list_id_candidates, rename_report
from corpus.understanding.report import assemble_report


def read_report(file: LoadedFile) -> Report:
    """Return the report that a file holds. Raise Refused where it holds none."""
    document = read_document(file.path, file.content, file.recognised)
    recognised = tuple(page.number for page in document.pages if page.recognition)
    source = Source(str(file.path), file.sha256, len(document.pages) or None, recognised)
    pictures = tuple(page.number for page in document.pages if page.is_picture)
    try:
        report = assemble_report(document, source)
        if framework := find_corrected(report, file):
            report = assemble_by(framework, document, report)
    except Refused as refusal:
        raise with_pictures(refusal, pictures) from refusal
    doubts = tuple(doubt_recognition(document.pages))
    return replace(report, doubts=(*report.doubts, *doubts)) if doubts else report


def find_corrected(report: Report, file: LoadedFile) -> Framework | None:
    """Return the framework that a curator named for a report, None where it is the one it has."""
    ids = list_id_candidates(report.id, file.sha256)
    key = next((file.frameworks[one] for one in ids if one in file.frameworks), report.framework)
    return None if key == report.framework else registry().framework.get(key)


def assemble_by(framework: Framework, document: Document, report: Report) -> Report:
    """Return a report as another framework has it read, under the id and framework that it has."""
    source = replace(report.source, read_as=framework.key)
    again = rename_report(assemble_report(document, source, framework), report.id)
    return replace(again, framework=report.framework)


def with_pictures(refusal: Refused, pictures: tuple[int, ...]) -> Refused:
    """Return a refusal that tells of pages which are pictures, if there are any."""
    if not pictures:
        return refusal
    cause = f"{refusal.cause} as far as it has text, and page {pictures[0]} is a picture"
    is_installed = tesseract.is_installed()
    remedy = refusal.remedy if is_installed else RECOGNITION_REMEDY
    return UnreadPictures(refusal.file, cause, remedy, pictures)


def doubt_recognition(pages: Sequence[PageInfo]) -> Iterator[Doubt]:
    """Yield the doubt that pages which are pictures could be recognised, or that this failed."""
    pictures = [page.number for page in pages if page.is_picture]
    failed = [page for page in pages if page.not_recognised]
    if failed:
        first, more = failed[0], f" and {len(failed) - 1} more" * (len(failed) > 1)
        message = f"page {first.number}{more} could not be recognised: {first.not_recognised}"
        yield Doubt(FAILED, f"{message}; index it again", first.number)
    elif pictures and not tesseract.is_installed():
        more = f" and {len(pictures) - 1} more" * (len(pictures) > 1)
        message = f"page {pictures[0]}{more} may be a picture of text; {tesseract.REMEDY}"
        yield Doubt(MISSING, f"{message} and index it again", pictures[0])


def read_file(path: Path) -> Report:
    """Return the report in the file at `path`, in this process. Raise Refused where it has none."""
    return read_report(load_file(path))


def read_report_or_refuse(file: LoadedFile) -> Report | Refused:
    """Return the report that a file holds, or why there is none."""
    try:
        return read_report(file)
    except Refused as refusal:
        return refusal
