"""Fuzz targets for the files of an index: arrays, table of contents, archives of a backup."""

import io
import tarfile
import zlib

from index import contents
from index.errors import BadArchive, Damaged, NotAnIndex, WrongVersion
from index.safety.backup import backup, restore
from index.segments import arrays
from tests.reliability.worlds import answers, make_index
from tests.tools.fuzz.target import Target


class ArrayFileTarget(Target):
    """An array file is read as it was written, or named as damaged.

    So it is where the checksum of a changed header is right, too.
    """

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        self.seeds = tuple(path.read_bytes() for path in (self.folder / "data").glob("*.arr"))
        self.written = set(self.seeds)

    def check(self, data):
        if len(data) % 2 and len(data) > arrays.PREFIX.size:
            data = self.correct_checksum(data)
        path = self.folder / "some.arr"
        path.write_bytes(data)
        try:
            content = arrays.read_arrays(path)
        except (Damaged, WrongVersion):
            assert data not in self.written
            return
        total = sum(array.nbytes for array in content.values())
        assert total <= sum(map(len, self.written))

    def correct_checksum(self, data):
        """Return a file's bytes with the checksum that their header has."""
        length = int.from_bytes(data[12:16], "little")
        header = data[arrays.PREFIX.size : arrays.PREFIX.size + length]
        prefix = arrays.PREFIX.pack(
            arrays.MAGIC, arrays.FORMAT_VERSION, length, arrays.header_checksum(header)
        )
        return prefix + data[arrays.PREFIX.size :]


class ContentsTarget(Target):
    """A table of contents names files in its own directory, or is damaged.

    Its checksum is always right here.
    """

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        (table,) = (self.folder / "data").glob("*.toc")
        written = table.read_bytes()
        length, _, _ = contents.TRAILER.unpack(written[-contents.TRAILER.size :])
        self.seeds = (written[-contents.TRAILER.size - length : -contents.TRAILER.size],)

    def check(self, data):
        length = contents.LENGTH.pack(len(data))
        checksum = zlib.crc32(length, zlib.crc32(data))
        written = data + contents.TRAILER.pack(len(data), checksum, contents.MAGIC)
        try:
            table = contents.decode_contents(self.folder / "_MAIN_1.toc", written)
        except (Damaged, WrongVersion):
            return
        assert all((self.folder / name).parent == self.folder for name in table.files)


class ArchiveTarget(Target):
    """An archive gives back the index that was archived, or nothing, and touches nothing else."""

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        backup(self.folder / "data", self.folder / "sound.tar")
        self.seeds = ((self.folder / "sound.tar").read_bytes(), self.archive_of_strangers())
        self.answers = answers(self.folder / "data")

    def archive_of_strangers(self):
        """Return a small archive of entries that are not an index."""
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name in ("MAIN_a.arr", "_MAIN_1.toc", "../b", "/c"):
                archive.addfile(tarfile.TarInfo(name), io.BytesIO())
        return out.getvalue()

    def check(self, data):
        (self.folder / "some.tar").write_bytes(data)
        before = sorted(path.name for path in self.folder.iterdir())
        restored = self.folder / "restored"
        try:
            restore(restored, self.folder / "some.tar")
        except (BadArchive, NotAnIndex):
            assert not list(restored.glob("*MAIN_*.arr"))
        else:
            assert answers(restored) == self.answers
        for path in restored.iterdir():
            path.unlink()
        restored.rmdir()
        assert sorted(path.name for path in self.folder.iterdir()) == before
