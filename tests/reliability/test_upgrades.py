"""Indexes of every format there has been, kept for ever: today's is read, others are named."""

import json
import shutil

import pytest
from whoosh.index import open_dir

from index import contents
from index.collection import open_snapshot
from index.errors import WrongVersion
from index.recovery import salvaging
from index.segments import arrays
from index.segments.arrays import FORMAT_VERSION, read_arrays
from index.status import check
from index.writer import writing
from tests.reliability.worlds import files_by_report, visit
from tests.tools.keep_index import KEPT, describe, keep, place
from tests.web.commands.test_index import TEXT

VERSIONS = sorted(int(path.name.removeprefix("format-")) for path in KEPT.glob("format-*[0-9]"))
REMEDY = "evidence index --rebuild PATH..."
COMMANDS = ("status", "check", "search plans", "index {reports}", "backup {base}/backup.tar")


def test_an_index_of_every_format_is_kept():
    assert list(range(1, FORMAT_VERSION + 1)) == VERSIONS, "run python -m tests.tools.keep_index"
    assert sum(path.stat().st_size for path in place(FORMAT_VERSION).iterdir()) < 200_000


@pytest.fixture
def kept(tmp_path):
    """A copy of the index that was kept when today's format was new."""
    return shutil.copytree(place(FORMAT_VERSION), tmp_path / "data")


# Keys of a report that are newer than what is kept, and what they are where nothing is stored.
NEWER_KEYS = {"publisher": None}


def test_what_was_written_in_this_format_is_read(kept):
    assert check(kept) == ()
    expected = json.loads(place(FORMAT_VERSION).with_suffix(".json").read_text("utf-8"))
    for facts in expected["reports"].values():
        facts.update(NEWER_KEYS)
    assert describe(kept) == expected


def add_a_report(data):
    with writing(data) as writer:
        writer.put(visit("rowan"))


def rebuild(data):
    with salvaging(data):
        pass


def names_the_classes_of_today(data):
    """Whether the pickle that plain Whoosh reads names classes in the modules they are in now."""
    (table,) = data.glob("*.toc")
    return b"index.whoosh.codec" in table.read_bytes()


@pytest.mark.parametrize("change", [add_a_report, rebuild], ids=lambda change: change.__name__)
def test_plain_whoosh_opens_it_after_the_next_commit(kept, change):
    assert not names_the_classes_of_today(kept)
    before = set(files_by_report(kept))
    change(kept)
    assert names_the_classes_of_today(kept)
    snapshot = open_snapshot(kept)
    expected = {
        paragraph.id: paragraph.text
        for report in snapshot.reports()
        for paragraph in snapshot.report(report.id).paragraphs
    }
    with open_dir(str(kept)).searcher() as searcher:
        documents = {
            document["id"]: document["paragraph"]["text"] for document in searcher.documents()
        }
    assert documents == expected
    assert before <= set(files_by_report(kept))


@pytest.fixture
def other(tmp_path, version, monkeypatch):
    """An index of another version of the format: one that is kept, or that of a later program."""
    data = tmp_path / "data"
    if version <= FORMAT_VERSION:
        return shutil.copytree(place(version), data)
    with monkeypatch.context() as later_program:
        for module in (arrays, contents):
            later_program.setattr(module, "FORMAT_VERSION", version)
        keep(data)
    return data


OTHERS = [version for version in VERSIONS if version < FORMAT_VERSION] + [FORMAT_VERSION + 1]


@pytest.mark.parametrize("version", OTHERS)
def test_another_format_is_named_with_the_command_to_run(other, version):
    message = f"written in format {version}, this is format {FORMAT_VERSION}"
    with pytest.raises(WrongVersion, match=message):
        files_by_report(other)
    for path in other.glob("*.arr"):
        with pytest.raises(WrongVersion, match=message):
            read_arrays(path)
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
    assert list(files_by_report(other)) == ["marrowdale-focused-visit-2022-03-03"]
