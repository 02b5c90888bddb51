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
    counts, replaced = run("index", folder).stdout.splitlines()
    assert "replaced 1 report (2 paragraphs)" in counts
    assert replaced == (
        "Replaced marrowdale-focused-visit-2022-03-03: its file has another text now "
        f"({folder / 'visit.md'})"
    )
    assert "1 paragraph in 1 report" in run("search", "rarely").stdout
    assert "0 paragraphs in 0 reports" in run("search", "often").stdout


def test_a_report_whose_mended_date_gives_it_another_id_is_held_once(run, folder):
    run("index", folder)
    (folder / "visit.md").write_text(TEXT.format(day=4))
    result = run("index", folder)
    assert "replaced 1 report" in result.stdout
    assert "2022-03-03, now marrowdale-focused-visit-2022-03-04: its file" in result.stdout
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


def test_an_edition_in_another_file_replaces_the_report_and_two_files_do_not_take_turns(
    run, folder
):
    (folder / "shopping.txt").unlink()
    run("index", folder)
    (folder / "mended.md").write_text(TEXT.format(day=3).replace("often", "rarely"))
    result = run("index", folder / "mended.md")
    assert result.stdout.splitlines()[1].startswith(
        "Replaced marrowdale-focused-visit-2022-03-03: another file has the same title"
    )
    assert "unchanged 1, duplicate 1" in run("index", folder).stdout
    result = run("index", folder / "visit.md")
    assert "unchanged 0, duplicate 1" in result.stdout
    assert result.stderr == (
        f"evidence: {folder / 'visit.md'}: has an earlier text of the report in "
        f"{folder / 'mended.md'}; left out\n"
    )
    assert "1 paragraph in 1 report" in run("search", "rarely").stdout


def test_all_reports_that_one_file_replaces_are_named(run, folder, monkeypatch):
    """The file gave a report before, and now gives a new text of the one in another file."""
    (folder / "shopping.txt").unlink()
    (folder / "second.md").write_text(TEXT.format(day=4))
    run("index", folder)
    (folder / "second.md").write_text(TEXT.format(day=3).replace("often", "rarely"))
    lines = run("index", folder / "second.md").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[1:]] == [
        "Replaced marrowdale-focused-visit-2022-03-03",
        "Replaced marrowdale-focused-visit-2022-03-04, now marrowdale-focused-visit-2022-03-03",
    ]
    monkeypatch.setattr("web.commands.index.MAX_NAMED", 0)
    (folder / "second.md").write_text(TEXT.format(day=5))
    assert run("index", folder / "second.md").stdout.splitlines()[1:] == ["Replaced 1 more report"]


def test_a_moved_file_keeps_the_id_of_its_report(run, folder):
    run("index", folder)
    (folder / "visit.md").rename(folder / "first visit.md")
    lines = run("index", folder).stdout.splitlines()
    assert lines[1] == (
        "Replaced marrowdale-focused-visit-2022-03-03: its file moved "
        f"({folder / 'first visit.md'})"
    )
    assert "unchanged 1, duplicate 0" in run("index", folder).stdout


HOUSE = """# Inspection of {name} House

Published: 22 April 2024

## Findings

Inspectors found that the children who live there feel safe and that staff know them well.

The inspection showed that managers review the plans each month with children and families.

Inspectors judged that the records of visits are complete, and that nobody had to ask twice.
"""


@pytest.mark.parametrize("runs", [1, 2])
@pytest.mark.parametrize(
    "names", [("oak", "elm"), ("Oak", "OAK"), ("Höhe", "Höche"), ("北", "南"), ("A&B", "A-B")]
)
def test_reports_of_unknown_authority_are_told_apart(run, tmp_path, runs, names):
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for file, name in zip(files, names, strict=True):
        file.write_text(HOUSE.format(name=name), encoding="utf-8")
    for files_of_run in [files] if runs == 1 else [[file] for file in files]:
        assert run("index", *files_of_run).stderr == ""
    ids = run("status", "--reports").stdout.splitlines()[1:]
    assert len(set(ids)) == 2
    assert "unchanged 2" in run("index", *reversed(files)).stdout
    assert run("status", "--reports").stdout.splitlines()[1:] == ids


def test_more_files_than_are_committed_at_once_are_all_held(run, tmp_path, monkeypatch):
    monkeypatch.setattr("web.commands.index.BATCH", 5)
    folder = tmp_path / "houses"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.md").write_text(TEXT.format(day=3) + f"\nA word on house {number}.\n")
    assert "Added 1 report" in run("index", folder).stdout
    for number in range(12):
        (folder / f"{number}.md").write_text(HOUSE.format(name=number))
    run("index", folder)
    ids = run("status", "--reports").stdout.splitlines()[1:]
    assert len([name for name in ids if name.startswith("unknown-other-2024-04-22-")]) == 12
    assert "unchanged 12, duplicate 0" in run("index", folder).stdout


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
