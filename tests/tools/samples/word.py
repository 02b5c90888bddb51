"""A sample as DOCX: Word's own heading, list and table styles, numbers by Word's own counting."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph

from tests.tools.samples.blocks import Block, Source

STYLES = {"numbered": "List Number", "boxed": "Intense Quote"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def render(source: Source) -> bytes:
    """Returns the sample as DOCX, the same bytes each time with the same python-docx."""
    document = Document()
    properties(document, source)
    section = document.sections[0]
    section.footer.paragraphs[0].text = source.facts["footer"]
    rows: list[Block] = []
    for block in source.blocks:
        if block.kind == "row":
            rows.append(block)
            continue
        table(document, rows)
        rows = []
        add(document, block)
    table(document, rows)
    return packed(document)


def properties(document: Docx, source: Source) -> None:
    """Sets title and dates, which would otherwise be those of the template."""
    core, day = document.core_properties, datetime.fromisoformat(source.facts["made"])
    core.title, core.author, core.comments = source.facts["title"], "", ""
    core.created = core.modified = day


def add(document: Docx, block: Block) -> None:
    """Adds a block as Word would hold it."""
    if block.kind == "heading":
        document.add_heading(block.text, block.level - 1)
    elif block.kind == "break":
        document.add_page_break()
    else:
        looks(document.add_paragraph(style=style(block)), block)


def style(block: Block) -> str | None:
    """Returns the name of the Word style of a block; None is Normal."""
    if block.kind == "bullet":
        return "List Bullet" if block.level == 1 else f"List Bullet {block.level}"
    return STYLES.get(block.kind)


def looks(paragraph: Paragraph, block: Block) -> None:
    """Adds the block's runs, bold where they are."""
    for run in block.runs:
        paragraph.add_run(run.text).bold = run.look == "bold" or None


def table(document: Docx, rows: list[Block]) -> None:
    """Adds a table of the rows, if there are any."""
    if not rows:
        return
    grid = document.add_table(len(rows), len(rows[0].cells), style="Table Grid")
    for line, block in zip(grid.rows, rows, strict=True):
        for cell, text in zip(line.cells, block.cells, strict=True):
            cell.text = text.replace("**", "")


def packed(document: Docx) -> bytes:
    """Returns the document's bytes with every file in it dated alike."""
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(tight, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return tight.getvalue()
