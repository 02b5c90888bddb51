import hashlib
import os
from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.model import Doubt, Report
from corpus.reading import find, fingerprint, read, read_all
from tests.corpus import files
from tests.shared import REPORTS, needs_shared

LETTER = """# Focused visit to {place} children’s services

What inspectors found on their focused visit to {place} on 4 and 5 June 2019.

## Overview

Help is timely. Social workers know their children well and visit them often.
"""


def letter(folder: Path, name: str, place: str = "Kent") -> Path:
    path = folder / name
    path.write_text(LETTER.format(place=place), encoding="utf-8")
    return path


def shown(found: list[Path | Refused], folder: Path) -> list[str]:
    """Returns paths within the folder, and the causes of refusals."""
    return [
        each.cause if isinstance(each, Refused) else str(each.relative_to(folder)) for each in found
    ]


def test_a_report_names_its_file_and_what_was_in_it(tmp_path: Path) -> None:
    path = letter(tmp_path, "it's a “réport”.md")
    report = read(path)
    assert report.framework == "focused-visit"
    assert report.source.file == str(path)
    assert report.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert report.source.pages is None
    assert fingerprint(path) == report.source.sha256


def test_a_page_that_cannot_be_read_is_a_doubt(tmp_path: Path) -> None:
    printed = LETTER.format(place="Kent").replace("’", "'").splitlines()
    page = [(72.0, 72.0 + 20 * row, "", line) for row, line in enumerate(printed)]
    (tmp_path / "a.pdf").write_bytes(files.pdf(page, []))
    report = read(tmp_path / "a.pdf")
    assert report.source.pages == 2
    assert Doubt("page-unreadable", "page 2 is blank or damaged", 2) in report.doubts


def test_a_folder_is_read_in_order_and_past_what_is_refused(tmp_path: Path) -> None:
    letter(tmp_path, "b.md")
    letter(tmp_path, "d.txt", "Leeds")
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 cut short")
    results = list(read_all([*find([tmp_path]), tmp_path / "gone.pdf"], workers=2))
    assert [
        r.cause.split("(")[0].strip() if isinstance(r, Refused) else r.authority for r in results
    ] == ["is empty", "Kent", "is not a whole PDF", "Leeds", "cannot be read"]


@needs_shared
def test_what_goes_wrong_in_real_reports_does_not_stop_the_rest() -> None:
    paths = [*sorted(REPORTS.glob("*.pdf"))[:3], REPORTS / "rc400d841.pdf"]
    results = list(read_all(paths))
    assert [isinstance(result, Report) for result in results] == [True, True, True, False]


def test_files_are_found_sorted_in_folders_and_below(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/z.pdf", "a/b/c.pdf", ".hidden", "~$lock.docx", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert shown(list(find([tmp_path])), tmp_path) == ["a/b/c.pdf", "a/z.pdf", "b.pdf"]
    assert list(find([tmp_path / ".hidden"])) == [tmp_path / ".hidden"]


def test_an_empty_folder_is_refused_and_a_missing_file_is_left_to_the_reader(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    found = list(find([tmp_path / "gone", tmp_path / "empty"]))
    assert shown(found, tmp_path) == ["gone", "is an empty folder"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_links_that_loop_are_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "report.pdf").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(find([tmp_path]))
    assert shown(found[:2], tmp_path) == ["a/report.pdf", f"is the same folder as {tmp_path}"]
    assert isinstance(
        next(read_all([path for path in found if path == tmp_path / "self"])), Refused
    )
