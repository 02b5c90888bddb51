import hashlib
import io
import zipfile

import pytest

from corpus.catalogue.rows import CatalogueRow
from corpus.errors import Refused
from corpus.fetching.content import check_content
from tests.corpus.fetching.servers import PDF

ROW = CatalogueRow(line=2)
REPORT = """<!DOCTYPE html><title>Inspection of Marrowdale</title><body><main>
<h1>Inspection of Marrowdale children’s services</h1><p>Inspection dates: 1 to 5 March 2021</p>
<h2>The experiences of children in care</h2>
<p>Inspectors found that social workers see children often and write down what they hear.</p></main>"""
NOT_FOUND = (
    "<!DOCTYPE html><title>Page not found</title><body><main><p>Sorry, it is not here.</p></main>"
)
LANDING = (
    "<!DOCTYPE html><title>Reports</title><body><main><p>Choose a report from our list.</p></main>"
)


def archive(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for name in names:
            out.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (PDF, ".pdf"),
        (PDF + b"\0" * 2000, ".pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), ".docx"),
        (REPORT.encode(), ".html"),
        (b"# Inspection of Marrowdale\n\nInspection dates: 1 to 5 March 2021\n\n## Findings\n\nInspectors found that all is well.", ".txt"),
    ],
)  # fmt: skip
def test_a_document_has_the_suffix_of_its_content(data, suffix):
    assert check_content(ROW, "https://example.org/1", data, "") == suffix


@pytest.mark.parametrize(
    ("data", "listed", "cause"),
    [
        (b"", "", "an empty file"),
        (b" \n", ".pdf", "an empty file"),
        (PDF[:-8], ".pdf", "half a PDF"),
        (NOT_FOUND.encode(), ".pdf", 'is a web page that says "Page not found"'),
        (LANDING.encode(), "", "is not an inspection report"),
        (REPORT.encode(), ".pdf", "a text, where a .pdf is listed"),
        (b"\x89PNG\r\n", "", "is a picture"),
        (b"\x1f\x8b\x08", "", "is a compressed file"),
        (archive("xl/workbook.xml"), "", "is an Excel workbook"),
        (archive("word/document.xml")[:-30], ".docx", "cut short or damaged"),
        (b'{"error": "not found"}', "", "is not an inspection report"),
    ],
)
def test_what_is_no_report_is_refused_by_what_it_is(data, listed, cause):
    with pytest.raises(Refused, match=cause) as error:
        check_content(ROW, "https://example.org/1", data, listed)
    assert error.value.file == "https://example.org/1"


def test_another_content_than_is_listed_is_refused():
    same = CatalogueRow(line=2, sha256=hashlib.sha256(PDF).hexdigest())
    assert check_content(same, "u", PDF, ".pdf") == ".pdf"
    with pytest.raises(Refused, match="another content than the SHA-256"):
        check_content(CatalogueRow(line=2, sha256="aa" * 32), "u", PDF, ".pdf")
