"""Indexes of every format there has been, kept for ever: each is read, others are named."""

import json
import shutil

import pytest
from whoosh.index import open_dir

from index import contents
from index.collection import open_snapshot
from index.errors import WrongVersion
from index.safety.recovery import salvaging
from index.segments import arrays
from index.segments.arrays import FORMAT_VERSION, READABLE_FORMATS, read_arrays, read_format
from index.status import check, status
from index.writer import writing
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.index.reports import report
from tests.reliability.worlds import titles_by_report, visit
from tests.tools.keep_index import KEPT, describe, keep, place
from tests.web.commands.test_index import TEXT

VERSIONS = sorted(int(path.name.removeprefix("format-")) for path in KEPT.glob("format-*[0-9]"))
REMEDY = "evidence index --rebuild PATH..."
COMMANDS = ("status", "check", "search plans", "index {reports}", "backup {base}/backup.tar")


def test_an_index_of_every_format_is_kept():
    assert list(range(1, FORMAT_VERSION + 1)) == VERSIONS, "run python -m tests.tools.keep_index"
    assert sum(path.stat().st_size for path in place(FORMAT_VERSION).iterdir()) < 200_000


@pytest.fixture(params=READABLE_FORMATS)
def kept_format(request):
    """A format that is read."""
    return request.param


@pytest.fixture
def kept(tmp_path, kept_format):
    """A copy of the index that was kept when a format was new."""
    return shutil.copytree(place(kept_format), tmp_path / "data")


# Keys that are newer than some of what is kept, and what they are where nothing is stored.
NEWER_KEYS = {
    "publisher": None,
    "scale": None,
    "urn": None,
    "source_url": None,
    "withdrawn": None,
    "from_catalogue": [],
    "corrections": [],
}
NEWER_SOURCE_KEYS = {"recognised_pages": [], "read_as": None}
NEWER_PARAGRAPH_KEYS = {"path": [], "lead": None, "section_themes": []}


def test_what_was_written_in_each_format_is_read(kept, kept_format):
    assert check(kept) == ()
    expected = json.loads(place(kept_format).with_suffix(".json").read_text("utf-8"))
    for report_id, facts in expected["reports"].items():
        paragraphs = [NEWER_PARAGRAPH_KEYS | paragraph for paragraph in facts["paragraphs"]]
        newer = {"source": NEWER_SOURCE_KEYS | facts["source"], "paragraphs": paragraphs}
        expected["reports"][report_id] = NEWER_KEYS | facts | newer
    assert describe(kept) == expected
    assert status(kept).format == kept_format


def formats(data):
    """The formats of the files of the segments and of the word model."""
    return {path.name: read_format(path) for path in data.glob("*.arr")}


def test_the_next_writer_writes_all_of_it_in_todays_format(kept, kept_format):
    before = describe(kept)
    generation = status(kept).generation
    with writing(kept) as writer:
        assert writer.rewrites == (kept_format != FORMAT_VERSION)
    assert set(formats(kept).values()) == {FORMAT_VERSION}
    assert status(kept).generation == generation + (kept_format != FORMAT_VERSION)
    assert check(kept) == ()
    assert describe(kept) == before
    written = formats(kept)
    with writing(kept) as writer:
        assert not writer.rewrites
    assert formats(kept) == written


def test_words_of_two_analyses_are_never_mixed(tmp_path):
    data = shutil.copytree(place(1), tmp_path / "data")
    with writing(data) as writer:
        writer.put(report("fig", "Safe\u00adguarding of 1,200 at follow-up."))
        writer.rollback()
        writer.put(report("fig", "Safe\u00adguarding of 1,200 at follow-up."))
    assert set(formats(data).values()) == {FORMAT_VERSION}
    engine = open_engine(data)
    for query in ("safeguarding", "1200", "followup"):
        assert search(engine, Request(query)).total == 1


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
def test_plain_whoosh_opens_it_after_the_next_commit(kept, kept_format, change):
    assert names_the_classes_of_today(kept) == (kept_format > 1)
    before = set(titles_by_report(kept))
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
    assert before <= set(titles_by_report(kept))


@pytest.fixture
def other(tmp_path, version, monkeypatch):
    """An index of another version of the format: one that is kept, or that of a later program."""
    data = tmp_path / "data"
    if version <= FORMAT_VERSION:
        return shutil.copytree(place(version), data)
    with monkeypatch.context() as later_program:
        for module in (arrays, contents):
            later_program.setattr(module, "FORMAT_VERSION", version)
            later_program.setattr(module, "READABLE_FORMATS", (version,))
        keep(data)
    return data


OTHERS = [v for v in VERSIONS if v not in READABLE_FORMATS] + [FORMAT_VERSION + 1]


@pytest.mark.parametrize("version", OTHERS)
def test_another_format_is_named_with_the_command_to_run(other, version):
    message = f"written in format {version}, this is format {FORMAT_VERSION}"
    with pytest.raises(WrongVersion, match=message):
        titles_by_report(other)
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
    assert list(titles_by_report(other)) == ["marrowdale-focused-visit-2022-03-03"]


def test_indexing_says_that_it_writes_an_older_index_anew(evidence, tmp_path):
    data = shutil.copytree(place(1), tmp_path / "data")
    (tmp_path / "visit.md").write_text(TEXT.format(day=3))
    first, again = (evidence("index", tmp_path / "visit.md", "--data", data) for _ in range(2))
    assert "older format" in first.stdout
    assert "older format" not in again.stdout
    assert check(data) == ()
