import hashlib

import pytest

from corpus.catalogue.file_names import unique_url_name
from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.errors import Refused
from corpus.fetching.fetcher import NewFile, PresentFile, fetch_listed, list_addresses
from corpus.model import Source
from tests.corpus.fetching.servers import PDF, Reply, ranged
from tests.index.reports import report

OTHER = PDF.replace(b"1.7", b"1.4")
NOT_FOUND = b"<!DOCTYPE html><title>404 Not Found</title><body><p>It is gone.</p></body>"


def catalogue(*rows):
    return Catalogue("list.csv", rows)


@pytest.fixture
def fetch(client, tmp_path):
    """Fetch the addresses of some rows into a folder, and return the outcomes."""

    def rows(*rows, **options):
        limits = options.pop("limits", {})
        listed = list_addresses(catalogue(*rows))
        return list(fetch_listed(listed, tmp_path, client(**limits), **options))

    return rows


def row(url, line=2, **fields):
    return CatalogueRow(line=line, source_url=url, **fields)


def visible(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}


def test_what_is_missing_is_downloaded_and_what_is_there_is_not_asked_for(serve, fetch, tmp_path):
    site = serve({"/a.pdf": [Reply()], "/file/2": [Reply(200, OTHER)], "/c": [Reply()]})
    rows = [
        row(f"{site.url}/a.pdf"),
        row(f"{site.url}/file/2", 3),
        row(f"{site.url}/c", 4, file="sub/kent.pdf"),
        row(f"{site.url}/a.pdf", 5),
        CatalogueRow(line=6, file="x.pdf"),
    ]
    outcomes = fetch(*rows)
    names = ["a.pdf", "2.pdf", "sub-kent.pdf"]
    assert [outcome.path.name for outcome in outcomes] == names
    assert all(isinstance(outcome, NewFile) for outcome in outcomes)
    assert visible(tmp_path) == {"a.pdf": PDF, "2.pdf": OTHER, "sub-kent.pdf": PDF}
    asked = len(site.asked)
    assert fetch(*rows) == [PresentFile(tmp_path / name) for name in names]
    assert len(site.asked) == asked
    (tmp_path / "2.pdf").unlink()
    assert [type(outcome) for outcome in fetch(*rows)] == [PresentFile, NewFile, PresentFile]


def test_files_that_were_there_before_are_known_by_name_or_content(serve, fetch, tmp_path):
    site = serve({"/a.pdf": [Reply()], "/file/2": [Reply()]})
    (tmp_path / "a.pdf").write_bytes(b"as it was")
    (tmp_path / "2.pdf").write_bytes(b"as it was")
    rows = [row(f"{site.url}/a.pdf"), row(f"{site.url}/file/2", 3)]
    assert [type(outcome) for outcome in fetch(*rows)] == [PresentFile, PresentFile]
    sha256 = hashlib.sha256(PDF).hexdigest()
    (outcome,) = fetch(row(f"{site.url}/a.pdf", sha256=sha256))
    assert outcome == NewFile(tmp_path / "a.pdf", len(PDF))


def test_addresses_that_share_a_name_have_files_of_their_own_which_the_catalogue_finds(
    serve, fetch, tmp_path
):
    site = serve({"/1/report.pdf": [Reply()], "/2/report.pdf": [Reply(200, OTHER)]})
    rows = [row(f"{site.url}/{n}/report.pdf", n) for n in (1, 2)]
    names = [outcome.path.name for outcome in fetch(*rows)]
    assert names == [unique_url_name(one.source_url) for one in rows]
    index = CatalogueIndex(catalogue(*rows))
    for one, name in zip(rows, names, strict=True):
        source = Source(str(tmp_path / name), "aa", 1)
        assert index.find(report("ash", "A text.", source=source)) == (one,)


def test_a_name_that_two_rows_give_is_refused_for_the_second():
    rows = [
        row("https://example.org/1", file="a.pdf"),
        row("https://example.org/2", 3, file="A.pdf"),
    ]
    first, second = list_addresses(catalogue(*rows))
    assert (first.name, type(second)) == ("a.pdf", Refused)
    assert "the same file, A.pdf, as https://example.org/1" in second.cause
    assert "row 3" in second.remedy


def test_an_error_page_and_other_refusals_are_named_and_all_the_rest_is_done(
    serve, fetch, tmp_path
):
    site = serve(
        {
            "/a.pdf": [Reply(200, NOT_FOUND)],
            "/b.pdf": [Reply(404, NOT_FOUND)],
            "/c.pdf": [Reply(200, PDF[:-8], length="")],
            "/d.pdf": [Reply()],
        }
    )
    *refused, last = fetch(*(row(f"{site.url}/{name}.pdf", n) for n, name in enumerate("abcd", 2)))
    assert [str(each).partition(": ")[2].partition(";")[0] for each in refused] == [
        'is a web page that says "404 Not Found"',
        "is answered 404 Not Found",
        "is answered with half a PDF",
    ]
    assert refused[0].file == f"row 2, {site.url}/a.pdf"
    assert isinstance(last, NewFile)
    assert visible(tmp_path) == {"d.pdf": PDF}
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_download_that_broke_off_is_resumed_by_the_next_run(serve, fetch, tmp_path):
    site = serve({"/a.pdf": ranged(first_sent=1000)})
    (refusal,) = fetch(row(f"{site.url}/a.pdf"), limits={"attempts": 1})
    assert isinstance(refusal, Refused)
    assert visible(tmp_path) == {}
    (outcome,) = fetch(row(f"{site.url}/a.pdf"))
    assert site.headers()["range"] == "bytes=1000-"
    assert outcome.path.read_bytes() == PDF


def test_an_update_asks_whether_files_have_changed(serve, fetch, tmp_path):
    known = {"ETag": '"1"', "Last-Modified": "Mon, 05 Jan 2026 10:00:00 GMT"}
    changed = Reply(200, OTHER, {"ETag": '"2"'})
    site = serve({"/a.pdf": [Reply(headers=known), Reply(304, b""), changed, Reply(200, OTHER)]})
    listed = row(f"{site.url}/a.pdf")
    fetch(listed)
    assert fetch(listed, update=True) == [PresentFile(tmp_path / "a.pdf", was_asked=True)]
    assert site.headers()["if-none-match"] == '"1"'
    assert fetch(listed, update=True) == [NewFile(tmp_path / "a.pdf", len(OTHER))]
    assert fetch(listed, update=True) == [PresentFile(tmp_path / "a.pdf", was_asked=True)]
    assert site.headers()["if-none-match"] == '"2"'
    assert visible(tmp_path) == {"a.pdf": OTHER}


def test_a_file_is_kept_where_its_server_now_has_an_error_page(serve, fetch, tmp_path):
    site = serve({"/a.pdf": [Reply(), Reply(200, NOT_FOUND)]})
    listed = row(f"{site.url}/a.pdf")
    fetch(listed)
    assert isinstance(fetch(listed, update=True)[0], Refused)
    assert visible(tmp_path) == {"a.pdf": PDF}


def test_a_folder_that_cannot_be_written_to_ends_the_run(serve, client, tmp_path):
    site = serve({"/a.pdf": [Reply()]})
    outcomes = fetch_listed(
        list_addresses(catalogue(row(f"{site.url}/a.pdf"))), tmp_path / "gone", client()
    )
    with pytest.raises(Refused, match="gone: cannot be written to"):
        list(outcomes)
