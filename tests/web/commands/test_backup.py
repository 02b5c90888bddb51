"""evidence backup, restore and index --rebuild, as the keeper of a collection uses them."""

import pytest

from index.segments import arrays
from tests.web.commands.test_index import TEXT


@pytest.fixture
def place(tmp_path):
    """A folder with two reports; the index is beside it."""
    (tmp_path / "reports").mkdir()
    for day in (3, 4):
        (tmp_path / "reports" / f"{day}.md").write_text(TEXT.format(day=day))
    return tmp_path


@pytest.fixture
def run(evidence, place):
    """The command over the index of this test, which holds both reports."""

    def with_data(name, *args):
        return evidence(name, *args, "--data", place / "data")

    assert with_data("index", place / "reports").exit_code == 0
    return with_data


def spoil(place, array):
    """Flips a byte of an array of each segment."""
    for path in (place / "data").glob("MAIN_*.arr"):
        content = path.read_bytes()
        at = content.index(arrays.read_arrays(path)[array].tobytes())
        path.write_bytes(content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :])


def test_a_backup_is_restored(run, place, evidence):
    result = run("backup", place / "kept.tar")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "kept.tar: 2 reports, commit 1; 0.0 MB" in result.stdout
    assert run("restore", place / "kept.tar").exit_code == 1
    assert "2 reports, commit 2" in run("restore", place / "kept.tar", "--force").stdout
    assert "2 reports, 4 paragraphs" in run("status").stdout


def test_a_rebuilding_keeps_what_is_stored_without_the_files(run, place):
    spoil(place, "places")
    for file in (place / "reports").iterdir():
        file.unlink()
    assert "`evidence index --rebuild`" in run("check").stderr
    result = run("index", "--rebuild")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Kept 2 reports" in result.stdout
    assert run("check").stdout.endswith(": sound\n")


def test_a_rebuilding_reads_again_what_is_not_stored_any_more(run, place):
    spoil(place, "doc.text.blob")
    result = run("index", "--rebuild")
    assert result.exit_code == 0
    assert "2 reports lost, their files are read again" in result.stderr
    assert "Added 2 reports" in result.stdout
    assert run("check").stdout.endswith(": sound\n")


def test_a_rebuilding_that_loses_reports_says_so(run, place):
    spoil(place, "doc.text.blob")
    (place / "reports" / "3.md").unlink()
    result = run("index", "--rebuild")
    assert result.exit_code == 1
    assert str(place / "reports" / "3.md") in result.stderr
    assert "1 report, 2 paragraphs" in run("status").stdout


def test_without_paths_nothing_but_a_rebuilding_is_meant(run):
    result = run("index")
    assert result.exit_code == 2
    assert "PATH... is missing" in result.stderr
