"""Word files that tests write part by part, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from corpus.formats.document import Document
from corpus.formats.word import read_word
from corpus.formats.word.xml import M_NAMESPACE, MC_NAMESPACE, W_NAMESPACE

NAMESPACES = (
    f'xmlns:w="{W_NAMESPACE}" xmlns:mc="{MC_NAMESPACE}" xmlns:m="{M_NAMESPACE}" xmlns:v="v"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    """Return a part of relationships: the target of each kind."""
    inner = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind.replace("_", "-")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of those parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return file.getvalue()


def main_part(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def xml_of(part: str) -> Any:
    """Return the root element of a part."""
    return etree.fromstring(part)


def word_file(body: str, styles: str = "", numbering: str = "") -> bytes:
    """Return a Word file with that content of its main part, styles and numbering."""
    return archive(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(
                styles="styles.xml", numbering="numbering.xml"
            ),
            "word/document.xml": main_part(body),
            "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        }
    )


def word_document(data: bytes) -> Document:
    return read_word(Path("report.docx"), data)


def texts(body: str, styles: str = "", numbering: str = "") -> list[str]:
    """Return the texts of the lines of a Word file with that content."""
    return [line.text for line in word_document(word_file(body, styles, numbering)).lines]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def control(content: str) -> str:
    """Return content in a content control."""
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def alternatives(*choices: str, fallback: str = "") -> str:
    choice = "".join(f'<mc:Choice Requires="w">{content}</mc:Choice>' for content in choices)
    fallback = f"<mc:Fallback>{fallback}</mc:Fallback>" if fallback else ""
    return f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"


def text_box(content: str) -> str:
    """Return a run with a text box, as newer and as older programs write it."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing, picture = f"<w:drawing>{box}</w:drawing>", f"<w:pict><v:box>{box}</v:box></w:pict>"
    return f"<w:r>{alternatives(drawing, fallback=picture)}</w:r>"
