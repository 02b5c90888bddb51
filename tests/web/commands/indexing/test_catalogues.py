"""evidence index and read with --catalogue: what reports do not print, kept and applied."""

import hashlib
import json

import pytest

from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.corrections.supplements import Supplements
from corpus.errors import Refused
from web.commands.indexing import catalogues
from web.commands.indexing.catalogues import describe_matches, read_given, supplement_reports

TEXT = """# Focused visit to Marrowdale children’s services

This report is invented: it describes no real place, person or inspection.

Inspection dates: {day} March 2022

## Headline findings

Social workers see children often, and write down what they hear on the same day.

Managers do not always check that plans say what should change for the child.
"""
PLAIN = "marrowdale-focused-visit-2022-03-03"
LINK = "https://example.org/files/visit.pdf"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    (place / "visit.md").write_text(TEXT.format(day=3))
    return place


@pytest.fixture
def write(tmp_path):
    """Write a catalogue of some lines and return its path."""

    def lines(*rows, name="list.csv"):
        (tmp_path / name).write_text("\n".join(rows), encoding="utf-8")
        return tmp_path / name

    return lines


@pytest.fixture
def facts(run, evidence, tmp_path):
    """The facts of the only report of the index."""

    def read():
        result = evidence("search", "children", "--json", "--data", tmp_path / "data")
        return json.loads(result.stdout)["hits"][0]["report"]

    return read


def of_content(folder):
    return hashlib.sha256((folder / "visit.md").read_bytes()).hexdigest()


@pytest.mark.parametrize("key", ["sha256", "file", "link", "authority and date"])
def test_a_report_gets_what_it_does_not_print_and_keeps_its_id(run, folder, write, facts, key):
    row = {
        "sha256": f"sha256,published,urn,url\n{of_content(folder)},4/4/2022,80461,{LINK}",
        "file": f"File name;Date published;URN;Link\nVISIT.md;04/04/2022;80461;{LINK}",
        "link": f"url,published,urn\n{LINK},4 April 2022,80461",
        "authority and date": f"LA,Inspection end date,published,urn,url\nmarrowdale,2022-03-03,2022-04-04,80461,{LINK}",
    }[key]  # fmt: skip
    result = run("index", folder, "--catalogue", write(row))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1] == "list.csv: 1 row with a report here"
    given = facts()
    assert given["id"] == PLAIN
    assert (given["published"], given["urn"], given["source_url"]) == ("2022-04-04", "80461", LINK)


def test_an_unchanged_file_is_completed_by_a_new_catalogue_and_keeps_it_without(
    run, folder, write, facts
):
    run("index", folder)
    assert facts()["published"] is None
    catalogue = write("file,published", "visit.md,2022-04-04")
    lines = run("index", folder, "--catalogue", catalogue).stdout.splitlines()
    assert "replaced 1 report (2 paragraphs)" in lines[0]
    assert (
        lines[1]
        == "Replaced 1 report, of which a catalogue or a correction says something else than before"
    )
    assert facts()["published"] == "2022-04-04"
    for options in ([], ["--catalogue", catalogue], ["--rebuild"]):
        run("index", folder, *options)
        assert facts()["published"] == "2022-04-04"
    assert "unchanged 1" in run("index", folder).stdout
    (folder / "visit.md").write_text(TEXT.format(day=3).replace("often", "rarely"))
    run("index", folder)
    assert facts()["published"] == "2022-04-04"
    run("index", folder, "--catalogue", write("file,published", "visit.md,2022-05-05"))
    assert facts()["published"] == "2022-05-05"


def test_a_file_that_comes_later_is_completed_too(run, folder, write, facts):
    (folder / "visit.md").rename(folder.parent / "visit.md")
    (folder / "other.md").write_text(TEXT.format(day=4))
    run("index", folder, "--catalogue", write("file,urn", "visit.md,80461"))
    run("remove", "marrowdale-focused-visit-2022-03-04")
    run("index", folder.parent / "visit.md")
    assert facts()["urn"] == "80461"


def test_two_catalogues_are_kept_and_one_of_the_same_name_is_replaced(run, folder, write, facts):
    first = write("file,urn", "visit.md,80461", name="first.csv")
    second = write("file,url", f"visit.md,{LINK}", name="second.csv")
    run("index", folder, "--catalogue", first, "--catalogue", second)
    assert (facts()["urn"], facts()["source_url"]) == ("80461", LINK)
    run("index", folder, "--catalogue", write("file,urn", "other.md,1", name="first.csv"))
    assert (facts()["urn"], facts()["source_url"]) == (None, LINK)


def test_a_contradiction_is_told_and_kept_as_a_doubt(run, evidence, folder, write):
    catalogue = write("file,inspection end", "visit.md,2022-03-09")
    result = run("index", folder, "--catalogue", catalogue)
    says = "list.csv says inspection end 2022-03-09, the report prints 2022-03-03, which counts"
    assert result.stderr == f"evidence: {folder / 'visit.md'}: {says}; check the catalogue\n"
    assert result.exit_code == 0
    read = evidence("read", folder, "--json", "--catalogue", catalogue)
    assert says in [doubt["message"] for doubt in json.loads(read.stdout)["doubts"]]


def test_wrong_columns_are_refused_and_the_reports_are_indexed(run, folder, write):
    result = run("index", folder, "--catalogue", write("colour,size", "red,3"))
    assert result.exit_code == 1
    assert "its columns are: colour, size; it needs one that tells" in result.stderr
    assert result.stdout.startswith("Added 1 report")


def test_bad_cells_are_named_and_all_the_rest_is_done(run, folder, write, facts):
    catalogue = write("file,published,urn,phase", "visit.md,31/31/2022,80461,1")
    result = run("index", folder, "--catalogue", catalogue)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "evidence: list.csv, row 2: the published “31/31/2022” is no day of the calendar; "
        "write it as 2024-12-31 or 31/12/2024",
        "evidence: list.csv: columns that are not used: phase",
    ]
    assert (facts()["published"], facts()["urn"]) == (None, "80461")


def test_a_thousand_rows_without_a_report_are_counted_and_a_few_shown(run, folder, write):
    rows = [f"{number}.pdf,Kent,2021-01-01" for number in range(1_000)]
    result = run("index", folder, "--catalogue", write("file,authority,published", *rows))
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines()[1] == (
        "list.csv: 0 rows with a report here; 1,000 rows without: row 2 (Kent 2021-01-01), "
        "row 3 (Kent 2021-01-01), row 4 (Kent 2021-01-01), row 5 (Kent 2021-01-01), "
        "row 6 (Kent 2021-01-01), ..."
    )


def test_read_prints_what_a_catalogue_gives(evidence, folder, write):
    catalogue = write("file,published,urn", "visit.md,2022-04-04,80461")
    report = json.loads(evidence("read", folder, "--json", "--catalogue", catalogue).stdout)
    assert (report["published"], report["urn"], report["source_url"]) == (
        "2022-04-04",
        "80461",
        None,
    )
    assert report["from_catalogue"] == ["published", "urn"]
    plain = json.loads(evidence("read", folder, "--json").stdout)
    assert (plain["published"], plain["urn"], plain["from_catalogue"]) == (None, None, [])
    assert [p["id"] for p in plain["paragraphs"]] == [p["id"] for p in report["paragraphs"]]
    assert "published, urn" in evidence("read", folder, "--catalogue", catalogue).stdout


def test_an_edition_is_recognised_whatever_a_catalogue_says_of_either(run, folder, write):
    run("index", folder, "--catalogue", write("file,published", "visit.md,2022-04-04"))
    (folder / "mended.md").write_text(TEXT.format(day=3).replace("often", "rarely"))
    result = run("index", folder / "mended.md")
    assert result.stdout.splitlines()[1].startswith(f"Replaced {PLAIN}: another file has the same")


def test_only_a_bounded_number_of_problems_is_named(capsys, write, monkeypatch):
    monkeypatch.setattr(catalogues, "MAX_PROBLEMS_NAMED", 2)
    given, refused = read_given([write("file,published", *("a.pdf,soon" for _ in range(5)))])
    assert (len(given), refused) == (1, 5)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "3 more cells or rows like these" in lines[2]


def test_what_is_no_report_passes_and_matches_are_counted():
    refusal = Refused("a", "b", "c")
    assert list(supplement_reports([refusal], Supplements())) == [refusal]
    rows = (CatalogueRow(line=2, sha256="ab"), CatalogueRow(line=3, title="A title", file="b"))
    assert describe_matches(CatalogueIndex(Catalogue("list", rows)), []) == (
        "list: 0 rows with a report here; 2 rows without: row 2 (SHA-256 ab), row 3 (b)"
    )


def test_of_many_mistakes_the_first_are_named_and_the_rest_counted(run, folder, tmp_path):
    (tmp_path / "data").mkdir()
    lines = [f'"a/p{number}".grade = "splendid"' for number in range(60)]
    (tmp_path / "data" / "corrections.toml").write_text("\n".join(lines))
    named = run("index", folder).stderr.splitlines()
    assert len(named) == 51
    assert "line 50: grade 'splendid'" in named[49]
    assert named[50].endswith("corrections.toml: 10 more lines like these; mend them")
