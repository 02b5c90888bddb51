"""evidence status and check, as the keeper of a collection uses them."""

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN


@pytest.fixture
def index(tmp_path):
    """The directory of an index with one report."""
    with writing(tmp_path / "data") as writer:
        writer.put(report("ash", "Plans are timely."))
    return tmp_path / "data"


@pytest.mark.parametrize("name", ["status", "check", "search"])
def test_a_missing_index_is_named(run, name):
    result = run(name, *(["children"] if name == "search" else []))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "data" in result.stderr


def test_the_ids_of_reports_come_newest_first(evidence, data):
    first, *ids = evidence("status", "--data", data, "--reports").stdout.splitlines()
    assert first.startswith(f"{data}: 2 reports, 6 paragraphs, ")
    assert ", commit 1, format " in first
    assert ids == [MARROW, TARN]


def test_a_writer_is_named(run, index):
    with writing(index):
        assert "\nBeing written by process " in run("status").stdout
    assert "Being written" not in run("status").stdout


def test_a_sound_index_is_said_to_be_and_a_damaged_one_is_not(run, index):
    assert run("check").stdout.endswith(": sound\n")
    largest = max(index.iterdir(), key=lambda file: file.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 255
    largest.write_bytes(content)
    result = run("check")
    assert result.exit_code == 1
    assert str(largest) in result.stderr
