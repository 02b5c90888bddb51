"""What is fuzzed: for each target, sound inputs to begin with, and what must hold of any bytes."""

import io
import json
import random
import socket
import tarfile
import tempfile
import threading
import zlib
from pathlib import Path
from urllib.parse import quote

import waitress

from corpus import formats
from corpus.errors import CorpusError
from corpus.formats.document import Document
from corpus.model import Report, Source
from corpus.understanding.report import understand
from index import contents
from index.backup import backup, restore
from index.errors import BadArchive, Damaged, NotAnIndex, WrongVersion
from index.segments import arrays
from search.errors import SearchError
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.corpus.formats.test_fuzz import SOUND
from tests.reliability.worlds import answers, make_index
from web import create_app

SAMPLES = Path(__file__).parent.parent.parent.parent / "corpus" / "samples"
SIGNS = b'plan* -"not yet timely"~3 OR (care grade:good year:2018..2022) NOT lap~ AND care*y'


class Target:
    """Tries inputs: `seeds` are sound ones; `once` raises where something does not hold."""

    seeds: tuple[bytes, ...] = ()

    def __init__(self, place):
        self.place = Path(place)

    def once(self, data):
        raise NotImplementedError


class Queries(Target):
    """Anything typed is answered; no place that is told lies outside of what was typed."""

    seeds = (b"plans", SIGNS, b'authority:"North" \xe2\x80\x9cplans\xe2\x80\x9d', b"((((", b'-"')

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        self.engine = open_engine(self.place / "data")

    def once(self, data):
        text = data.decode("utf-8", "replace")
        matching = ("auto", "all", "most", "any")[len(data) % 4]
        try:
            page = search(self.engine, Request(text, match=matching, facets=("grade", "year")))
        except SearchError:
            return
        assert len(page.hits) == min(page.total, 10)
        assert all(0 <= one.span.start <= one.span.end <= len(text) for one in page.diagnostics)
        for hit in page.hits:
            marks = hit.marks
            assert all(0 <= m.start < m.end <= len(hit.paragraph.text) for m in marks)
        json.dumps([part.text for part in page.sentence])


class Readers(Target):
    """Any file is read, with lines, or refused by name."""

    seeds = (*SOUND.values(), *(path.read_bytes() for path in sorted(SAMPLES.glob("*.*"))))

    def once(self, data):
        try:
            document = formats.read_document(Path("any"), data)
            assert isinstance(document, Document)
            report = understand(document, Source("any", "0" * 64, len(document.pages) or None))
        except CorpusError:
            return
        assert isinstance(report, Report)
        assert len({paragraph.id for paragraph in report.paragraphs}) == len(report.paragraphs)


class ArrayFiles(Target):
    """An array file is read as it was written or named as damaged, also where the checksum of
    what was changed in its header is right.
    """

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        self.seeds = tuple(path.read_bytes() for path in (self.place / "data").glob("*.arr"))
        self.written = set(self.seeds)

    def once(self, data):
        if len(data) % 2 and len(data) > arrays.PREFIX.size:
            data = self.sealed(data)
        path = self.place / "some.arr"
        path.write_bytes(data)
        try:
            found = arrays.read_arrays(path)
        except (Damaged, WrongVersion):
            assert data not in self.written
            return
        total = sum(array.nbytes for array in found.values())
        assert total <= sum(map(len, self.written))

    def sealed(self, data):
        """The bytes with the checksum that their header has."""
        length = int.from_bytes(data[12:16], "little")
        header = data[arrays.PREFIX.size : arrays.PREFIX.size + length]
        head = arrays.PREFIX.pack(
            arrays.MAGIC, arrays.FORMAT_VERSION, length, arrays.header_checksum(header)
        )
        return head + data[arrays.PREFIX.size :]


class Tables(Target):
    """A table of contents names segments in its own directory, or is damaged; its checksum is
    always right here.
    """

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        (table,) = (self.place / "data").glob("*.toc")
        written = table.read_bytes()
        length, _, _ = contents.TRAILER.unpack(written[-contents.TRAILER.size :])
        self.seeds = (written[-contents.TRAILER.size - length : -contents.TRAILER.size],)

    def once(self, data):
        length = contents.LENGTH.pack(len(data))
        crc = zlib.crc32(length, zlib.crc32(data))
        written = data + contents.TRAILER.pack(len(data), crc, contents.MAGIC)
        try:
            found = contents.decode_contents(self.place / "_MAIN_1.toc", written)
        except (Damaged, WrongVersion):
            return
        assert all((self.place / name).parent == self.place for name in found.files)


class Archives(Target):
    """An archive gives the index that was kept, or nothing at all, and touches nothing else."""

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        backup(self.place / "data", self.place / "kept.tar")
        self.seeds = ((self.place / "kept.tar").read_bytes(), self.plain())
        self.kept = answers(self.place / "data")

    def plain(self):
        """A small archive of entries that are no index."""
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name in ("MAIN_a.arr", "_MAIN_1.toc", "../b", "/c"):
                archive.addfile(tarfile.TarInfo(name), io.BytesIO())
        return out.getvalue()

    def once(self, data):
        (self.place / "some.tar").write_bytes(data)
        before = sorted(path.name for path in self.place.iterdir())
        target = self.place / "restored"
        try:
            restore(target, self.place / "some.tar")
        except (BadArchive, NotAnIndex):
            assert not list(target.glob("*MAIN_*.arr"))
        else:
            assert answers(target) == self.kept
        for path in target.iterdir():
            path.unlink()
        target.rmdir()
        assert sorted(path.name for path in self.place.iterdir()) == before


PATHS = (
    b"/api/search?q=plans&grade=good&since=2018&page=2",
    b"/?q=%22not+yet%22&unit=reports&once=1",
    b"/api/wording/concordance?q=plan&order=left&inflected=1&page=3",
    b"/search.csv?q=lap",
    b"/report/ash/p1?q=lap",
    b"/wording/compare?q=plan&other=care",
    b"/authority/Ash",
)


class Addresses(Target):
    """Any address is answered, and never by an error of ours."""

    seeds = PATHS

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        settings = {"data": str(self.place / "data"), "rate": "", "heavy_rate": ""}
        app = create_app(settings)
        app.config["PROPAGATE_EXCEPTIONS"] = True
        self.client = app.test_client()

    def once(self, data):
        path, _, query = data.partition(b"?")
        address = "/" + quote(path.lstrip(b"/"), safe="/") + "?" + quote(query, safe="=&%+")
        response = self.client.get(address)
        assert response.status_code < 500, (address, response.status_code)
        if response.status_code == 200 and response.mimetype == "application/json":
            json.loads(response.data)


class Requests(Target):
    """Whatever bytes come over the wire, the server answers the next client."""

    seeds = (
        *(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n" for path in PATHS[:3]),
        b"POST /api/wording/draft HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18\r\n\r\n"
        b'{"draft": "plans"}',
        b"POST /wording/draft HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\n7\r\ndraft=a\r\n0\r\n\r\n",
    )

    def __init__(self, place):
        super().__init__(place)
        make_index(self.place / "data")
        settings = {"data": str(self.place / "data"), "rate": "", "heavy_rate": ""}
        self.server = waitress.create_server(create_app(settings), host="127.0.0.1", port=0)
        threading.Thread(target=self.server.run, daemon=True).start()

    def once(self, data):
        answer = self.said(data)
        assert not answer.startswith(b"HTTP/1.1 500"), answer[:500]
        alive = self.said(b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n")
        assert alive.startswith(b"HTTP/1.0 200"), alive[:200]

    def said(self, data):
        with socket.create_connection(("127.0.0.1", self.server.effective_port), 10) as client:
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
            answer = b""
            try:
                while part := client.recv(65_536):
                    answer += part
            except ConnectionError:
                pass
            return answer


TARGETS = {
    "queries": Queries,
    "readers": Readers,
    "arrays": ArrayFiles,
    "tables": Tables,
    "archives": Archives,
    "addresses": Addresses,
    "requests": Requests,
}


def made(name):
    """A target in a directory of its own, which is never removed: what failed lies in it."""
    return TARGETS[name](tempfile.mkdtemp(prefix=f"fuzz-{name}-"))


def changed(seeds, chance):
    """One of the seeds with some bytes changed, put in, taken out, doubled, or from another."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randint(0, len(data)), chance.choice((1, 1, 2, 8, 64))
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at:at] = random.Random(chance.random()).randbytes(size)
        elif kind == 2:
            del data[at : at + size]
        elif kind == 3:
            data[at:at] = data[at : at + size]
        elif kind == 4:
            other = chance.choice(seeds)
            start = chance.randint(0, len(other))
            data[at : at + size] = other[start : start + size]
        else:
            data[at : at + size] = bytes(size)
    return bytes(data)
