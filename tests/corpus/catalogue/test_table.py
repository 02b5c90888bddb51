import io
import zipfile

import pytest
from openpyxl import Workbook

from corpus.catalogue import table
from corpus.catalogue.table import read_table
from corpus.errors import Refused

ROWS = [(1, ("sha256", "Authority")), (2, ("ab", "Borrowdalé, the"))]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_file_is_read_whatever_program_wrote_it(separator, encoding, end):
    text = f'sha256{separator}Authority{end}ab{separator}"Borrowdalé, the"{end}'
    assert read_table("list.csv", text.encode(encoding)) == ROWS


def test_lines_above_the_headings_and_empty_rows_are_passed_over_and_lines_are_counted():
    text = "Reports of the year, all\n\n,,\nFile;Published\n\na.pdf;2024-01-02\n"
    rows = read_table("list.csv", text.encode())
    assert rows == [(4, ("File", "Published")), (6, ("a.pdf", "2024-01-02"))]


def test_a_cell_of_several_lines_is_one_cell():
    rows = read_table("list.csv", b'file,title\na.pdf,"one\ntwo"\nb.pdf,three\n')
    assert rows[1:] == [(2, ("a.pdf", "one\ntwo")), (4, ("b.pdf", "three"))]


def workbook(*rows, sheets=("List",)):
    book = Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_read_from_its_first_sheet_with_rows():
    data = workbook(("A list",), (), ("URN", "File"), (80461, "a.pdf"), sheets=("Cover", "List"))
    assert read_table("list.xlsx", data) == [(3, ("URN", "File")), (4, ("80461", "a.pdf"))]


def archive(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name.replace("__", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b",,\n,\n", "has no rows"),
        (b"%PDF-1.7 \xff", "is a PDF"),
        (b"<!DOCTYPE html><title>Sign in</title>", "is a web page"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "is an old Excel workbook"),
        (b"%!PS", "is a PostScript file"),
        (b"\0\0\0\1\1\1,abcdef\0", "is no text"),
        (archive(word__document="x"), "is no Excel workbook"),
        (archive(xl__workbook="x"), "cannot be read as a workbook"),
        (workbook(("a", "b"))[:300], "is a damaged archive"),
        (b'file,title\n"' + b"x" * 200_000 + b'"\n', "line 2: is no CSV"),
    ],
)
def test_what_is_no_table_is_refused(data, cause):
    with pytest.raises(Refused, match=cause):
        read_table("list", data)


def test_a_table_and_a_workbook_have_bounds(monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    with pytest.raises(Refused, match="over 3 rows"):
        read_table("list.csv", b"a\nb\nc\nd\n")
    monkeypatch.setattr(table, "MAX_UNPACKED_BYTES", 100)
    with pytest.raises(Refused, match="unpacks to more than"):
        read_table("list.xlsx", workbook(("file",)))
    monkeypatch.setattr(table, "MAX_COLUMNS", 2)
    monkeypatch.setattr(table, "MAX_CELL", 4)
    assert read_table("list.csv", b"a,b,c\nlonger,2,3\n")[1] == (2, ("long", "2"))
