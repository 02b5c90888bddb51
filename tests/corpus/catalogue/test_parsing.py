from datetime import date

import pytest

from corpus.catalogue.parsing import parse_catalogue, parse_cell, read_catalogue
from corpus.catalogue.rows import CatalogueRow
from corpus.errors import Refused

SHA = "0a" * 32


def test_rows_have_checked_values_and_the_rest_is_named():
    text = (
        "SHA256,File name,Local authority,Published,Link,Phase\n"
        f"{SHA.upper()},reports\\a.pdf,Borrowdale,31/12/2024,https://example.org/a.pdf,1\n"
        "zz,b.pdf,,12/31/2024,ftp://example.org/b,\n"
        ",,Borrowdale,,,\n"
        ",c.pdf\n"
    )
    catalogue = parse_catalogue("list.csv", text.encode())
    assert catalogue.rows == (
        CatalogueRow(
            line=2,
            sha256=SHA,
            file="a.pdf",
            authority="Borrowdale",
            published=date(2024, 12, 31),
            source_url="https://example.org/a.pdf",
        ),
        CatalogueRow(line=3, file="b.pdf"),
        CatalogueRow(line=5, file="c.pdf"),
    )
    assert catalogue.unused_columns == ("Phase",)
    assert [problem.split(";")[0] for problem in catalogue.problems] == [
        "list.csv, row 3: the sha256 “zz” is no SHA-256",
        "list.csv, row 3: the published “12/31/2024” has the month first",
        "list.csv, row 3: the source_url “ftp://example.org/b” is no address that can be fetched",
        "list.csv, row 4: nothing tells which report it is of",
    ]


def test_a_row_says_that_a_report_no_longer_stands_and_what_took_its_place():
    text = "file,withdrawn,replaced by\na,no,\nb,yes,\nc,,b.pdf\nd,4/3/2021,b.pdf\n"
    rows = parse_catalogue("list.csv", text.encode()).rows
    assert [row.withdrawal for row in rows] == [
        None,
        "withdrawn",
        "replaced by b.pdf",
        "withdrawn on 2021-03-04, replaced by b.pdf",
    ]


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("title", " A  report\non care ", "A report on care"),
        ("urn", "80461", "80461"),
        ("file", "C:\\reports\\a b.pdf", "a b.pdf"),
        ("file", "/srv/reports/a.pdf", "a.pdf"),
        ("sha256", f"SHA256:{SHA}", SHA),
        ("source_url", "HTTPS://example.org/é?x=1#y", "HTTPS://example.org/é?x=1#y"),
        ("published", "2024-12-31", date(2024, 12, 31)),
        *(("withdrawn", cell, "withdrawn") for cell in ["yes", "TRUE", "x", "Withdrawn"]),
        *(("withdrawn", cell, "") for cell in ["no", "False", "-", "current"]),
        ("withdrawn", "4 March 2021", "withdrawn on 2021-03-04"),
        ("withdrawn", "Replaced after a complaint", "Replaced after a complaint"),
        ("withdrawn", "a complaint", "withdrawn: a complaint"),
    ],
)
def test_a_cell_is_taken_as_it_is_meant(field, cell, value):
    assert parse_cell(field, cell, False) == value


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("title", "x" * 501),
        ("file", "reports/"),
        ("file", ".."),
        ("sha256", SHA[1:]),
        *(
            ("source_url", url)
            for url in [
                "example.org/a.pdf",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https://[::1",
                "https://example.org:99999/",
                "https://example.org/a b",
                "https://example.org/" + "x" * 2_000,
            ]
        ),
    ],
)
def test_a_cell_that_is_not_what_its_column_has_is_refused(field, cell):
    with pytest.raises(ValueError, match=r"; |\w"):
        parse_cell(field, cell, False)


def test_a_file_that_is_not_there_or_has_other_columns_is_refused(tmp_path):
    with pytest.raises(Refused, match="cannot be read"):
        read_catalogue(tmp_path / "list.csv")
    (tmp_path / "list.csv").write_text("colour,size\nred,3\n")
    with pytest.raises(Refused, match="its columns are: colour, size"):
        read_catalogue(tmp_path / "list.csv")
