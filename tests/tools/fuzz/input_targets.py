"""Fuzz targets for what people hand in: report files and queries."""

import json
from pathlib import Path

from corpus.errors import CorpusError
from corpus.formats.detection import read_document
from corpus.formats.document import Document
from corpus.model import Report, Source
from corpus.understanding.report import assemble_report
from search.errors import SearchError
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.corpus.formats.test_fuzz import SOUND
from tests.reliability.worlds import make_index
from tests.tools.fuzz.target import Target
from tests.tools.samples import SAMPLES

EVERY_SIGN = b'plan* -"not yet timely"~3 OR (care grade:good year:2018..2022) NOT lap~ AND care*y'


class ReportFileTarget(Target):
    """Any file is read as a report with ids of its own, or refused by name."""

    seeds = (*SOUND.values(), *(path.read_bytes() for path in sorted(SAMPLES.glob("*.*"))))

    def check(self, data):
        try:
            document = read_document(Path("any"), data)
            assert isinstance(document, Document)
            source = Source("any", "0" * 64, len(document.pages) or None)
            report = assemble_report(document, source)
        except CorpusError:
            return
        assert isinstance(report, Report)
        assert len({paragraph.id for paragraph in report.paragraphs}) == len(report.paragraphs)


class QueryTarget(Target):
    """Any query is answered; every span that a diagnostic names lies within what was typed."""

    seeds = (
        b"plans",
        EVERY_SIGN,
        b'authority:"North" \xe2\x80\x9cplans\xe2\x80\x9d',
        b"((((",
        b'-"',
    )

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        self.engine = open_engine(self.folder / "data")

    def check(self, data):
        text = data.decode("utf-8", "replace")
        match = ("auto", "all", "most", "any")[len(data) % 4]
        try:
            page = search(self.engine, Request(text, match=match, facets=("grade", "year")))
        except SearchError:
            return
        assert len(page.hits) == min(page.total, 10)
        assert all(0 <= d.span.start <= d.span.end <= len(text) for d in page.diagnostics)
        for hit in page.hits:
            marks = hit.marks
            assert all(0 <= m.start < m.end <= len(hit.paragraph.text) for m in marks)
        json.dumps([part.text for part in page.sentence])
