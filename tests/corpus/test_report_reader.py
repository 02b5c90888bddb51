"""One file is read as a report, or refused."""

import hashlib
from pathlib import Path

from corpus.errors import Refused
from corpus.model import Doubt
from corpus.reading import load_file
from corpus.report_reader import read_file, read_report_or_refuse
from tests.corpus import files
from tests.corpus.test_reading import LETTER, letter


def test_a_report_names_its_file_and_what_was_in_it(tmp_path: Path) -> None:
    path = letter(tmp_path, "it's a “réport”.md")
    report = read_file(path)
    assert report.framework == "focused-visit"
    assert report.source.file == str(path)
    assert report.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert report.source.pages is None
    assert load_file(path).sha256 == report.source.sha256


def test_a_page_that_cannot_be_read_is_a_doubt(tmp_path: Path) -> None:
    printed = LETTER.format(place="Kent").replace("’", "'").splitlines()
    page = [(72.0, 72.0 + 20 * row, "", line) for row, line in enumerate(printed)]
    (tmp_path / "a.pdf").write_bytes(files.pdf(page, []))
    report = read_file(tmp_path / "a.pdf")
    assert report.source.pages == 2
    assert Doubt("page-unreadable", "page 2 is blank or damaged", 2) in report.doubts


def test_a_file_that_holds_no_report_is_refused_and_not_raised(tmp_path: Path) -> None:
    path = letter(tmp_path, "a.md")
    assert not isinstance(read_report_or_refuse(load_file(path)), Refused)
    path.write_text("Two pints of milk.")
    assert isinstance(read_report_or_refuse(load_file(path)), Refused)
