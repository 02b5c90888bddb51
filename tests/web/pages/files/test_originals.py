"""The original file of a report: sent only while it is what was indexed."""

import hashlib
import os
import sys

import pytest
from werkzeug.http import parse_options_header

from corpus.model import Source
from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.pages.files import originals
from web.pages.files.originals import base_name, download_name, exists, open_original

TEXT = """# Focused visit to Marrowdale children’s services

This report is invented: it describes no real place, person or inspection.

Inspection dates: 3 March 2022

## Headline findings

Social workers see children often, and write down what they hear on the same day.
"""
ID = "marrowdale-focused-visit-2022-03-03"


@pytest.fixture
def file(tmp_path):
    place = tmp_path / "visit.md"
    place.write_text(TEXT, encoding="utf-8")
    return place


@pytest.fixture
def client(evidence, file, tmp_path):
    assert evidence("index", file, "--data", tmp_path / "data").exit_code == 0
    return create_app({"data": str(tmp_path / "data")}).test_client()


def test_the_original_is_linked_and_sent_to_be_saved(client):
    address = f"/report/{ID}/original"
    assert address in client.get(f"/report/{ID}").get_data(as_text=True)
    response = client.get(address)
    assert response.get_data(as_text=True) == TEXT
    assert response.headers["Content-Disposition"] == f"attachment; filename={ID}.md"


@pytest.mark.parametrize("change", ["changed", "removed"])
def test_a_changed_or_removed_file_is_not_sent(client, file, change):
    file.write_text("secret") if change == "changed" else file.unlink()
    assert client.get(f"/report/{ID}/original").status_code == 404
    page = client.get(f"/report/{ID}").get_data(as_text=True)
    assert (f"/report/{ID}/original" in page) is (change == "changed")


def test_the_directory_of_the_file_stays_secret(client, tmp_path):
    answer = client.get(f"/api/reports/{ID}").get_json()
    assert answer["source"]["file"] == "visit.md"
    assert str(tmp_path) not in client.get(f"/report/{ID}").get_data(as_text=True)


def test_a_pdf_is_sent_to_be_shown(tmp_path):
    content = b"%PDF-1.7 not a whole one"
    file = tmp_path / "ash.pdf"
    file.write_bytes(content)
    source = Source(str(file), hashlib.sha256(content).hexdigest(), 1)
    with writing(tmp_path / "data") as writer:
        writer.put(report("ash", "Plans.", source=source))
    response = (
        create_app({"data": str(tmp_path / "data")}).test_client().get("/report/ash/original")
    )
    assert (response.mimetype, response.get_data()) == ("application/pdf", content)
    assert response.headers["Content-Disposition"] == "inline; filename=ash.pdf"


@pytest.mark.parametrize("file", ["visit.md", "/nowhere/visit.md"])
def test_a_file_elsewhere_does_not_exist(file):
    assert not exists(report("ash", "Plans.", source=Source(file, "0", None)))


NAMES = [
    "visit.md",
    "no suffix",
    "two words.tar.gz",
    'quotation "marks".md',
    "line\nfeed.m\nd",
    'suffix.m"d',
    "suffix.mé€",
    "not utf-8 \udce9\udcff.md",
    "not utf-8.m\udce9",
    ".md",
    "x." + "y" * 200,
    "z" * 251 + ".md",
    "back\\slash.md",
    "aux.md",
    "; filename=evil.exe",
    "trailing.",
    "\u202egpj.md",
]


@pytest.mark.skipif(sys.platform != "linux", reason="Other systems refuse such names themselves.")
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
@pytest.mark.parametrize("content", [b"Plans are late.", b"%PDF-1.7 not a whole one"])
def test_a_file_of_any_name_is_sent_under_a_right_one(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    source = Source(str(file), hashlib.sha256(content).hexdigest(), 1)
    whole = report("ash", "Plans.", source=source)
    assert exists(whole)
    with open_original(whole) as copy:
        assert copy.read() == content
    with writing(tmp_path / "data") as writer:
        try:
            writer.put(whole)
        except UnicodeEncodeError:
            pytest.skip("The index takes no such path, so that no page links to it.")
    client = create_app({"data": str(tmp_path / "data")}).test_client()
    response = client.get("/report/ash/original")
    assert (response.status_code, response.get_data()) == (200, content)
    header = response.headers["Content-Disposition"]
    kind, options = parse_options_header(header)
    assert kind == ("inline" if content.startswith(b"%PDF-") else "attachment")
    assert options["filename"] == download_name(whole)
    assert options["filename"].startswith("ash")
    assert not set(options["filename"]) & set('"/\\\r\n')
    assert header.isascii()
    assert client.get("/report/ash").status_code == 200
    answer = client.get("/api/reports/ash").get_json()
    assert str(tmp_path) not in answer["source"]["file"]


@pytest.mark.parametrize(
    "path", ["a\x00b", "/a\x00b", "/" + "x" * 5_000, "/proc/self/mem", "", "/dev/null"]
)
def test_a_path_that_no_report_was_read_from_is_no_original(path):
    whole = report("ash", "Plans.", source=Source(path, "0", None))
    assert not exists(whole) or path == "/proc/self/mem"
    assert open_original(whole) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="The system has no named pipes.")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "visit.md")
    whole = report("ash", "Plans.", source=Source(str(tmp_path / "visit.md"), "0", None))
    assert not exists(whole)
    assert open_original(whole) is None


def test_a_large_original_is_sent_from_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(originals, "MAX_BYTES_IN_MEMORY", 10)
    content = b"x" * 1_000
    (tmp_path / "long.txt").write_bytes(content)
    source = Source(str(tmp_path / "long.txt"), hashlib.sha256(content).hexdigest(), 1)
    with open_original(report("ash", "Plans.", source=source)) as copy:
        assert copy.read() == content
    with writing(tmp_path / "data") as writer:
        writer.put(report("ash", "Plans.", source=source))
    client = create_app({"data": str(tmp_path / "data")}).test_client()
    with client.get("/report/ash/original") as response:
        assert response.get_data() == content
        assert response.content_length == 1_000


@pytest.mark.parametrize(
    "path", ["C:\\secret\\visit.md", "/secret/visit.md", "\\\\server\\secret\\visit.md"]
)
def test_the_name_of_a_file_has_no_folder_of_any_system(path):
    assert base_name(report("ash", "Plans.", source=Source(path, "0", None))) == "visit.md"


@pytest.mark.parametrize("ranges", ["bytes=999999-", "bytes=0-1,3-4,6-7"])
def test_a_part_that_is_not_there_is_refused_in_words(client, ranges):
    response = client.get(f"/report/{ID}/original", headers={"Range": ranges})
    assert response.status_code == 416
    assert "That part is not there" in response.text
