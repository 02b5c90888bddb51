import os
import subprocess
import sys
from pathlib import Path

from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import load_file, read_loaded_files
from tests.corpus.audited_reader import FOLDER, LOG
from tests.corpus.read_paths import read_paths
from tests.shared import REPORTS, needs_shared
from tests.source_tree import ROOT

LETTER = """# Focused visit to {place} children’s services

What inspectors found on their focused visit to {place} on 4 and 5 June 2019.

## Overview

Help is timely. Social workers know their children well and visit them often.
"""


def letter(folder: Path, name: str, place: str = "Kent") -> Path:
    path = folder / name
    path.write_text(LETTER.format(place=place), encoding="utf-8")
    return path


def test_a_folder_is_read_in_order_and_past_what_is_refused(tmp_path: Path) -> None:
    letter(tmp_path, "b.md")
    letter(tmp_path, "d.txt", "Leeds")
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 cut short")
    results = list(read_paths([*find_files([tmp_path]), tmp_path / "gone.pdf"], workers=2))
    assert [
        r.cause.split("(")[0].strip() if isinstance(r, Refused) else r.authority for r in results
    ] == ["is empty", "Kent", "is not a whole PDF", "Leeds", "cannot be read"]


@needs_shared
def test_what_goes_wrong_in_real_reports_does_not_stop_the_rest() -> None:
    paths = [*sorted(REPORTS.glob("*.pdf"))[:3], REPORTS / "rc400d841.pdf"]
    results = list(read_paths(paths))
    assert [isinstance(result, Report) for result in results] == [True, True, True, False]


def test_what_is_not_a_file_is_passed_through_in_its_place(tmp_path: Path) -> None:
    files = [load_file(letter(tmp_path, name)) for name in ("a.md", "b.md")]
    before, first, between, second = read_loaded_files(["before", files[0], "between", files[1]])
    assert (before, between) == ("before", "between")
    assert [report.source.file for report in (first, second)] == [str(f.path) for f in files]


OPENING = """\
import sys
from tests.corpus import audited_reader
from corpus import reading
from web.cli import main
reading.read_report_or_refuse = audited_reader.read
main(sys.argv[1:])
"""
LOADING = """\
import sys
from pathlib import Path
from tests.corpus import audited_reader
from corpus.reading import load_file
for path in sys.argv[1:]: load_file(Path(path))
"""


def opened(tmp_path: Path, code: str, *arguments: object) -> list[str]:
    """Return the files in the folder that a program opens, once for each time."""
    log = tmp_path / "log"
    log.write_bytes(b"")
    subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, LOG: str(log), FOLDER: str(tmp_path / "reports")},
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return sorted(log.read_text().splitlines())


def test_every_file_is_opened_once_whatever_becomes_of_it(tmp_path: Path) -> None:
    folder, data = tmp_path / "reports", tmp_path / "data"
    folder.mkdir()
    paths = [letter(folder, f"{place}.md", place) for place in ("Kent", "Leeds", "Hull")]
    once = opened(tmp_path, LOADING, *paths)
    assert set(once) == set(map(str, paths))
    assert opened(tmp_path, OPENING, "read", folder) == once
    assert opened(tmp_path, OPENING, "index", folder, "--data", data) == once
    paths[0].write_text(paths[0].read_text() + "\nIt has changed.\n")
    paths.append(letter(folder, "copy of Hull.md", "Hull"))
    once = opened(tmp_path, LOADING, *paths)
    assert opened(tmp_path, OPENING, "index", folder, "--data", data) == once


def test_only_workers_import_what_reads_files() -> None:
    code = "import sys, corpus.reading; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    heavy = ("pypdfium2", "lxml", "numpy", "corpus.layout", "corpus.understanding")
    assert [name for name in modules if name.startswith(heavy)] == []
