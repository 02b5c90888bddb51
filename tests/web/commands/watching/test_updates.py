"""What became of files, brought into the index: without waiting for events."""

import pytest

from index.writer import writing
from tests.web.commands.test_index import TEXT
from web.commands.watching.folders import WatchedFolders
from web.commands.watching.updates import IndexUpdater

PLAIN = "marrowdale-focused-visit-2022-03-0{}"


class World:
    """A folder that is watched, its index, and what was printed."""

    def __init__(self, place, capsys):
        self.place, self.capsys = place, capsys
        self.folder, self.data = place / "reports", place / "data"
        self.folder.mkdir()
        self.updater = self.make_updater()

    def make_updater(self, keep=False):
        folders = WatchedFolders([self.folder], self.data)
        folders.look()
        return IndexUpdater(self.data, folders, keep)

    def write(self, name, day=3, word="often"):
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT.format(day=day).replace("often", word))
        return file

    def do(self, action, *arguments):
        """Return the lines of stdout and stderr of an action, with short names of the files."""
        action(*arguments)
        out, err = self.capsys.readouterr()
        return [text.replace(f"{self.folder}/", "").splitlines() for text in (out, err)]

    def update(self, *names):
        return self.do(self.updater.update, [self.folder / name for name in names])

    def scan(self):
        return self.do(self.updater.scan)

    @property
    def reports(self):
        with writing(self.data) as writer:
            return {name: source.file.rpartition("/")[2] for name, source in writer.sources.items()}


@pytest.fixture
def world(tmp_path, capsys):
    return World(tmp_path, capsys)


def test_what_appears_changes_and_leaves_has_a_line_each(world):
    world.write("a.md")
    added = f"Added a.md: {PLAIN.format(3)} (2 paragraphs)"
    assert world.update("a.md") == [[added], []]
    assert world.update("a.md") == [[], []]
    world.write("a.md", word="rarely")
    changed = f"Replaced a.md: {PLAIN.format(3)} (2 paragraphs), its file has another text now"
    assert world.update("a.md") == [[changed], []]
    (world.folder / "a.md").unlink()
    assert world.update("a.md") == [[f"Removed a.md: {PLAIN.format(3)}"], []]
    assert world.reports == {}
    assert world.update("a.md") == [[], []]


def test_a_moved_file_keeps_its_report(world):
    file = world.write("a.md")
    world.update("a.md")
    file.rename(world.folder / "b.md")
    lines, errors = world.update("a.md", "b.md")
    assert lines == [f"Replaced b.md: {PLAIN.format(3)} (2 paragraphs), its file moved"]
    assert (errors, world.reports) == ([], {PLAIN.format(3): "b.md"})


def test_all_that_was_in_a_folder_leaves_with_it(world):
    for day in (3, 4):
        world.write(f"sub/{day}.md", day)
    world.write("5.md", 5)
    world.scan()
    for day in (3, 4):
        (world.folder / "sub" / f"{day}.md").unlink()
    (world.folder / "sub").rmdir()
    lines, _ = world.update("sub")
    assert lines == [f"Removed sub/{day}.md: {PLAIN.format(day)}" for day in (3, 4)]
    assert world.reports == {PLAIN.format(5): "5.md"}


def test_a_copy_takes_the_place_of_a_file_that_leaves_also_of_one_that_moved(world):
    file = world.write("a.md")
    world.scan()
    world.write("copy.md")
    assert world.update("copy.md")[1] == [
        "evidence: copy.md: has the same report as a.md; left out"
    ]
    file = file.rename(world.folder / "b.md")
    world.update("a.md", "b.md")
    file.unlink()
    lines, errors = world.update("b.md")
    assert lines == [
        f"Removed b.md: {PLAIN.format(3)}",
        f"Added copy.md: {PLAIN.format(3)} (2 paragraphs)",
    ]
    assert (errors, world.reports) == ([], {PLAIN.format(3): "copy.md"})


def test_reports_outlive_their_files_where_that_is_asked_for(world):
    world.updater = world.make_updater(keep=True)
    file = world.write("a.md")
    world.update("a.md")
    file.unlink()
    assert world.update("a.md") == [[], []]
    assert world.reports == {PLAIN.format(3): "a.md"}


def test_nothing_leaves_with_a_folder_that_is_watched(world):
    world.write("a.md")
    world.scan()
    world.folder.rename(world.place / "away")
    assert world.update("a.md", ".") == [[], []]
    (world.place / "reports").mkdir()  # as an empty mount point
    assert world.update("a.md") == [[], []]
    assert world.reports == {PLAIN.format(3): "a.md"}


def test_a_report_from_elsewhere_never_leaves(world):
    other = world.place / "other.md"
    other.write_text(TEXT.format(day=4))
    world.do(world.updater.update, [other])
    other.unlink()
    assert world.do(world.updater.update, [other]) == [[], []]
    assert list(world.reports) == [PLAIN.format(4)]


def test_a_scan_counts_what_it_did_and_names_what_left_before(world):
    files = [world.write(f"{day}.md", day) for day in (3, 4)]
    (world.folder / "shopping.txt").write_text("milk\n")
    lines, errors = world.scan()
    assert lines[0].startswith("Added 2 reports (4 paragraphs)")
    assert errors == [
        "evidence: shopping.txt: it is not an inspection report; give the report itself"
    ]
    files[0].unlink()
    assert world.scan() == [
        [],
        [
            f"evidence: 1 report of files that left before: {PLAIN.format(3)}; "
            "`evidence remove` takes them out"
        ],
    ]
    assert len(world.reports) == 2
    (world.folder / "shopping.txt").write_text("milk\nbread\n")
    world.write("5.md", 5)
    lines, errors = world.scan()
    assert lines[0].startswith("Added 1 report")
    assert errors[0].startswith("evidence: shopping.txt:")


def test_a_scan_of_an_empty_folder_and_one_of_the_index_itself_refuse_nothing(world):
    assert world.scan()[1] == []
    world.data = world.folder / "data"
    world.updater = world.make_updater()
    world.write("a.md")
    assert world.scan()[1] == []
    assert world.scan() == [[], []]


def test_a_long_scan_commits_now_and_then(world, monkeypatch):
    monkeypatch.setattr("web.commands.watching.updates.BATCH", 2)
    for day in range(1, 6):
        world.write(f"{day}.md", day)
    world.scan()
    assert len(world.reports) == 5
