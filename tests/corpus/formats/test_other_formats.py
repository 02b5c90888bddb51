import pytest

from corpus.formats.other_formats import describe_archive, describe_file

OLE = b"\xd0\xcf\x11\xe0" + bytes(500)


def with_stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "cause", "remedy"),
    [
        (
            with_stream("EncryptedPackage"),
            "is an Office file with a password",
            "without the password",
        ),
        (with_stream("WordDocument"), r"is an old Word file (.doc)", "save it as DOCX"),
        (with_stream("Workbook"), "is an old Excel workbook (.xls)", "give the report itself"),
        (
            with_stream("PowerPoint Document"),
            "is an old PowerPoint file (.ppt)",
            "give the report itself",
        ),
        (with_stream("__properties_version1.0"), "is an Outlook message", "attached"),
        (OLE, "is an old Office file", "PDF"),
        (b"{\\rtf1\\ansi", "is an RTF file", "save it as"),
        (b"MIME-Version: 1.0\r\n", "is a web archive or e-mail", "save it as"),
        (b"\x89PNG\r\n", "is a picture", "give the report itself"),
        (b"\x1f\x8b\x08", "is a compressed file", "unpack it"),
        (b"BM\x00\x01", "is a picture", "give the report itself"),
        (b"%!PS-Adobe", "is a PostScript file", "save it as"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, cause: str, remedy: str) -> None:
    description = describe_file(data)
    assert description is not None
    assert cause in description[0]
    assert remedy in description[1]


@pytest.mark.parametrize(
    "data", [b"", b"Help", b"BMI of children", b"<html>", b"%PDF-1.7", b"BZhen"]
)
def test_what_may_be_read_is_not(data: bytes) -> None:
    assert describe_file(data) is None


@pytest.mark.parametrize(
    ("names", "cause"),
    [
        (["[content_types].xml", "xl/workbook.xml"], "Excel"),
        (["mimetype", "content.xml", "meta-inf/manifest.xml"], "OpenDocument"),
        (["mimetype", "meta-inf/container.xml"], "EPUB"),
        (["index/document.iwa"], "Apple"),
        (["report.docx", "b.pdf"], "ZIP archive"),
        ([], "ZIP archive"),
    ],
)
def test_an_archive_is_named_by_what_is_in_it(names: list[str], cause: str) -> None:
    assert cause in describe_archive(names)[0]
