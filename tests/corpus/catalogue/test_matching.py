from dataclasses import replace
from datetime import date

import pytest

from corpus.catalogue.file_names import unique_url_name
from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.model import Source
from tests.index.reports import report

DAY = date(2021, 10, 22)
URL = "https://example.org/files/50080461"
REPORT = replace(
    report("ash", "A text.", authority="Devon", day=DAY),
    source=Source("/srv/reports/50080461.pdf", "aa", 1),
    inspection_start=date(2021, 9, 1),
    inspection_end=date(2021, 9, 5),
)
OF_CONTENT = CatalogueRow(line=2, sha256="aa")
OF_FILE = CatalogueRow(line=3, file="50080461.PDF", urn="1")
OF_LINK = CatalogueRow(line=4, source_url=URL)
OF_DAY = CatalogueRow(line=5, authority="devon county council", published=DAY)
OF_END = CatalogueRow(line=6, authority="Devon", inspection_end=date(2021, 9, 5))
ELSEWHERE = CatalogueRow(line=7, authority="Kent", published=DAY)
ANOTHER_DAY = CatalogueRow(line=8, authority="Devon", published=date(2021, 9, 5))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([OF_DAY, OF_FILE, OF_CONTENT], [OF_CONTENT]),
        ([OF_DAY, OF_LINK, OF_FILE], [OF_FILE]),
        ([OF_DAY, OF_LINK], [OF_LINK]),
        ([ELSEWHERE, OF_DAY], [OF_DAY]),
        ([OF_END], [OF_END]),
        ([ELSEWHERE, ANOTHER_DAY], []),
        ([], []),
        ([OF_CONTENT, replace(OF_CONTENT, line=9)], [OF_CONTENT]),
        ([OF_CONTENT, replace(OF_CONTENT, line=9, urn="2")], [OF_CONTENT, replace(OF_CONTENT, line=9, urn="2")]),
        ([OF_DAY, OF_END], [OF_DAY, OF_END]),
    ],
)  # fmt: skip
def test_the_surest_sign_finds_the_row(rows, expected):
    assert (
        sorted(
            CatalogueIndex(Catalogue("list", tuple(rows))).find(REPORT), key=lambda row: row.line
        )
        == expected
    )


def test_a_name_that_several_addresses_have_is_nobodys_but_their_unique_ones_are():
    urls = ["https://example.org/1/report.pdf", "https://example.org/2/report.pdf"]
    rows = tuple(CatalogueRow(line=n, source_url=url) for n, url in enumerate(urls))
    index = CatalogueIndex(Catalogue("list", rows))

    def find(name):
        return index.find(replace(REPORT, source=Source(f"C:\\reports\\{name}", "aa", 1)))

    assert find("report.pdf") == ()
    assert find(unique_url_name(urls[1])) == (rows[1],)
