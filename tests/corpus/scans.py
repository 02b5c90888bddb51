"""Invented reports as scanned PDFs, and commands that stand in for a Tesseract which fails."""

from __future__ import annotations

import io
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="Tesseract is not installed (apt install tesseract-ocr)",
)
posix = pytest.mark.skipif(os.name != "posix", reason="stands in for Tesseract by a shell script")
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel ends a process here only")

Line = tuple[float, float, str, float, str]
"""Left and baseline in points from the page's top left corner, style, size and text."""

LEADERS = (
    "Leaders in Oakmere know their services well. They have put in place a clear plan, and they "
    "check that what was agreed has been done for each child.",
    "Social workers visit children when they should. Most plans are specific, but a few are too "
    "long for parents to follow, and some are not dated.",
    "The number of children who wait for a social worker has fallen by half since the last "
    "inspection, from 40 to 19.",
)
ACTIONS = (
    "The timeliness of assessments for children in need.",
    "The quality of personal education plans for children in care, so that targets can be "
    "measured and are reviewed in time.",
)
CARE = (
    "Children in care live in homes that suit them. Their carers are trained and know whom to ask "
    "for help when they need it.",
    "Health assessments are late for a third of the children who came into care this year. "
    "Managers know this, and have asked for more clinics.",
)


def cover() -> list[Line]:
    """Return the first page of an invented report: title, facts, findings and two actions."""
    lines: list[Line] = [
        (72, 80, "B", 20, "Inspection of Oakmere local authority"),
        (72, 104, "B", 20, "children's services"),
        (72, 140, "", 12, "Inspection dates: 4 March 2019 to 8 March 2019"),
        (72, 160, "", 12, "Lead inspector: Ada Marsh"),
        (72, 200, "B", 14, "The impact of leaders on social work practice"),
        *paragraphs(226, LEADERS),
    ]
    top = lines[-1][1] + 27
    lines.append((72, top, "B", 14, "What needs to improve"))
    for text in ACTIONS:
        lines.append((72, lines[-1][1] + 22, "", 12, "•"))
        lines += paragraphs(lines[-1][1], [text], left=90)
    return [*lines, (280, 815, "", 9, "1")]


def second_page() -> list[Line]:
    """Return the second page of an invented report: two findings on children in care."""
    heading = (72, 80, "B", 14, "The experiences and progress of children in care")
    return [heading, *paragraphs(106, CARE), (280, 815, "", 9, "2")]


def paragraphs(top: float, texts: Iterable[str], left: float = 72) -> list[Line]:
    """Return the lines of some paragraphs, one below the other."""
    lines: list[Line] = []
    for text in texts:
        for line in textwrap.wrap(text, 74):
            lines.append((left, top, "", 12, line))
            top += 15
        top += 12
    return lines


def text_pdf(*pages: list[Line]) -> bytes:
    """Return a PDF of pages of text."""
    document = FPDF(unit="pt", format="A4")
    document.core_fonts_encoding = "windows-1252"
    document.set_auto_page_break(False)
    for page in pages:
        document.add_page()
        draw(document, page)
    return bytes(document.output())


def scanned_pdf(
    *pages: list[Line], dpi: int = 200, turn: int = 0, foot: str = "", blur: int = 1
) -> bytes:
    """Return a PDF of pictures of pages, turned by degrees counterclockwise; `foot` is text.

    `blur`: so many times coarser than `dpi` they were scanned.
    """
    document = FPDF(unit="pt", format="A4")
    document.set_auto_page_break(False)
    for page in pypdfium2.PdfDocument(text_pdf(*pages)):
        picture = page.render(scale=dpi / 72 / blur, grayscale=True).to_pil()
        picture = picture.resize((picture.width * blur, picture.height * blur))
        picture = picture.rotate(turn, expand=True, fillcolor=255)
        width, height = (size * 72 / dpi for size in picture.size)
        document.add_page(format=(width, height))
        document.image(picture, 0, 0, width, height)
        if foot:
            draw(document, [(72, height - 30, "", 9, foot)])
    return bytes(document.output())


def joined_pdf(*files: bytes) -> bytes:
    """Return the pages of some PDFs as one."""
    whole = pypdfium2.PdfDocument.new()
    for file in files:
        whole.import_pages(pypdfium2.PdfDocument(file))
    buffer = io.BytesIO()
    whole.save(buffer)
    return buffer.getvalue()


def draw(document: FPDF, lines: Iterable[Line]) -> None:
    """Print lines on the last page of a document."""
    for left, top, style, size, text in lines:
        document.set_font("Times", style, size)
        document.text(left, top, text)


def install_tesseract(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Let a shell script be the only Tesseract that is installed; "" is none."""
    folder.mkdir()
    if script:
        command = folder / "tesseract"
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
    tools = [part for part in os.get_exec_path() if not (Path(part) / "tesseract").exists()]
    links = folder / "tools"
    links.mkdir()
    for name in ("sh", "cat", "head", "sleep", "kill", "yes"):
        if tool := shutil.which(name):
            (links / name).symlink_to(tool)
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), str(links), *tools]))
