import io
import zipfile
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.errors import Refused
from corpus.formats.document import Document, TextLine
from corpus.formats.docx import is_docx, read_docx
from tests.corpus import files


def word_document(data: bytes) -> Document:
    return read_docx(Path("report.docx"), data)


def test_headings_paragraphs_and_weight() -> None:
    def build(word: WordDocument) -> None:
        word.core_properties.title = "Inspection of Tarnsea"
        word.add_heading("Inspection of Tarnsea", 0)
        word.add_heading("Main findings", 2)
        word.add_paragraph("Help is\ttimely.")
        word.add_paragraph("").add_run("Immediately:").bold = True
        word.add_paragraph("One").add_run("\nTwo")
        word.add_paragraph("  ")

    document = word_document(files.word(build))
    assert document.flowing
    assert document.title == "Inspection of Tarnsea"
    assert document.lines == (
        TextLine("Inspection of Tarnsea", heading_level=1),
        TextLine("Main findings", heading_level=2, bold=True),
        TextLine("Help is timely."),
        TextLine("Immediately:", bold=True),
        TextLine("One"),
        TextLine("Two"),
    )


def test_automatic_numbers_and_bullets_are_as_a_reader_sees_them() -> None:
    def build(word: WordDocument) -> None:
        for style, text in [
            ("List Number", "Help"), ("List Bullet", "a"), ("List Bullet 2", "b"),
            ("List Bullet", "c"), ("Normal", "Text"), ("List Number", "Care"),
        ]:  # fmt: skip
            word.add_paragraph(text, style)

    assert word_document(files.word(build)).lines == (
        TextLine("1. Help"),
        TextLine("a", bullet_depth=1),
        TextLine("b", bullet_depth=2),
        TextLine("c", bullet_depth=1),
        TextLine("Text"),
        TextLine("2. Care"),
    )


def test_tables_stand_in_their_place() -> None:
    def build(word: WordDocument) -> None:
        word.add_paragraph("Before")
        table = word.add_table(2, 2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells),
            ("Overall effectiveness", "Good", "One", ""),
            strict=True,
        ):
            cell.text = text
        table.rows[1].cells[1].add_paragraph("Two")
        table.rows[1].cells[1].add_paragraph("Three")
        word.add_paragraph("After")

    assert word_document(files.word(build)).lines == (
        TextLine("Before"),
        TextLine("Overall effectiveness Good", cells=("Overall effectiveness", "Good")),
        TextLine("One"),
        TextLine("Two"),
        TextLine("Three"),
        TextLine("After"),
    )


BOX = """<w:p {ns}><w:r><w:t>Anchor</w:t></w:r><w:ins><w:r><w:t> added</w:t></w:r></w:ins>
<w:del><w:r><w:delText> deleted</w:delText></w:r></w:del>
<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r>
<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>
</w:p>"""
CONTROL = "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>Held</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def test_text_boxes_controls_and_tracked_changes() -> None:
    def build(word: WordDocument) -> None:
        for xml in (BOX, CONTROL):
            word.element.body.insert(0, parse_xml(xml.format(ns=nsdecls("w"))))

    texts = [line.text for line in word_document(files.word(build)).lines]
    assert texts == ["Held", "Anchor added¹²", "Boxed"]


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name.replace("_", "/", 1).replace("_", "."), data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (archive(word_document_xml=b"<broken"), "damaged Word file"),
        (archive(word_document_xml=b" " * (17 << 20)), "unpacks to far more"),
        (archive(word_document_xml=b"", word_bomb_xml=b" " * (129 << 20)), "unpacks to far more"),
    ],
    ids=["broken", "bomb in the body", "bomb beside it"],
)
def test_bad_files_are_refused(data: bytes, cause: str) -> None:
    assert len(data) < 1 << 20
    with pytest.raises(Refused, match=cause):
        word_document(data)


def test_a_truncated_file_is_not_a_word_file() -> None:
    data = files.word(lambda word: word.add_paragraph("Help is timely."))
    assert is_docx(data)
    assert not is_docx(data[: len(data) // 2])
    assert not is_docx(b"PK\x03\x04")
    entry = data.index(b"PK\x01\x02")
    of_a_later_version = data[: entry + 6] + b"\x6c" + data[entry + 7 :]
    assert not is_docx(of_a_later_version)
