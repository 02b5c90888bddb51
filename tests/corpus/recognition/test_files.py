"""Scanned reports: read as their text would be, or doubted and refused with what is to be done."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.model import Report
from corpus.reading import load_files
from corpus.recognition import files
from corpus.recognition.files import NoStore, read_files
from tests.corpus.scans import (
    cover,
    install_tesseract,
    joined_pdf,
    linux,
    needs_tesseract,
    posix,
    scanned_pdf,
    second_page,
    text_pdf,
)
from tests.reliability.processes import kill_group
from tests.source_tree import ROOT
from tests.web.serving import wait_until


class Store(dict):
    """Keeps pages in memory."""

    def load(self, sha256):
        return self.get(sha256, ())

    def keep(self, sha256, pages):
        self[sha256] = tuple(pages)


def read(folder, *contents, store=None):
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number}.pdf")
        paths[-1].write_bytes(content)
    return list(read_files(load_files(paths), NoStore() if store is None else store))


def content_of(report):
    return [(p.section, p.kind, p.page, p.text) for p in report.paragraphs]


@needs_tesseract
@pytest.mark.parametrize(
    ("scan", "pages"),
    [
        (lambda: scanned_pdf(cover(), second_page(), turn=90, dpi=150), (1, 2)),
        (lambda: joined_pdf(text_pdf(cover()), scanned_pdf(second_page())), (2,)),
        (lambda: scanned_pdf(cover(), second_page(), foot="Oakmere 2019"), (1, 2)),
    ],
    ids=["on its side", "second page alone", "with a foot as text"],
)
def test_a_scan_is_read_as_its_text_would_be(scan, pages, tmp_path):
    printed, scanned = read(tmp_path, text_pdf(cover(), second_page()), scan())
    assert content_of(scanned) == content_of(printed)
    assert (scanned.id.removesuffix(f"-{scanned.source.sha256[:8]}"), scanned.title) == (
        printed.id,
        printed.title,
    )
    assert (printed.recognised_pages, scanned.recognised_pages) == ((), pages)
    assert "page-unreadable" not in {doubt.kind for doubt in scanned.doubts}


@needs_tesseract
def test_words_that_may_be_others_are_a_doubt(tmp_path):
    (report,) = read(tmp_path, joined_pdf(text_pdf(cover()), scanned_pdf(second_page(), blur=4)))
    (doubt,) = (doubt for doubt in report.doubts if doubt.kind == "recognition-doubtful")
    assert (doubt.page, "doubtful words" in doubt.message) == (2, True)


@needs_tesseract
def test_it_is_done_once_also_for_a_page_without_words(tmp_path, monkeypatch):
    store = Store()
    dot = scanned_pdf([(300, 400, "", 12, ".")], dpi=50)
    content = joined_pdf(text_pdf(cover()), scanned_pdf(second_page()), dot)
    (report,) = read(tmp_path, content, store=store)
    doubts = {doubt.kind: doubt.message for doubt in report.doubts}
    assert doubts["page-unreadable"] == "page 3 is a picture on which no text was recognised"
    assert [page.number for page in store[report.source.sha256]] == [2, 3]
    install_tesseract(monkeypatch, tmp_path / "bin", "exit 1")
    assert read(tmp_path, content, store=store) == [report]


@posix
def test_without_tesseract_it_is_named(tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", "")
    mixed = joined_pdf(text_pdf(cover()), scanned_pdf(second_page(), dpi=50))
    refused, report = read(tmp_path, scanned_pdf(cover(), dpi=50), mixed)
    assert isinstance(refused, Refused)
    assert "page 1 has no text (a picture of a page?)" in refused.cause
    assert "apt install tesseract-ocr" in refused.remedy
    doubts = {doubt.kind: doubt for doubt in report.doubts}
    assert doubts["page-unreadable"].page == 2
    assert "apt install tesseract-ocr" in doubts["recognition-missing"].message


@posix
@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("kill -SEGV $$", "Tesseract ended with SIGSEGV"),
        ("yes", "Tesseract ended with "),
    ],
    ids=["crashes", "never ends its answer"],
)
def test_where_it_fails_the_rest_is_read(script, cause, tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", script)
    store = Store()
    mixed = joined_pdf(text_pdf(cover()), scanned_pdf(second_page(), dpi=50))
    refused, report, printed = read(
        tmp_path, scanned_pdf(cover(), dpi=50), mixed, text_pdf(cover()), store=store
    )
    assert isinstance(refused, Refused)
    assert cause in refused.cause
    (failed,) = (doubt for doubt in report.doubts if doubt.kind == "recognition-failed")
    assert failed.message.startswith("page 2 could not be recognised: ")
    assert cause in failed.message
    assert isinstance(printed, Report)
    assert store == {}


@posix
def test_one_that_only_fails_is_given_up(tmp_path, monkeypatch):
    calls = tmp_path / "calls"
    install_tesseract(monkeypatch, tmp_path / "bin", f"echo called >>{calls}; exit 1")
    pages = [second_page()] * 20
    first, second = read(
        tmp_path,
        joined_pdf(text_pdf(cover()), scanned_pdf(*pages, dpi=20)),
        joined_pdf(text_pdf(cover()), scanned_pdf(*pages, dpi=21)),
    )
    (failed,) = (doubt for doubt in first.doubts if doubt.kind == "recognition-failed")
    assert failed.message.startswith("page 2 and 19 more could not be recognised: ")
    assert "recognition-failed" not in {doubt.kind for doubt in second.doubts}
    assert len(calls.read_text().splitlines()) < len(pages)


def test_pages_that_there_is_no_time_for_are_told(tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", "exit 1")
    monkeypatch.setattr(files, "FILE_SECONDS", -1.0)
    (report,) = read(tmp_path, joined_pdf(text_pdf(cover()), scanned_pdf(second_page(), dpi=50)))
    (failed,) = (doubt for doubt in report.doubts if doubt.kind == "recognition-failed")
    assert "it took over" in failed.message


@linux
def test_it_ends_with_the_command_that_called_it(tmp_path, monkeypatch):
    pid_file = tmp_path / "pid"
    install_tesseract(monkeypatch, tmp_path / "bin", f"echo $$ >{pid_file}; exec sleep 600")
    (tmp_path / "scan.pdf").write_bytes(scanned_pdf(cover(), dpi=50))
    command = [
        sys.executable,
        "-c",
        "from web.cli import main; main()",
        "read",
        str(tmp_path / "scan.pdf"),
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            wait_until(lambda: pid_file.exists() and pid_file.read_text().strip())
            pid = int(pid_file.read_text())
            os.kill(process.pid, signal.SIGKILL)
            wait_until(lambda: not is_running(pid))
        finally:
            kill_group(process)


def is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
