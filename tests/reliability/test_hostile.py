"""Files made to do harm, with checksums that are right: they are named as damaged, and no more."""

import io
import json
import tarfile
import zlib

import pytest

from index.backup import backup, restore
from index.errors import BadArchive, Damaged
from index.segments import arrays
from index.status import check
from index.whoosh import contents
from tests.reliability.worlds import begun, held


@pytest.fixture
def data(tmp_path):
    begun(tmp_path / "data")
    return tmp_path / "data"


def encoded(said, code):
    """JSON in a code; in any but UTF-8 it has a letter more, which makes it no UTF-8."""
    text = json.dumps(said)
    return (text if code == "utf-8" else text.replace('"', '"é', 1)).encode(code)


def said_anew(path, change, code="utf-8"):
    """Changes what a table of contents says, its checksum with it."""
    written = path.read_bytes()
    length, _, magic = contents.TRAILER.unpack(written[-contents.TRAILER.size :])
    body = written[: -contents.TRAILER.size]
    said = json.loads(body[-length:])
    changed = change(said)
    told = encoded(said if changed is None else changed, code)
    body = body[:-length] + told
    crc = zlib.crc32(contents.LENGTH.pack(len(told)), zlib.crc32(body))
    path.write_bytes(body + contents.TRAILER.pack(len(told), crc, magic))


def headed_anew(path, change, code="utf-8"):
    """Changes what the header of an array file says, its checksum with it."""
    written = path.read_bytes()
    magic, version, length, _ = arrays.PREFIX.unpack(written[: arrays.PREFIX.size])
    said = json.loads(written[arrays.PREFIX.size : arrays.PREFIX.size + length])
    changed = change(said)
    told = encoded(said if changed is None else changed, code)
    head = arrays.PREFIX.pack(magic, version, len(told), arrays.header_crc(told))
    path.write_bytes(head + told + written[arrays.PREFIX.size + length :])


TABLES = {
    "a list": lambda said: [],
    "nothing": lambda said: {},
    "no segments": lambda said: said.pop("segments") and None,
    "a segment above": lambda said: said["segments"][0].update(name="../other/MAIN_a"),
    "a segment elsewhere": lambda said: said["segments"][0].update(name="/tmp/MAIN_a"),
    "a segment of two lines": lambda said: said["segments"][0].update(name="MAIN_a\n"),
    "a lesson above": lambda said: said.update(lesson=["../_MAIN_1_learnt", 3]),
    "a size in words": lambda said: said["segments"][0].update(size="many"),
    "fewer than none deleted": lambda said: said["segments"][0].update(deleted=[[-1, 0, 3]]),
    "a generation in words": lambda said: said.update(generation="last"),
    "a format in words": lambda said: said.update(format="one"),
}
FIRST = "report.first"
HEADERS = {
    "a list": lambda said: [],
    "an object array": lambda said: said[FIRST].__setitem__(0, "|O"),
    "a type that is none": lambda said: said[FIRST].__setitem__(0, "<q77"),
    "a fraction of one byte": lambda said: said[FIRST].__setitem__(0, "<f1"),
    "a record": lambda said: said[FIRST].__setitem__(0, "<i4,<i4"),
    "fewer than no numbers": lambda said: said[FIRST].__setitem__(1, [-2]),
    "more than can be": lambda said: said[FIRST].__setitem__(1, [1 << 60]),
    "more than there are": lambda said: said[FIRST].__setitem__(1, [1 << 40]),
    "many dimensions": lambda said: said[FIRST].__setitem__(1, [0] * 40),
    "a place before the file": lambda said: said[FIRST].__setitem__(2, -64),
    "a place after the file": lambda said: said[FIRST].__setitem__(2, 1 << 40),
    "too few words": lambda said: said[FIRST].pop(),
}


@pytest.mark.parametrize("change", TABLES.values(), ids=TABLES)
def test_a_table_of_contents_that_no_commit_wrote_is_damage(data, change):
    (table,) = data.glob("*.toc")
    said_anew(table, change)
    with pytest.raises(Damaged, match="--rebuild"):
        held(data)
    assert [problem.file for problem in check(data)] == [table]


@pytest.mark.parametrize("file", ["*.toc", "MAIN_*.arr"])
def test_what_is_no_text_is_damage(data, file):
    path = next(data.glob(file))
    change = said_anew if file == "*.toc" else headed_anew
    change(path, lambda said: None, code="latin-1")
    with pytest.raises(Damaged, match="--rebuild"):
        held(data)
    assert [problem.file for problem in check(data)] == [path]


@pytest.mark.parametrize("change", HEADERS.values(), ids=HEADERS)
def test_a_header_that_no_writer_wrote_is_damage(data, change):
    segment = next(data.glob("MAIN_*.arr"))
    headed_anew(segment, change)
    with pytest.raises(Damaged, match="--rebuild"):
        held(data)
    assert [problem.file for problem in check(data)] == [segment]


def test_an_archive_cannot_take_in_what_lies_beside_the_index(data, tmp_path):
    """Its table of contents names a segment of another index, which is sound where it lies."""
    begun(tmp_path / "other")
    theirs = contents.read(tmp_path / "other").segments[0]
    before = sorted((tmp_path / "other").iterdir())
    kept = tmp_path / "kept.tar"
    for way in ("../other", "../../other", str(tmp_path / "other")):
        backup(data, kept, force=True)
        (table,) = data.glob("*.toc")
        sound = table.read_bytes()
        name = f"{way}/{theirs.name}"
        said_anew(table, lambda said, name=name: said["segments"][0].update(name=name))
        replaced(kept, table)
        table.write_bytes(sound)
        with pytest.raises(BadArchive, match=r"kept\.tar"):
            restore(data, kept, force=True)
        assert sorted((tmp_path / "other").iterdir()) == before


def replaced(archive, path):
    """Puts another file into an archive, under the name of one that is there."""
    with tarfile.open(archive) as old:
        files = {entry.name: old.extractfile(entry).read() for entry in old}
    files[path.name] = path.read_bytes()
    with tarfile.open(archive, "w") as new:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            new.addfile(entry, io.BytesIO(content))
