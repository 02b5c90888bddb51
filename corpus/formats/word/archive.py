"""The ZIP archive that a Word file is: its parts as XML, found by relationship, and refusals."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote

from lxml import etree

from corpus.errors import Refused
from corpus.formats.other_formats import describe_archive
from corpus.formats.word.xml import M_NAMESPACE, W_NAMESPACE, w

# A report's body has about a megabyte of XML, and as a tree takes ten times its size.
MAX_PART_BYTES = 16 << 20
# A report's body has some ten thousand elements.
MAX_ELEMENTS = 200_000

MAIN_PART = "word/document.xml"  # where almost all programs put it
# Strict files have their own names for what is otherwise the same.
STRICT_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NAMESPACE.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M_NAMESPACE.encode()),
)
TOO_DEEP = re.compile(r"excessive depth|maximum.*depth", re.IGNORECASE)
SAVE_AGAIN = "open it in Word and save it again"


def is_zip(data: bytes) -> bool:
    """Return whether a file begins as a ZIP archive does, which every Word file is."""
    return data.startswith(b"PK\x03\x04")


class WordArchive:
    """The parts of a Word file, each read when it is asked for. All methods raise Refused."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Take the path, to name it in refusals, and the content of the file."""
        self.path = path
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            cause = f"is cut short or damaged: its ZIP archive cannot be opened ({error})"
            raise Refused(str(path), cause, "fetch it again") from error
        # Some programs write backslashes, or other capitals than in the relationships.
        self.names = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in self.zip.infolist()
        }
        self.main_name = self.related("", "officeDocument") or MAIN_PART
        if self.main_name.lower() not in self.names:
            self.main_name = MAIN_PART
        if self.main_name.lower() not in self.names:
            self.refuse_other()

    def main(self) -> Any:
        """Return the root element of the main part, which holds the text."""
        root = self.part(self.main_name)
        if root.tag != w("document"):
            self.refuse_other()
        if next(islice(root.iter(), MAX_ELEMENTS, None), None) is not None:
            raise Refused(str(self.path), "holds far more than a report does", "leave it out")
        return root

    def refuse_other(self) -> NoReturn:
        """Raise Refused with what the archive is instead of a Word file."""
        raise Refused(str(self.path), *describe_archive(self.names))

    def related_part(self, kind: str) -> Any | None:
        """Return the root element of the main part's part of a kind, such as "styles"; or None."""
        name = self.related(self.main_name, kind)
        return self.part(name) if name and name.lower() in self.names else None

    def title(self) -> str | None:
        """Return the title in the file's properties, None where it has none."""
        name = self.related("", "core-properties")
        if not name or name.lower() not in self.names:
            return None
        title = self.part(name).findtext("{http://purl.org/dc/elements/1.1/}title")
        return (title or "").strip() or None

    def related(self, source: str, kind: str) -> str | None:
        """Return the name of the part that a part ("": the file) names as its one of a kind."""
        folder, name = posixpath.split(source)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations.lower() not in self.names:
            return None
        for relation in self.part(relations):
            # The beginnings of the types differ between transitional and strict files.
            is_kind = relation.get("Type", "").rpartition("/")[2] == kind
            if is_kind and relation.get("TargetMode") != "External":
                target = unquote(relation.get("Target", "")).replace("\\", "/")
                return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        return None

    def part(self, name: str) -> Any:
        """Return the root element of the part of that name, which there is."""
        data = self.part_bytes(self.names[name.lower()])
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if TOO_DEEP.search(str(error)):
                cause = f"nests what is in {name} deeper than any report does"
                raise Refused(str(self.path), cause, "leave it out") from error
            cause = f"is a damaged Word file ({name}: {error})"
            raise Refused(str(self.path), cause, SAVE_AGAIN) from error
        if next(root.iter(etree.Entity), None) is not None:
            cause = f"has text in {name} that stands elsewhere (an XML entity), as no Word file has"
            raise Refused(str(self.path), cause, SAVE_AGAIN)
        return root

    def part_bytes(self, info: zipfile.ZipInfo) -> bytes:
        """Return what a part unpacks to."""
        if info.file_size > MAX_PART_BYTES:
            raise Refused(str(self.path), "unpacks to far more than a report holds", "leave it out")
        if info.flag_bits & 1:
            cause = "is a ZIP archive with a password"
            raise Refused(str(self.path), cause, "unpack it and give the report in it")
        try:
            return self.zip.read(info)  # no more than the size that it states
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error) as error:
            cause = f"is a damaged Word file ({info.filename}: {error})"
            raise Refused(str(self.path), cause, "fetch it again") from error
