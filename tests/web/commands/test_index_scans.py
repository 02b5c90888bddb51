"""A scanned report in the index: recognised once, said wherever it is quoted, gone with it."""

import hashlib

import pytest

from index.supplements.kept_recognition import RecognitionStore
from tests.corpus.scans import (
    cover,
    install_tesseract,
    joined_pdf,
    needs_tesseract,
    posix,
    scanned_pdf,
    second_page,
    text_pdf,
)
from web import create_app

REPORT = "oakmere-ilacs-2019-03-08"
FROM_SCAN = "text recognised from a scan"


@pytest.fixture
def scan(tmp_path):
    """The file of a report of which the second page is a scan."""
    file = tmp_path / "oakmere.pdf"
    file.write_bytes(joined_pdf(text_pdf(cover()), scanned_pdf(second_page())))
    return file


@needs_tesseract
def test_a_quote_from_a_scan_says_so_everywhere(run, scan, tmp_path):
    run("index", scan)
    client = create_app({"data": str(tmp_path / "data")}).test_client()
    of_scan, of_text = "q=clinics", "q=timeliness"
    for address, is_recognised in ((of_scan, True), (of_text, False)):
        page = client.get(f"/?{address}").text
        assert ("Text recognised from a scan" in page, FROM_SCAN in page) == (is_recognised,) * 2
        (hit,) = client.get(f"/api/search?{address}").json["hits"]
        assert (hit["recognised"], FROM_SCAN in hit["citation"]) == (is_recognised,) * 2
        assert hit["report"]["recognised_pages"] == [2]
        link = hit["link"].partition("localhost")[2]
        assert ("Text recognised from a scan" in client.get(link).text) == is_recognised
        assert (FROM_SCAN in client.get(f"{link}.ris").text) == is_recognised
        assert client.get(f"/api/reports/{hit['paragraph']['id']}").json["recognised"] == (
            is_recognised
        )
        table = client.get(f"/search.csv?{address}", buffered=True).text
        assert (FROM_SCAN in table) == is_recognised
        assert (FROM_SCAN in run("search", address[2:]).stdout.replace("\n", " ")) == is_recognised
    report = client.get(f"/report/{REPORT}").text
    assert "The text of page 2 was recognised from a picture (OCR)." in report
    assert client.get(f"/api/reports/{REPORT}").json["source"]["recognised_pages"] == [2]


@needs_tesseract
def test_it_is_recognised_once_and_forgotten_with_its_report(run, scan, tmp_path, monkeypatch):
    run("index", scan)
    store = RecognitionStore(tmp_path / "data")
    sha256 = hashlib.sha256(scan.read_bytes()).hexdigest()
    assert [page.number for page in store.load(sha256)] == [2]
    with monkeypatch.context() as patch:
        install_tesseract(patch, tmp_path / "bin", "exit 1")
        assert "unchanged 1" in run("index", scan).stdout
        run("index", "--rebuild", scan)
        assert "clinics" in run("search", "clinics").stdout
    run("remove", REPORT)
    assert store.load(sha256) == ()


@needs_tesseract
def test_it_is_recognised_once_tesseract_is_installed(run, scan, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        install_tesseract(patch, tmp_path / "bin", "")
        result = run("index", scan)
        assert f"{scan}: page 2 may be a picture of text; install Tesseract" in result.stderr
        assert "unchanged 1" in run("index", scan).stdout
    result = run("index", scan)
    assert f"Replaced {REPORT}: another part of its pages was recognised ({scan})" in result.stdout
    assert "recognition-missing" not in run("doubts").stdout
    assert "unchanged 1" in run("index", scan).stdout


@posix
def test_where_it_fails_one_line_says_so_and_the_rest_is_indexed(run, scan, tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", "kill -SEGV $$")
    (tmp_path / "whole.pdf").write_bytes(scanned_pdf(cover(), dpi=50))
    result = run("index", scan, tmp_path / "whole.pdf")
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert (
        "page 2 could not be recognised: Tesseract ended with SIGSEGV; index it again" in lines[0]
    )
    assert (
        "page 1 could not be recognised: Tesseract ended with SIGSEGV; see to Tesseract" in lines[1]
    )
    assert "Added 1 report" in result.stdout
    assert result.exit_code == 1
