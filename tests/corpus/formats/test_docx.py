import io
import zipfile
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.errors import Refused
from corpus.formats import docx
from corpus.formats.lines import Document, Line
from tests.corpus import files


def read(data: bytes) -> Document:
    return docx.lines(Path("report.docx"), data)


def test_headings_paragraphs_and_weight() -> None:
    def build(word: WordDocument) -> None:
        word.core_properties.title = "Inspection of Tarnsea"
        word.add_heading("Inspection of Tarnsea", 0)
        word.add_heading("Main findings", 2)
        word.add_paragraph("Help is\ttimely.")
        word.add_paragraph("").add_run("Immediately:").bold = True
        word.add_paragraph("One").add_run("\nTwo")
        word.add_paragraph("  ")

    document = read(files.word(build))
    assert document.flowing
    assert document.title == "Inspection of Tarnsea"
    assert document.lines == (
        Line("Inspection of Tarnsea", heading=1),
        Line("Main findings", heading=2, bold=True),
        Line("Help is timely."),
        Line("Immediately:", bold=True),
        Line("One"),
        Line("Two"),
    )


def test_automatic_numbers_and_bullets_are_as_a_reader_sees_them() -> None:
    def build(word: WordDocument) -> None:
        for style, text in [
            ("List Number", "Help"), ("List Bullet", "a"), ("List Bullet 2", "b"),
            ("List Bullet", "c"), ("Normal", "Text"), ("List Number", "Care"),
        ]:  # fmt: skip
            word.add_paragraph(text, style)

    assert read(files.word(build)).lines == (
        Line("1. Help"),
        Line("a", bullet=1),
        Line("b", bullet=2),
        Line("c", bullet=1),
        Line("Text"),
        Line("2. Care"),
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

    assert read(files.word(build)).lines == (
        Line("Before"),
        Line("Overall effectiveness Good", cells=("Overall effectiveness", "Good")),
        Line("One"),
        Line("Two"),
        Line("Three"),
        Line("After"),
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

    texts = [line.text for line in read(files.word(build)).lines]
    assert texts == ["Held", "Anchor added¹²", "Boxed"]


def test_numbers_go_on_restart_and_nest() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (start, kind, text) in enumerate(
            [(3, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "upperRoman", "%1.%3")]
        )
    )
    numbering = (
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        "</w:numbering>"
    )
    marks = docx.Numbering(parse_xml(numbering))
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)]
    shown = [marks.mark(key, at).text for key, at in asked]
    assert shown == ["3.", "(a)", "(b)", "3.I", "4.", "(a)", "1.", "2."]
    assert marks.mark("99", 0).text == ""


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
        read(data)


def test_a_truncated_file_is_no_word_file() -> None:
    data = files.word(lambda word: word.add_paragraph("Help is timely."))
    assert docx.is_docx(data)
    assert not docx.is_docx(data[: len(data) // 2])
    assert not docx.is_docx(b"PK\x03\x04")
    entry = data.index(b"PK\x01\x02")
    of_a_later_version = data[: entry + 6] + b"\x6c" + data[entry + 7 :]
    assert not docx.is_docx(of_a_later_version)
