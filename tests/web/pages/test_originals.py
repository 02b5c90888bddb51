"""The file a report was read from: shown while it is what was indexed, and nothing else ever."""

import pytest

from web import create_app

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
def visitor(evidence, file, tmp_path):
    assert evidence("index", file, "--data", tmp_path / "data").exit_code == 0
    return create_app({"data": str(tmp_path / "data")}).test_client()


def test_the_original_is_linked_and_sent_to_be_saved(visitor):
    address = f"/report/{ID}/original"
    assert address in visitor.get(f"/report/{ID}").get_data(as_text=True)
    response = visitor.get(address)
    assert response.get_data(as_text=True) == TEXT
    assert response.headers["Content-Disposition"] == f'attachment; filename="{ID}.md"'


@pytest.mark.parametrize("change", ["changed", "removed"])
def test_what_is_not_what_was_indexed_is_not_sent(visitor, file, change):
    file.write_text("secret") if change == "changed" else file.unlink()
    assert visitor.get(f"/report/{ID}/original").status_code == 404
    told = visitor.get(f"/report/{ID}").get_data(as_text=True)
    assert (f"/report/{ID}/original" in told) is (change == "changed")


def test_the_directory_of_the_file_is_told_to_nobody(visitor, tmp_path):
    told = visitor.get(f"/api/reports/{ID}").get_json()
    assert told["source"]["file"] == "visit.md"
    assert str(tmp_path) not in visitor.get(f"/report/{ID}").get_data(as_text=True)
