"""Back up and restore: one commit whole, and nothing outside the directory of the index."""

import io
import shutil
import tarfile
import threading

import pytest

from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.directory import newest_generation
from index.errors import BadArchive, BadCatalogues, Damaged, NotAnIndex, Occupied
from index.safety.backup import backup, restore
from index.status import check
from index.supplements.kept_catalogues import CATALOGUES_FILE, add_catalogues, load_catalogues
from index.supplements.kept_corrections import read_corrections_text, write_corrections_text
from index.writer import writing
from tests.reliability.worlds import answers, make_index, titles_by_report, visit


@pytest.fixture
def data(tmp_path):
    make_index(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def archive(data, tmp_path):
    backup(data, tmp_path / "backup.tar")
    return tmp_path / "backup.tar"


def test_what_is_restored_answers_as_what_was_backed_up(data, archive, tmp_path):
    restored = restore(tmp_path / "other", archive)
    assert restored.generation == newest_generation(data)
    assert answers(tmp_path / "other") == answers(data)
    assert check(tmp_path / "other") == ()


def test_the_catalogues_are_backed_up_and_restored_with_it(data, tmp_path):
    kept = add_catalogues(data, [Catalogue("list.csv", (CatalogueRow(line=2, file="a", urn="1"),))])
    backup(data, tmp_path / "with.tar")
    other = tmp_path / "other"
    restore(other, tmp_path / "with.tar")
    assert load_catalogues(other) == kept
    (data / CATALOGUES_FILE).unlink()
    backup(data, tmp_path / "without.tar")
    restore(other, tmp_path / "without.tar", force=True)
    assert load_catalogues(other) == ()
    (data / CATALOGUES_FILE).write_text("x")
    with pytest.raises(BadCatalogues):
        backup(data, tmp_path / "damaged.tar")


def test_corrections_are_backed_up_and_restored_as_they_are(data, tmp_path):
    text = '"ash".authority = "Kent"\nwhat is no correction\n'
    write_corrections_text(data, text)
    backup(data, tmp_path / "with.tar")
    restore(tmp_path / "other", tmp_path / "with.tar")
    assert read_corrections_text(tmp_path / "other") == text


def test_one_commit_gives_one_archive(data, archive, tmp_path):
    backup(data, tmp_path / "again.tar")
    assert (tmp_path / "again.tar").read_bytes() == archive.read_bytes()


def test_a_restored_index_is_newer_than_what_it_replaces(data, archive):
    before = answers(data)
    with writing(data) as writer:
        writer.put(visit("rowan"))
    generation = newest_generation(data)
    with pytest.raises(Occupied, match="--force"):
        restore(data, archive)
    assert "rowan" in titles_by_report(data)
    assert restore(data, archive, force=True).generation == generation + 1
    assert answers(data) == before
    with writing(data) as writer:
        writer.put(visit("rowan"))
    assert "rowan" in titles_by_report(data)
    assert check(data) == ()


def test_a_damaged_index_is_restored_over_but_never_backed_up(data, archive, tmp_path):
    before = answers(data)
    segment = next(data.glob("MAIN_*.arr"))
    segment.write_bytes(segment.read_bytes()[:-100])
    with pytest.raises(Damaged, match=segment.name):
        backup(data, tmp_path / "bad.tar")
    assert not (tmp_path / "bad.tar").exists()
    restore(data, archive, force=True)
    assert answers(data) == before


def test_a_backup_is_of_one_commit_while_others_write(tmp_path):
    data, stop = tmp_path / "data", threading.Event()

    def write():
        lap = 1
        while not stop.is_set():
            lap += 1
            with writing(data) as writer:
                for name in ("ash", "elm", "oak"):
                    writer.put(visit(name, lap))

    with writing(data) as writer:
        for name in ("ash", "elm", "oak"):
            writer.put(visit(name))
    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(8):
            backup(data, tmp_path / f"{number}.tar")
    finally:
        stop.set()
        thread.join()
    for number in range(8):
        restore(tmp_path / str(number), tmp_path / f"{number}.tar")
        titles = titles_by_report(tmp_path / str(number)).values()
        assert len(titles) == 3
        assert len({title.rpartition(" in ")[2] for title in titles}) == 1


def test_an_archive_is_not_replaced_unless_forced_nor_put_into_the_index(data, archive):
    before = archive.read_bytes()
    with writing(data) as writer:
        writer.put(visit("rowan"))
    with pytest.raises(Occupied, match="--force"):
        backup(data, archive)
    assert archive.read_bytes() == before
    backup(data, archive, force=True)
    assert archive.read_bytes() != before
    with pytest.raises(BadArchive):
        backup(data, data / "backup.tar")


def add_entry(archive, name, kind=tarfile.REGTYPE, target="", content=b"x"):
    """Add an entry to an archive, as an attacker would."""
    with tarfile.open(archive, "a") as open_archive:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname, entry.size = kind, target, len(content)
        open_archive.addfile(entry, io.BytesIO(content))


ENTRIES = {
    "above": ("../MAIN_out.arr", tarfile.REGTYPE, ""),
    "absolute": ("/tmp/MAIN_out.arr", tarfile.REGTYPE, ""),
    "below": ("sub/MAIN_out.arr", tarfile.REGTYPE, ""),
    "backslash": ("sub\\MAIN_out.arr", tarfile.REGTYPE, ""),
    "symlink": ("MAIN_link.arr", tarfile.SYMTYPE, "../secret"),
    "hard link": ("MAIN_link.arr", tarfile.LNKTYPE, "../secret"),
    "pipe": ("MAIN_pipe.arr", tarfile.FIFOTYPE, ""),
    "folder": ("MAIN_folder.arr", tarfile.DIRTYPE, ""),
    "device": ("MAIN_device.arr", tarfile.CHRTYPE, ""),
    "disk": ("MAIN_disk.arr", tarfile.BLKTYPE, ""),
    "holes": ("MAIN_holes.arr", tarfile.GNUTYPE_SPARSE, ""),
    "stranger": ("letter.txt", tarfile.REGTYPE, ""),
    "newline": ("MAIN_more.arr\n", tarfile.REGTYPE, ""),
}


@pytest.mark.parametrize(("name", "kind", "target"), ENTRIES.values(), ids=ENTRIES)
def test_an_archive_with_anything_else_changes_nothing(data, archive, tmp_path, name, kind, target):
    add_entry(archive, name, kind, target)
    outside = sorted(tmp_path.iterdir())
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    with pytest.raises(BadArchive, match=r"backup\.tar"):
        restore(data, archive, force=True)
    assert sorted(tmp_path.iterdir()) == outside
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_an_archive_with_a_file_twice_is_refused(data, archive, tmp_path):
    add_entry(archive, next(data.glob("*.toc")).name)
    with pytest.raises(BadArchive, match="twice"):
        restore(tmp_path / "other", archive)


def test_a_cut_or_changed_archive_is_refused(data, archive, tmp_path):
    content = archive.read_bytes()
    for place in range(0, len(content) - 20_000, len(content) // 25):
        for bad in (content[:place], content[:place] + b"\xff\xfe\xfd" + content[place + 3 :]):
            archive.write_bytes(bad)
            try:
                restore(tmp_path / "other", archive)
            except (BadArchive, NotAnIndex):
                assert titles_by_report(tmp_path / "other") == {}
            else:  # what was changed belongs to no file: a header's padding
                assert answers(tmp_path / "other") == answers(data)
                shutil.rmtree(tmp_path / "other")


def test_no_restore_into_a_directory_of_other_things(archive, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("keep me")
    with pytest.raises(NotAnIndex):
        restore(tmp_path / "letters", archive, force=True)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["letter.txt"]
