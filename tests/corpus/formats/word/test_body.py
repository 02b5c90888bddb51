import pytest
from docx.document import Document as WordDocument

from corpus.formats.document import TextLine
from tests.corpus import files
from tests.corpus.formats.word.parts import (
    alternatives,
    cell,
    control,
    paragraph,
    row,
    run,
    text_box,
    texts,
    word_document,
)


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
        for table_cell, text in zip(
            (table_cell for table_row in table.rows for table_cell in table_row.cells),
            ("Overall effectiveness", "Good", "One", ""),
            strict=True,
        ):
            table_cell.text = text
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


HELP = paragraph("Help")
INSERTED, MOVED_TO = "<w:ins>{}</w:ins>", "<w:moveTo>{}</w:moveTo>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (control(HELP), ["Help"]),
        (control(control(control(HELP))), ["Help"]),
        (f"<w:customXml><w:customXmlPr/>{control(HELP)}</w:customXml>", ["Help"]),
        (f"<w:p>{control(run('He'))}{run('lp')}</w:p>", ["Help"]),
        (f"<w:tbl>{row('a', 'b')}{control(row('c', 'd'))}</w:tbl>", ["a b", "c d"]),
        (f"<w:tbl>{control(control(row('a', 'b')) + row('c', 'd'))}</w:tbl>", ["a b", "c d"]),
        (f"<w:tbl><w:tr>{cell('a')}{control(cell('b') + cell('c'))}</w:tr></w:tbl>", ["a b c"]),
        (control(f"<w:tbl><w:tr>{control(f'<w:tc>{control(HELP)}</w:tc>')}</w:tr></w:tbl>"), ["Help"]),
        (f"<w:tbl><w:tr><w:tc><w:tbl>{control(row('a', 'b'))}</w:tbl></w:tc></w:tr></w:tbl>", ["a b"]),
        (INSERTED.format(HELP), ["Help"]),
        (f"<w:tbl>{INSERTED.format(row('a', 'b'))}</w:tbl>", ["a b"]),
    ],
    ids=["block", "nested", "custom XML", "run", "row", "nested rows", "cells", "cell in table",
         "nested table", "inserted block", "inserted row"],
)  # fmt: skip
def test_what_is_wrapped_is_read(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p><w:moveFrom>{run('a')}</w:moveFrom></w:p>{HELP}<w:p><w:moveTo>{run('a')}</w:moveTo></w:p>",
         ["Help", "a"]),
        (f"<w:moveFrom>{paragraph('a')}</w:moveFrom>{HELP}<w:moveTo>{paragraph('a')}</w:moveTo>",
         ["Help", "a"]),
        (f"<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>{run('a')}</w:moveFrom></w:p>{HELP}",
         ["Help"]),
        (f"<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del>{run('b')}</w:p>", ["b"]),
        (f"<w:p><w:del>{run('a')}</w:del><w:ins>{run('b')}</w:ins></w:p>", ["b"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Help is ')}</w:p>{paragraph('timely.')}",
         ["Help is timely."]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Help')}</w:p><w:tbl>{row('a', 'b')}</w:tbl>",
         ["Help", "a b"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Help')}</w:p>", ["Help"]),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('a')}</w:tr>{row('b', 'c')}</w:tbl>", ["b c"]),
        (f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cell('a')}</w:tr>{row('b', 'c')}</w:tbl>", ["b c"]),
        (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{HELP}</w:tc>{cell('b')}{cell('c')}</w:tr></w:tbl>",
         ["b c"]),
    ],
    ids=["moved runs", "moved blocks", "moved end", "deleted", "replaced", "deleted end",
         "deleted end before a table", "deleted last end", "deleted row", "hidden row",
         "deleted cell"],
)  # fmt: skip
def test_tracked_changes_are_read_as_accepted(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p>{text_box(paragraph('Boxed'))}{run('Anchor')}</w:p>", ["Anchor", "Boxed"]),
        (f"<w:p>{text_box('<w:p>' + text_box(HELP) + run('Boxed') + '</w:p>')}</w:p>", ["Boxed", "Help"]),
        (f"<w:p>{text_box('<w:tbl>' + row('a', 'b') + '</w:tbl>')}</w:p>", ["a b"]),
        (alternatives(HELP, fallback=paragraph("Old")), ["Help"]),
        (alternatives(HELP, paragraph("Second"), fallback=paragraph("Old")), ["Help"]),
        (alternatives(fallback=paragraph("Old")), ["Old"]),
        (alternatives(), []),
        (f"<w:p>{alternatives(run('new'), fallback=run('old'))}</w:p>", ["new"]),
        (f"<w:tbl>{alternatives(row('a', 'b'), fallback=row('c', 'd'))}</w:tbl>", ["a b"]),
    ],
    ids=["box", "box in a box", "table in a box", "block", "two choices", "fallback alone",
         "nothing", "run", "row"],
)  # fmt: skip
def test_boxes_and_alternatives_are_read_once(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_boxes_nested_ever_deeper_are_read_once_each() -> None:
    body = HELP
    for depth in range(28):
        box = f"<w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r>"
        body = f"<w:p>{box}{run(f'box {depth}')}</w:p>"
    assert texts(body) == [f"box {depth}" for depth in reversed(range(28))] + ["Help"]


def test_an_empty_item_has_its_number_and_one_whose_end_was_deleted_has_none() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f"{item}<w:rPr><w:del/></w:rPr>"
    body = paragraph("a", item) + paragraph("", item) + paragraph("", gone) + paragraph("b", item)
    assert texts(body, numbering=numbering) == ["1. a", "3. b"]
