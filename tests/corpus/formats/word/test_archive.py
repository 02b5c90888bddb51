import io
import zipfile

import pytest

from corpus.errors import Refused
from corpus.formats.word import is_zip
from corpus.formats.word.archive import MAX_PART_BYTES
from tests.corpus import files
from tests.corpus.formats.word.parts import (
    OFFICE,
    archive,
    main_part,
    paragraph,
    relations,
    word_document,
    word_file,
)

BODY = paragraph("Help is timely.")
MAIN = main_part(BODY)
STRICT = "http://purl.oclc.org/ooxml"


def strict(part: str) -> str:
    """Return a part as strict files write it."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return part.replace(OFFICE, f"{STRICT}/officeDocument/relationships").replace(
        main, f"{STRICT}/wordprocessingml/main"
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": MAIN},
        {"_rels/.rels": relations(officeDocument="word/document2.xml"), "word/document2.xml": MAIN},
        {"_rels/.rels": relations(officeDocument="/Word/Main.xml"), "word/main.xml": MAIN},
        {"_rels/.rels": relations(officeDocument="./a%20b/c.xml"), "a b/c.xml": MAIN},
        {"_rels/.rels": relations(officeDocument="word\\document.xml"), "word\\document.xml": MAIN},
        {"_rels/.rels": relations(officeDocument="gone.xml"), "word/document.xml": MAIN},
        {"_rels/.rels": strict(relations(officeDocument="word/document.xml")),
         "word/document.xml": strict(MAIN)},
        {"word/document.xml": f"<?xml version='1.0'?><!-- a --><?b c?>{MAIN}"},
        {"word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{MAIN}'.encode("utf-16")},
        {"word/document.xml": MAIN, "word/media/film.mp4": bytes(MAX_PART_BYTES + 1)},
    ],
    ids=["no relationships", "another name", "capitals", "escaped", "backslashes", "wrong target",
         "strict", "comments", "UTF-16", "a large part that is not read"],
)  # fmt: skip
def test_the_main_part_is_found_and_read(parts: dict[str, str | bytes]) -> None:
    assert [line.text for line in word_document(archive(parts)).lines] == ["Help is timely."]


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
    ids=["docm", "dotx", "dotm"],
)
def test_files_with_macros_and_templates_are_read(content_type: str) -> None:
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(io.BytesIO(files.word(lambda word: word.add_paragraph("Help")))) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(plain.encode(), content_type.encode())
    assert parts["[Content_Types].xml"] != types
    assert word_document(archive(parts)).lines[0].text == "Help"


DEEP = "<w:p>" * 300 + "</w:p>" * 300
BOMB = " " * (MAX_PART_BYTES + 1)
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + main_part("&b;")


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ({"word/document.xml": "<broken"}, "damaged Word file"),
        ({"word/document.xml": BOMB}, "unpacks to far more"),
        ({"word/document.xml": MAIN, "word/styles.xml": BOMB,
          "word/_rels/document.xml.rels": relations(styles="styles.xml")}, "unpacks to far more"),
        ({"word/document.xml": main_part(DEEP)}, "nests what is in word/document.xml deeper"),
        ({"xl/workbook.xml": "<workbook/>"}, "is an Excel workbook"),
        ({"word/document.xml": "<workbook/>", "xl/a.xml": ""}, "is an Excel workbook"),
        ({"ppt/presentation.xml": ""}, "is a PowerPoint file"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": ""},
         "is an OpenDocument file"),
        ({"META-INF/container.xml": ""}, "is an e-book"),
        ({"Index/Document.iwa": ""}, "is an Apple Pages"),
        ({"a.pdf": "%PDF", "b.docx": ""}, "is a ZIP archive without a Word document"),
        ({"word/styles.xml": "", "word/a.xml": ""}, "is a Word file without its main part"),
    ],
    ids=["broken", "bomb in the body", "bomb in the styles", "deep", "Excel", "Excel in disguise",
         "PowerPoint", "OpenDocument", "EPUB", "Pages", "ZIP", "no main part"],
)  # fmt: skip
def test_what_is_no_word_file_is_refused_for_its_reason(
    parts: dict[str, str | bytes], cause: str
) -> None:
    data = archive(parts)
    assert len(data) < 1 << 20
    with pytest.raises(Refused, match=cause) as refusal:
        word_document(data)
    assert refusal.value.remedy


def test_a_file_with_entities_is_refused_as_they_are_not_expanded() -> None:
    with pytest.raises(Refused, match=r"word/document\.xml that stands elsewhere"):
        word_document(archive({"word/document.xml": ENTITIES}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_short_is_refused_as_such(share: float) -> None:
    data = files.word(lambda word: word.add_paragraph("Help is timely."))
    cut = data[: int(share * len(data))]
    assert is_zip(cut)
    with pytest.raises(Refused, match=r"is cut short or damaged.*; fetch it again"):
        word_document(cut)


@pytest.mark.parametrize(
    ("offset", "byte", "cause"),
    [
        (6, b"\x6c", "cut short or damaged"),
        (8, b"\x01", "with a password"),
        (10, b"\x63", "damaged"),
    ],
    ids=["later version", "password", "packed in an unknown way"],
)
def test_an_archive_that_cannot_be_unpacked_is_refused(
    offset: int, byte: bytes, cause: str
) -> None:
    data = word_file(BODY)
    entry = data.index(b"PK\x01\x02")
    data = data[: entry + offset] + byte + data[entry + offset + 1 :]
    with pytest.raises(Refused, match=cause):
        word_document(data)


def test_a_part_whose_bytes_are_damaged_is_refused() -> None:
    data = bytearray(word_file(paragraph("Help is timely. " * 50)))
    at = data.index(b"word/document.xml") + len("word/document.xml") + 20
    data[at : at + 8] = bytes(8)
    with pytest.raises(Refused, match="is a damaged Word file"):
        word_document(bytes(data))
