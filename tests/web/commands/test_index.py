"""evidence index and remove, as the keeper of a collection uses them."""

import pytest

from index.writer import writing

TEXT = """# Focused visit to Marrowdale children’s services

This report is invented: it describes no real place, person or inspection.

Inspection dates: {day} March 2022

## Headline findings

Social workers see children often, and write down what they hear on the same day.

Managers do not always check that plans say what should change for the child.
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one report and one file that is none."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "visit.md").write_text(TEXT.format(day=3))
    (place / "shopping.txt").write_text("milk\nbread\n")
    return place


def test_a_folder_is_indexed_and_what_is_no_report_is_named(run, folder):
    result = run("index", folder)
    assert result.exit_code == 1
    assert result.stdout.startswith("Added 1 report (2 paragraphs), replaced 0 reports")
    assert "refused 1;" in result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"evidence: {folder / 'shopping.txt'}: ")
    assert "1 report, 2 paragraphs" in run("status").stdout


def test_what_is_unchanged_is_skipped_and_what_changed_replaces_the_old(run, folder):
    run("index", folder)
    assert "unchanged 1, duplicate 0, refused 1" in run("index", folder).stdout
    (folder / "visit.md").write_text(TEXT.format(day=3).replace("often", "rarely"))
    assert "replaced 1 report (2 paragraphs)" in run("index", folder).stdout
    assert "1 paragraph in 1 report" in run("search", "rarely").stdout
    assert "0 paragraphs in 0 reports" in run("search", "often").stdout


def test_a_report_whose_mended_date_gives_it_another_id_is_held_once(run, folder):
    run("index", folder)
    (folder / "visit.md").write_text(TEXT.format(day=4))
    assert "replaced 1 report" in run("index", folder).stdout
    assert run("status", "--reports").stdout.splitlines()[1:] == [
        "marrowdale-focused-visit-2022-03-04"
    ]


@pytest.mark.parametrize("before", [True, False], ids=["held already", "in the same run"])
def test_a_second_file_with_the_same_content_is_named(run, folder, before):
    (folder / "shopping.txt").unlink()
    if before:
        run("index", folder)
    (folder / "z copy.md").write_text(TEXT.format(day=3))
    result = run("index", folder)
    assert result.exit_code == 0
    assert "duplicate 1" in result.stdout
    assert result.stderr == (
        f"evidence: {folder / 'z copy.md'}: has the same report as {folder / 'visit.md'}; left out\n"
    )


def test_a_report_is_removed_by_its_id_and_an_unknown_one_is_named(run, folder):
    run("index", folder)
    result = run("remove", "marrowdale-focused-visit-2022-03-03", "nonsense")
    assert result.exit_code == 1
    assert result.stdout == "Removed marrowdale-focused-visit-2022-03-03\n"
    assert result.stderr.startswith("evidence: nonsense: no such report")
    assert "0 reports, 0 paragraphs" in run("status").stdout


def test_a_second_writer_is_refused_in_one_line(run, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("web.commands.index.WAIT", 0.2)
    run("index", folder)
    with writing(tmp_path / "data"):
        result = run("index", folder)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "being written by" in result.stderr
    assert "1 report, 2 paragraphs" in run("status").stdout


def test_a_directory_that_holds_other_things_is_no_index(run, folder, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "letter.txt").write_text("keep me")
    result = run("index", folder)
    assert result.exit_code == 1
    assert "no index is here but other things are" in result.stderr
    assert (tmp_path / "data" / "letter.txt").read_text() == "keep me"


@pytest.mark.parametrize("content", [None, ""], ids=["missing", "empty"])
def test_a_file_that_cannot_be_read_loses_nothing(run, folder, content):
    run("index", folder)
    if content is None:
        (folder / "visit.md").unlink()
    else:
        (folder / "visit.md").write_text(content)
    result = run("index", folder / "visit.md")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"evidence: {folder / 'visit.md'}: ")
    assert "1 report, 2 paragraphs" in run("status").stdout
