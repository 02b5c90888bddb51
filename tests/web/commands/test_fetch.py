"""evidence fetch, as somebody with a list of links uses it."""

import json

import pytest

from corpus.fetching.folder_lock import folder_locked
from tests.corpus.fetching.servers import PDF, Reply, site_with

REPORT = """<!DOCTYPE html><title>Focused visit to Marrowdale</title><body><main>
<h1>Focused visit to Marrowdale children’s services</h1>
<p>This report is invented: it describes no real place, person or inspection.</p>
<p>Inspection dates: 3 March 2022</p><h2>Headline findings</h2>
<p>Social workers see children often, and write down what they hear on the same day.</p></main>"""


@pytest.fixture
def site():
    replies = {"/visit": [Reply(200, REPORT.encode())], "/b.pdf": [Reply()]}
    with site_with(replies) as served:
        yield served


@pytest.fixture
def run(evidence, tmp_path):
    """Fetch what a catalogue of some lines lists."""

    def lines(*rows, options=()):
        catalogue = tmp_path / "list.csv"
        catalogue.write_text("\n".join(rows))
        return evidence(
            "fetch", catalogue, "--into", tmp_path / "in" / "files", "--pause", 0, *options
        )

    return lines


def test_what_is_listed_is_fetched_and_then_indexed_with_its_catalogue(
    evidence, run, site, tmp_path
):
    rows = [
        "url,published,urn",
        f"{site.url}/visit,2022-04-04,80461",
        f"{site.url}/b.pdf,2022-04-05,1",
    ]
    result = run(*rows)
    assert (result.exit_code, result.stderr) == (0, "")
    size = (len(REPORT.encode()) + len(PDF)) / 1e6
    assert result.stdout == f"Fetched 2 files ({size:.1f} MB), present 0, unchanged 0, refused 0\n"
    assert run(*rows).stdout == "Fetched 0 files (0.0 MB), present 2, unchanged 0, refused 0\n"
    assert "present 0, unchanged 2" in run(*rows, options=["--update"]).stdout
    folder = tmp_path / "in" / "files"
    shown = evidence("read", folder / "visit.html", "--json", "--catalogue", tmp_path / "list.csv")
    report = json.loads(shown.stdout)
    assert (report["published"], report["urn"]) == ("2022-04-04", "80461")
    assert report["source_url"] == f"{site.url}/visit"


def test_what_is_refused_is_named_and_the_rest_is_done(run, site):
    result = run("url,file", f"{site.url}/gone,", f"{site.url}/b.pdf,", ",c.pdf", "ftp://x/y,d.pdf")
    assert result.exit_code == 1
    assert result.stdout.endswith("refused 1; 2 rows without a link\n")
    assert "Fetched 1 file" in result.stdout
    lines = result.stderr.splitlines()
    assert lines[0].startswith(
        "evidence: list.csv, row 5: the source_url “ftp://x/y” is no address"
    )
    assert lines[1] == (
        f"evidence: row 2, {site.url}/gone: is answered 404 Not Found; check the link in the catalogue"
    )


@pytest.mark.parametrize(
    ("rows", "cause"),
    [
        (["file,urn", "a.pdf,1"], "lists no address"),
        (["colour", "red"], "has no columns of a catalogue"),
        ([""], "is empty"),
    ],
)
def test_a_catalogue_without_links_is_refused(run, tmp_path, rows, cause):
    result = run(*rows)
    assert result.exit_code == 1
    assert cause in result.stderr
    assert not (tmp_path / "in").exists()


def test_a_folder_that_cannot_be_made_is_named(evidence, run, site, tmp_path):
    (tmp_path / "in").write_text("a file")
    result = run("url", f"{site.url}/b.pdf")
    assert result.exit_code == 1
    assert "cannot be made" in result.stderr


def test_a_second_run_into_one_folder_is_refused(run, site, tmp_path):
    folder = tmp_path / "in" / "files"
    folder.mkdir(parents=True)
    with folder_locked(folder):
        result = run("url", f"{site.url}/b.pdf")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "is being fetched into by another `evidence fetch`; wait" in result.stderr
    assert site.asked == []
    assert run("url", f"{site.url}/b.pdf").exit_code == 0
