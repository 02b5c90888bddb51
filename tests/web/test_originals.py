"""The file a report was read from: shown while it is what was indexed, and nothing else ever."""

import msgspec
import pytest

from search import service
from search.model import Diagnostic, Span
from web import create_app
from web.remembered import Remembered

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


class Commit:
    pass


def test_a_page_is_remembered_until_the_next_commit_and_the_oldest_forgotten():
    memory, one, next_one = Remembered(2), Commit(), Commit()
    memory.keep(one, "a", b"A")
    memory.keep(one, "b", b"B")
    assert memory.get(one, "a") == b"A"
    memory.keep(one, "c", b"C")
    assert [memory.get(one, key) for key in "abc"] == [b"A", None, b"C"]
    assert memory.get(next_one, "a") is None
    memory.keep(next_one, "d", b"D")
    assert (memory.get(one, "a"), memory.get(next_one, "d")) == (None, b"D")


@pytest.mark.parametrize(("letters", "pages"), [(10, 1), (5_000, 0)])
def test_a_page_of_a_very_long_address_is_not_remembered(data, letters, pages):
    app = create_app({"data": str(data)})
    assert app.test_client().get(f"/?q={letters * 'x'}").status_code == 200
    assert len(app.extensions["remembered"].pages) == pages


@pytest.mark.parametrize("takes", ["gzip", "identity", "zstd"])
def test_a_remembered_page_is_the_same_however_it_is_sent(client, takes):
    first, again = (client.get("/?q=timely", headers={"Accept-Encoding": takes}) for _ in range(2))
    assert first.data == again.data
    assert first.headers.get("Content-Encoding", "identity") == takes
    assert "Accept-Encoding" in first.headers["Vary"]


@pytest.mark.parametrize(("kind", "searches"), [("stopped", 2), ("unclosed", 1)])
def test_a_search_that_was_stopped_is_not_remembered(data, monkeypatch, kind, searches):
    client, asked = create_app({"data": str(data)}).test_client(), []

    def search(snapshot, request):
        asked.append(request)
        said = Diagnostic(kind, Span(0, 0), "said")
        return msgspec.structs.replace(service_search(snapshot, request), diagnostics=(said,))

    service_search = service.search
    monkeypatch.setattr(service, "search", search)
    assert client.get("/?q=timely").data == client.get("/?q=timely").data
    assert len(asked) == searches


def test_metrics_are_served_when_asked_for(data):
    plain = create_app({"data": str(data)}).test_client()
    assert plain.get("/metrics").status_code == 404
    watched = create_app({"data": str(data), "metrics": True}).test_client()
    watched.get("/?q=timely")
    told = watched.get("/metrics").get_data(as_text=True)
    assert 'evidence_requests_total{endpoint="pages.search",status="200"} 1.0' in told
