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
    """Flip a byte of an array of each segment."""
    for path in (place / "data").glob("MAIN_*.arr"):
        content = path.read_bytes()
        start = content.index(arrays.read_arrays(path)[array].tobytes())
        flipped = bytes([content[start] ^ 255])
        path.write_bytes(content[:start] + flipped + content[start + 1 :])


def test_a_backup_is_restored(run, place, evidence):
    result = run("backup", place / "saved.tar")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "saved.tar: 2 reports, commit 1; 0.0 MB" in result.stdout
    assert run("restore", place / "saved.tar").exit_code == 1
    assert "2 reports, commit 2" in run("restore", place / "saved.tar", "--force").stdout
    assert "2 reports, 4 paragraphs" in run("status").stdout


def test_a_rebuild_keeps_what_is_stored_without_the_files(run, place):
    spoil(place, "places")
    for file in (place / "reports").iterdir():
        file.unlink()
    assert "`evidence index --rebuild`" in run("check").stderr
    result = run("index", "--rebuild")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Kept 2 reports" in result.stdout
    assert run("check").stdout.endswith(": sound\n")


def test_a_rebuild_reads_again_what_is_damaged(run, place):
    spoil(place, "doc.text.blob")
    result = run("index", "--rebuild")
    assert result.exit_code == 0
    assert "2 reports lost, their files are read again" in result.stderr
    assert "Added 2 reports" in result.stdout
    assert run("check").stdout.endswith(": sound\n")


def test_a_rebuild_that_loses_reports_says_so(run, place):
    spoil(place, "doc.text.blob")
    (place / "reports" / "3.md").unlink()
    result = run("index", "--rebuild")
    assert result.exit_code == 1
    assert str(place / "reports" / "3.md") in result.stderr
    assert "1 report, 2 paragraphs" in run("status").stdout


def test_only_a_rebuild_may_be_without_paths(run):
    result = run("index")
    assert result.exit_code == 2
    assert "PATH... is missing" in result.stderr
