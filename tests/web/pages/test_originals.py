"""The original file of a report: sent only while it is what was indexed."""

import hashlib

import pytest

from corpus.model import Source
from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.pages.originals import exists

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
