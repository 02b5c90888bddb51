"""Indexes of every format there was, kept for ever: today's is answered, others are told apart."""

import json
import shutil

import pytest

from index.errors import WrongVersion
from index.segments import arrays
from index.segments.arrays import FORMAT
from index.status import check
from index.whoosh import contents
from tests.reliability.worlds import held
from tests.tools.keep_index import KEPT, keep, place, told
from tests.web.commands.test_index import TEXT

VERSIONS = sorted(int(path.name.removeprefix("format-")) for path in KEPT.glob("format-*[0-9]"))
REMEDY = "evidence index --rebuild PATH..."
COMMANDS = ("status", "check", "search plans", "index {reports}", "backup {base}/kept.tar")


def test_an_index_of_every_format_is_kept():
    assert list(range(1, FORMAT + 1)) == VERSIONS, "run python -m tests.tools.keep_index"
    assert sum(path.stat().st_size for path in place(FORMAT).iterdir()) < 200_000


def test_what_was_written_in_this_format_is_read(tmp_path):
    data = shutil.copytree(place(FORMAT), tmp_path / "data")
    assert check(data) == ()
    assert told(data) == json.loads(place(FORMAT).with_suffix(".json").read_text("utf-8"))


@pytest.fixture
def other(tmp_path, version, monkeypatch):
    """An index of another version of the format: one that is kept, or of a program to come."""
    data = tmp_path / "data"
    if version <= FORMAT:
        return shutil.copytree(place(version), data)
    with monkeypatch.context() as to_come:
        for module in (arrays, contents):
            to_come.setattr(module, "FORMAT", version)
        keep(data)
    return data


OTHERS = [version for version in VERSIONS if version < FORMAT] + [FORMAT + 1]


@pytest.mark.parametrize("version", OTHERS)
def test_another_format_is_named_with_the_command_to_run(other, version):
    message = f"written in format {version}, this is format {FORMAT}"
    with pytest.raises(WrongVersion, match=message):
        held(other)
    for path in other.glob("*.arr"):
        with pytest.raises(WrongVersion, match=message):
            arrays.read(path)
    (problem,) = check(other)
    assert REMEDY in problem.message


@pytest.mark.parametrize("version", OTHERS)
def test_every_command_names_the_remedy_and_changes_nothing(other, version, evidence, tmp_path):
    (tmp_path / "visit.md").write_text(TEXT.format(day=3))
    before = {path.name: path.read_bytes() for path in other.iterdir()}
    for command in COMMANDS:
        words = command.format(base=tmp_path, reports=tmp_path / "visit.md").split()
        result = evidence(*words, "--data", other)
        assert result.exit_code == 1, command
        assert REMEDY in result.stderr + result.stdout, command
        assert "Traceback" not in result.stderr, command
        now = {path.name: path.read_bytes() for path in other.iterdir() if "WRIT" not in path.name}
        assert now == before, command


@pytest.mark.parametrize("version", OTHERS)
def test_the_remedy_works(other, version, evidence, tmp_path):
    (tmp_path / "visit.md").write_text(TEXT.format(day=3))
    result = evidence("index", "--rebuild", tmp_path / "visit.md", "--data", other)
    assert (result.exit_code, result.stderr) == (0, "")
    assert check(other) == ()
    assert list(held(other)) == ["marrowdale-focused-visit-2022-03-03"]
