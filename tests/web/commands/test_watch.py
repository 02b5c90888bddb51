"""evidence watch, as a command that runs for long: what happens to its folders and its index."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, Queue

import pytest

from index.status import status
from index.writer import writing
from tests.source_tree import ROOT
from tests.web.commands.test_index import TEXT

PATIENCE = 90  # seconds, on a machine that does much else
PLAIN = "marrowdale-focused-visit-2022-03-0{}"


class Watch:
    """The command over the folder `reports` of a place; its lines of stdout and stderr in order."""

    def __init__(self, place, *options):
        self.place, self.folder, self.data = place, place / "reports", place / "data"
        arguments = [self.folder, "--data", self.data, *options]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "web.cli", "watch", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines, self.seen = Queue(), []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip())

    def expect(self, pattern):
        """Wait for a line that has a pattern, and return it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                line = self.lines.get(timeout=0.1)
            except Empty:
                continue
            self.seen.append(line)
            if re.search(pattern, line):
                return line
        raise AssertionError(f"{pattern} is in none of {self.seen}")

    def write(self, name, day=3):
        (self.folder / name).write_text(TEXT.format(day=day))

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@pytest.fixture
def start(tmp_path):
    """Start the command over a folder that has one report."""
    watches = []

    def with_options(*options, folder=True):
        if folder:
            (tmp_path / "reports").mkdir()
            (tmp_path / "reports" / "first.md").write_text(TEXT.format(day=1))
        watches.append(Watch(tmp_path, *options))
        return watches[-1]

    yield with_options
    for watch in watches:
        watch.process.kill()
        watch.process.wait()
        watch.process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_files_come_change_and_go_until_it_is_stopped(start, number):
    watch = start()
    watch.expect(r"^Added 1 report \(2 paragraphs\)")
    watch.expect("^Watching ")
    watch.write("a.md")
    watch.expect(rf"^Added .*/a\.md: {PLAIN.format(3)} \(2 paragraphs\)$")
    (watch.folder / "shop.txt").write_text("milk")
    watch.expect(r"shop\.txt: it is not an inspection report")
    watch.write("a.md", 4)
    watch.expect(rf"^Replaced .*/a\.md: {PLAIN.format(4)} .* its file has another text now$")
    (watch.folder / "a.md").unlink()
    watch.expect(rf"^Removed .*/a\.md: {PLAIN.format(4)}$")
    assert watch.end(number) == 0
    watch.expect("^Stopped$")
    assert status(watch.data).reports == 1
    assert status(watch.data).writer is None


def test_a_folder_that_vanishes_keeps_its_reports_and_is_taken_up_again(start):
    watch = start()
    watch.expect("^Watching ")
    watch.folder.rename(watch.place / "away")
    watch.expect("is not there any more; its reports stay in the index")
    assert status(watch.data).reports == 1
    (watch.place / "away" / "a.md").write_text(TEXT.format(day=3))
    (watch.place / "away").rename(watch.folder)
    watch.expect("is there now")
    watch.expect(r"^Added 1 report \(2 paragraphs\)")
    watch.expect("^Watching ")
    watch.write("b.md", 4)
    watch.expect(r"^Added .*/b\.md")
    assert watch.end() == 0


def test_a_folder_that_is_not_there_yet_is_waited_for(start, tmp_path):
    watch = start(folder=False)
    watch.expect("is not there yet; it is waited for")
    watch.folder.mkdir()
    watch.expect("is there now")
    watch.expect("^Watching ")
    assert watch.end() == 0


def test_a_file_is_read_when_it_is_whole(start):
    watch = start()
    watch.expect("^Watching ")
    text = TEXT.format(day=3)
    with (watch.folder / "slow.md").open("w") as file:
        for start_at in range(0, len(text), 80):
            file.write(text[start_at : start_at + 80])
            file.flush()
            time.sleep(0.3)
    watch.expect(rf"^Added .*/slow\.md: {PLAIN.format(3)} \(2 paragraphs\)$")
    assert [line for line in watch.seen if "slow.md" in line] == watch.seen[-1:]


def test_while_another_writes_to_the_index_it_waits(start):
    watch = start()
    watch.expect("^Watching ")
    with writing(watch.data):
        watch.write("a.md")
        watch.expect("being written by process .*; it is tried again every 5 seconds")
    watch.expect(r"^Added .*/a\.md")
    assert watch.end() == 0


def test_a_catalogue_completes_what_comes(start, tmp_path, evidence):
    catalogue = tmp_path / "list.csv"
    catalogue.write_text("file,urn\na.md,80461\n")
    watch = start("--catalogue", catalogue)
    watch.expect("^Watching ")
    watch.write("a.md")
    watch.expect(r"^Added .*/a\.md")
    assert '"urn":"80461"' in evidence("search", "children", "--json", "--data", watch.data).stdout


def test_a_file_is_no_folder(evidence, tmp_path):
    (tmp_path / "a.md").touch()
    result = evidence("watch", tmp_path / "a.md", "--data", tmp_path / "data")
    assert result.exit_code == 2
    assert "is not a folder; `evidence index` takes files" in result.stderr


def test_an_index_that_cannot_be_used_ends_it_in_one_line(evidence, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "letter.txt").write_text("keep me")
    (tmp_path / "reports").mkdir()
    result = evidence("watch", tmp_path / "reports", "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert "no index is here but other things are" in result.stderr
