"""Formats that are often among reports but are not read: how each is known, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

SAVE_AS = "save it as PDF or DOCX"
EXPORT = "export it as PDF or DOCX"
UNPACK = "unpack it and give the reports in it"
TAKE_TEXT = "give the report itself, as PDF or DOCX"
WITHOUT_PASSWORD = "save it without the password"

# The first bytes of a file, what it is then, and what to do.
SIGNATURES = (
    (b"{\\rtf", "is an RTF file", SAVE_AS),
    (b"\xffWPC", "is a WordPerfect file", SAVE_AS),
    (b"\xdb\xa5", "is a Word 2 file", SAVE_AS),
    (b"%!PS", "is a PostScript file", SAVE_AS),
    (b"MIME-Version:", "is a web archive or e-mail", SAVE_AS),
    (b"\x89PNG", "is a picture", TAKE_TEXT),
    (b"\xff\xd8\xff", "is a picture", TAKE_TEXT),
    (b"GIF8", "is a picture", TAKE_TEXT),
    (b"II*\0", "is a picture", TAKE_TEXT),
    (b"MM\0*", "is a picture", TAKE_TEXT),
    (b"BM", "is a picture", TAKE_TEXT),
    (b"PK\x05\x06", "is an empty ZIP archive", "fetch it again"),
    (b"Rar!\x1a", "is a RAR archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive", UNPACK),
    (b"\x1f\x8b", "is a compressed file", UNPACK),
    (b"BZh", "is a compressed file", UNPACK),
    (b"\xfd7zXZ", "is a compressed file", UNPACK),
)
BINARY_ONLY = (b"BM", b"BZh")  # also what a text may begin with, so these must hold a zero byte

OLE = b"\xd0\xcf\x11\xe0"  # Microsoft's container before ZIP archives
# The streams in such a container, what it is then, and what to do.
OLE_STREAMS = (
    ("EncryptedPackage", "is an Office file with a password", WITHOUT_PASSWORD),
    ("WordDocument", "is an old Word file (.doc)", "save it as DOCX or PDF"),
    ("Workbook", "is an old Excel workbook (.xls)", TAKE_TEXT),
    ("PowerPoint Document", "is an old PowerPoint file (.ppt)", TAKE_TEXT),
    ("__properties_version1.0", "is an Outlook message", "save what is attached to it"),
)
OLE_ENCODING = "utf-16-le"

# How the name of a file in a ZIP archive begins, what the archive is then, and what to do.
ARCHIVE_MEMBERS = (
    ("xl/", "is an Excel workbook", TAKE_TEXT),
    ("ppt/", "is a PowerPoint file", TAKE_TEXT),
    ("visio/", "is a Visio drawing", TAKE_TEXT),
    ("fixeddocseq.fdseq", "is an XPS file", SAVE_AS),
    ("fixeddocumentsequence.fdseq", "is an XPS file", SAVE_AS),
    (
        "index/document.iwa",
        "is an Apple Pages, Numbers or Keynote file",
        EXPORT,
    ),
    ("index.zip", "is an Apple Pages, Numbers or Keynote file", EXPORT),
    ("index.xml", "is an old Apple Pages file", EXPORT),
    ("meta-inf/container.xml", "is an e-book (EPUB)", SAVE_AS),
    ("meta-inf/manifest.xml", "is an OpenDocument file (such as .odt)", SAVE_AS),
    ("word/", "is a Word file without its main part", "open it in Word and save it again"),
)


def describe_file(data: bytes) -> tuple[str, str] | None:
    """Return what a file of another format is, and what to do; None where it may be read."""
    if data.startswith(OLE):
        for stream, cause, remedy in OLE_STREAMS:
            if stream.encode(OLE_ENCODING) in data:
                return cause, remedy
        return (
            "is an old Office file (as .doc and .xls are), or part of one",
            "save it as DOCX or PDF",
        )
    for first_bytes, cause, remedy in SIGNATURES:
        if data.startswith(first_bytes) and (first_bytes not in BINARY_ONLY or b"\0" in data):
            return cause, remedy
    return None


def describe_archive(names: Iterable[str]) -> tuple[str, str]:
    """Return what a ZIP archive is that is no Word file, by the names in it in small letters."""
    names = list(names)
    for beginning, cause, remedy in ARCHIVE_MEMBERS:
        if any(name.startswith(beginning) for name in names):
            return cause, remedy
    return "is a ZIP archive without a Word document", UNPACK
