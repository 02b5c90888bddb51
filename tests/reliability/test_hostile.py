"""Files made by an attacker, with the right checksums: they are named as damaged, and no more."""

import io
import json
import tarfile
import zlib

import pytest

from index.commit import read_commit
from index.contents import LENGTH, TRAILER
from index.errors import BadArchive, Damaged
from index.safety.backup import backup, restore
from index.segments.arrays import PREFIX, header_checksum
from index.status import check
from tests.reliability.worlds import make_index, titles_by_report


@pytest.fixture
def data(tmp_path):
    make_index(tmp_path / "data")
    return tmp_path / "data"


def encode_json(value, code):
    """JSON in a code; if that is not UTF-8, with a letter that makes the bytes invalid UTF-8."""
    text = json.dumps(value)
    return (text if code == "utf-8" else text.replace('"', '"é', 1)).encode(code)


def change_contents(path, change, code="utf-8"):
    """Change the JSON of a table of contents, and its checksum with it."""
    data = path.read_bytes()
    length, _, magic = TRAILER.unpack(data[-TRAILER.size :])
    body = data[: -TRAILER.size]
    facts = json.loads(body[-length:])
    changed = change(facts)
    encoded = encode_json(facts if changed is None else changed, code)
    body = body[:-length] + encoded
    crc = zlib.crc32(LENGTH.pack(len(encoded)), zlib.crc32(body))
    path.write_bytes(body + TRAILER.pack(len(encoded), crc, magic))


def change_header(path, change, code="utf-8"):
    """Change the header of an array file, and its checksum with it."""
    data = path.read_bytes()
    magic, version, length, _ = PREFIX.unpack(data[: PREFIX.size])
    header = json.loads(data[PREFIX.size : PREFIX.size + length])
    changed = change(header)
    encoded = encode_json(header if changed is None else changed, code)
    prefix = PREFIX.pack(magic, version, len(encoded), header_checksum(encoded))
    path.write_bytes(prefix + encoded + data[PREFIX.size + length :])


# Each changes the JSON in place, or returns another.
CONTENTS = {
    "a list": lambda facts: [],
    "nothing": lambda facts: {},
    "no segments": lambda facts: facts.pop("segments") and None,
    "a segment above": lambda facts: facts["segments"][0].update(name="../other/MAIN_a"),
    "a segment elsewhere": lambda facts: facts["segments"][0].update(name="/tmp/MAIN_a"),
    "a segment of two lines": lambda facts: facts["segments"][0].update(name="MAIN_a\n"),
    "a model above": lambda facts: facts.update(lesson=["../_MAIN_1_learnt", 3]),
    "a size in words": lambda facts: facts["segments"][0].update(size="many"),
    "fewer than none deleted": lambda facts: facts["segments"][0].update(deleted=[[-1, 0, 3]]),
    "a generation in words": lambda facts: facts.update(generation="last"),
    "a format in words": lambda facts: facts.update(format="one"),
}
FIRST = "report.first"
HEADERS = {
    "a list": lambda header: [],
    "an object array": lambda header: header[FIRST].__setitem__(0, "|O"),
    "a type that is none": lambda header: header[FIRST].__setitem__(0, "<q77"),
    "a fraction of one byte": lambda header: header[FIRST].__setitem__(0, "<f1"),
    "a record": lambda header: header[FIRST].__setitem__(0, "<i4,<i4"),
    "fewer than no numbers": lambda header: header[FIRST].__setitem__(1, [-2]),
    "more than can be": lambda header: header[FIRST].__setitem__(1, [1 << 60]),
    "more than there are": lambda header: header[FIRST].__setitem__(1, [1 << 40]),
    "many dimensions": lambda header: header[FIRST].__setitem__(1, [0] * 40),
    "a place before the file": lambda header: header[FIRST].__setitem__(2, -64),
    "a place after the file": lambda header: header[FIRST].__setitem__(2, 1 << 40),
    "too few numbers": lambda header: header[FIRST].pop(),
}


def assert_damaged(data, path):
    with pytest.raises(Damaged, match="--rebuild"):
        titles_by_report(data)
    assert [problem.file for problem in check(data)] == [path]


@pytest.mark.parametrize("change", CONTENTS.values(), ids=CONTENTS)
def test_a_table_of_contents_that_no_commit_wrote_is_damage(data, change):
    (table,) = data.glob("*.toc")
    change_contents(table, change)
    assert_damaged(data, table)


@pytest.mark.parametrize("change", HEADERS.values(), ids=HEADERS)
def test_a_header_that_no_writer_wrote_is_damage(data, change):
    segment = next(data.glob("MAIN_*.arr"))
    change_header(segment, change)
    assert_damaged(data, segment)


@pytest.mark.parametrize(
    ("file", "change_json"), [("*.toc", change_contents), ("MAIN_*.arr", change_header)]
)
def test_bytes_that_are_not_utf_8_are_damage(data, file, change_json):
    path = next(data.glob(file))
    change_json(path, lambda facts: None, code="latin-1")
    assert_damaged(data, path)


def test_an_archive_cannot_take_in_what_lies_beside_the_index(data, tmp_path):
    """Its table of contents names a segment of another index, which is sound where it lies."""
    make_index(tmp_path / "other")
    other_segment = read_commit(tmp_path / "other").segments[0]
    before = sorted((tmp_path / "other").iterdir())
    archive = tmp_path / "backup.tar"
    for way in ("../other", "../../other", str(tmp_path / "other")):
        backup(data, archive, force=True)
        (table,) = data.glob("*.toc")
        sound = table.read_bytes()
        name = f"{way}/{other_segment.name}"
        change_contents(table, lambda facts, name=name: facts["segments"][0].update(name=name))
        replace_member(archive, table)
        table.write_bytes(sound)
        with pytest.raises(BadArchive, match=r"backup\.tar"):
            restore(data, archive, force=True)
        assert sorted((tmp_path / "other").iterdir()) == before


def replace_member(archive, path):
    """Put another file into an archive, under the name of one that is there."""
    with tarfile.open(archive) as old:
        files = {entry.name: old.extractfile(entry).read() for entry in old}
    files[path.name] = path.read_bytes()
    with tarfile.open(archive, "w") as new:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            new.addfile(entry, io.BytesIO(content))
