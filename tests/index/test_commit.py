"""A commit is synced before its name is in place, and read whole while others follow."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.collection import open_snapshot
from index.commit import read_commit, remove_leftovers, use_newest, write_commit
from index.contents import Contents, Segment, contents_file, encode_contents
from index.errors import Damaged, DiskFailed, IndexLocked, NotAnIndex
from index.status import check
from index.writer import writing
from tests.index.reports import report
from tests.source_tree import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="directories cannot be synced")
def test_a_commit_is_synced_then_renamed_then_its_name_is_synced(tmp_path, monkeypatch):
    events, fsync, replace = [], os.fsync, Path.replace

    def name_of(handle):
        return os.path.basename(os.readlink(f"/proc/self/fd/{handle}"))

    monkeypatch.setattr(os, "fsync", lambda handle: (events.append(name_of(handle)), fsync(handle)))
    monkeypatch.setattr(
        Path, "replace", lambda path, to: (events.append(("rename", to.name)), replace(path, to))
    )
    write_commit(tmp_path, Contents(3, ()))
    directory = tmp_path.name
    assert events == ["_MAIN_3.toc.draft", directory, ("rename", "_MAIN_3.toc"), directory]
    assert read_commit(tmp_path) == Contents(3, ())


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        ((), NotAnIndex, "no index is here; make one with `evidence index PATH...`"),
        (("_MAIN_0.toc",), NotAnIndex, "no index is here"),
        (("MAIN_a.arr",), Damaged, "the table of contents is missing"),
        (("_MAIN_1.toc",), Damaged, "its end is missing"),
    ],
    ids=["nothing", "nothing committed", "contents lost", "contents empty"],
)
def test_what_is_said_where_no_commit_can_be_read(tmp_path, names, error, message):
    for name in names:
        (tmp_path / name).write_text("")
    with pytest.raises(error, match=message):
        read_commit(tmp_path)


def test_a_commit_under_the_name_of_another_is_damage(tmp_path):
    (tmp_path / contents_file(4)).write_bytes(encode_contents(Contents(3, ()), b""))
    with pytest.raises(Damaged, match="it holds generation 3"):
        read_commit(tmp_path)


def test_a_commit_whose_files_go_meanwhile_is_read_again(tmp_path):
    write_commit(tmp_path, Contents(1, ()))
    seen = []

    def use(contents):
        seen.append(contents.generation)
        if contents.generation < 4:
            write_commit(tmp_path, Contents(contents.generation + 1, ()))
            raise FileNotFoundError(2, "gone", "MAIN_a.arr")
        return "used"

    assert use_newest(tmp_path, use) == "used"
    assert seen == [1, 2, 3, 4]


def test_a_missing_file_of_the_newest_commit_is_damage(tmp_path):
    write_commit(tmp_path, Contents(1, ()))
    with pytest.raises(Damaged, match=r"MAIN_a\.arr: damaged, it is missing"):
        use_newest(tmp_path, lambda _: (tmp_path / "MAIN_a.arr").read_bytes())


def test_what_the_system_refuses_is_told(tmp_path):
    write_commit(tmp_path, Contents(1, ()))

    def use(contents):
        raise PermissionError(13, "Permission denied", "MAIN_a.arr")

    with pytest.raises(DiskFailed, match=r"MAIN_a\.arr: Permission denied"):
        use_newest(tmp_path, use)


def test_commits_that_follow_too_fast_end_in_an_error(tmp_path):
    write_commit(tmp_path, Contents(1, ()))

    def use(contents):
        write_commit(tmp_path, Contents(contents.generation + 1, ()))
        raise FileNotFoundError(2, "gone", "MAIN_a.arr")

    with pytest.raises(IndexLocked, match="being written by another process"):
        use_newest(tmp_path, use)


LEFT = ("_MAIN_2.toc", "_MAIN_4.toc.draft", "MAIN_old.arr", "_MAIN_1_learnt.arr")
STAYING = ("MAIN_a.arr", "MAIN_WRITELOCK", "letter.txt", "notes.toc", ".hidden")


def test_only_files_of_other_commits_are_removed(tmp_path):
    for name in (*LEFT, *STAYING):
        (tmp_path / name).write_text("")
    write_commit(tmp_path, Contents(3, (Segment("MAIN_a", 1, 1),)))
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*STAYING, "_MAIN_3.toc"}


def test_nothing_is_removed_beside_damaged_contents(tmp_path):
    for name in (*LEFT, "_MAIN_5.toc"):
        (tmp_path / name).write_text("")
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*LEFT, "_MAIN_5.toc"}


WRITE = """
import sys
from pathlib import Path
from index.writer import writing
from tests.index.reports import report
data = Path(sys.argv[1])
with writing(data) as writer:
    count = len(writer.sources)
    while True:
        writer.put(report(f"r{count}", "Plans are timely.", "Plans are late."))
        count += 1
        print(writer.commit(), count, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("commits", [1, 2, 3, 5, 8, 13])
def test_a_writer_killed_at_any_moment_leaves_every_commit_whole(tmp_path, commits):
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    lines = [process.stdout.readline() for _ in range(commits)]
    process.send_signal(signal.SIGKILL)
    lines += process.communicate()[0].splitlines()
    generation, reports = map(int, lines[-1].split())
    snapshot = open_snapshot(tmp_path)
    assert check(tmp_path) == ()
    assert snapshot.generation - generation == snapshot.report_count - reports
    assert snapshot.generation - generation in (0, 1)
    assert snapshot.paragraphs == 2 * snapshot.report_count
    with writing(tmp_path, wait=1) as writer:
        writer.put(report("after", "Plans are timely."))
    assert open_snapshot(tmp_path).report_count == snapshot.report_count + 1
