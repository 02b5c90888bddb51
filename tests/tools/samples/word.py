"""Render a sample as DOCX, in Word's own styles for headings, lists, tables and numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph

from tests.tools.samples.blocks import SampleBlock, SampleSource

STYLES = {"numbered": "List Number", "boxed": "Intense Quote"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def render(source: SampleSource) -> bytes:
    """Return the sample as DOCX, the same bytes each time with the same python-docx."""
    document = Document()
    set_properties(document, source)
    section = document.sections[0]
    section.footer.paragraphs[0].text = source.facts["footer"]
    rows: list[SampleBlock] = []
    for block in source.blocks:
        if block.kind == "row":
            rows.append(block)
            continue
        add_table(document, rows)
        rows = []
        add_block(document, block)
    add_table(document, rows)
    return pack(document)


def set_properties(document: Docx, source: SampleSource) -> None:
    """Set title and dates, which would otherwise be those of the template."""
    core, day = document.core_properties, datetime.fromisoformat(source.facts["made"])
    core.title, core.author, core.comments = source.facts["title"], "", ""
    core.created = core.modified = day


def add_block(document: Docx, block: SampleBlock) -> None:
    """Add a block as Word would hold it."""
    if block.kind == "heading":
        document.add_heading(block.text, block.level - 1)
    elif block.kind == "break":
        document.add_page_break()
    else:
        add_runs(document.add_paragraph(style=style_name(block)), block)


def style_name(block: SampleBlock) -> str | None:
    """Return the name of a block's Word style; None stands for Normal."""
    if block.kind == "bullet":
        return "List Bullet" if block.level == 1 else f"List Bullet {block.level}"
    return STYLES.get(block.kind)


def add_runs(paragraph: Paragraph, block: SampleBlock) -> None:
    """Add the block's runs, bold where they are."""
    for run in block.runs:
        paragraph.add_run(run.text).bold = run.look == "bold" or None


def add_table(document: Docx, rows: list[SampleBlock]) -> None:
    """Add a table of the rows, if there are any."""
    if not rows:
        return
    grid = document.add_table(len(rows), len(rows[0].cells), style="Table Grid")
    for line, block in zip(grid.rows, rows, strict=True):
        for cell, text in zip(line.cells, block.cells, strict=True):
            cell.text = text.replace("**", "")


def pack(document: Docx) -> bytes:
    """Return the document's bytes with every file in it dated alike."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
