"""A concordance as CSV: what each row says of an occurrence, and of the whole file."""

import csv
import io

from corpus.registry import label
from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW
from web import create_app
from web.pages.concordance_table import MAX_ROWS


def test_occurrences_as_csv_are_those_of_the_page(client):
    response = client.get("/wording/concordance?q=is&as=csv", buffered=True)
    assert response.mimetype == "text/csv"
    head, *rows = csv.reader(io.StringIO(response.text.removeprefix("\ufeff")))
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["match"], row["authority"]) for row in cells] == [
        ("is", "Tarnsea"),
        ("is", "Marrowdale"),
    ]
    assert [(row["occurrence"], row["occurrences"]) for row in cells] == [("1", "2"), ("2", "2")]
    marrow = cells[1]
    assert marrow["link"] == f"http://localhost/report/{MARROW}/p1"
    assert marrow["search"] == "http://localhost/wording/concordance?q=is&order=right"
    assert marrow["collection"].startswith("generation 1, taken on 20")
    assert marrow["citation"].endswith("paragraph 1 (Leadership, Good), p. 1, an invented example")
    assert marrow["framework_label"] == label("framework", marrow["framework"])
    assert {len(row) for row in rows} == {len(head)}


def test_a_file_that_is_cut_says_so_in_its_name_and_in_each_row(tmp_path):
    texts = ["Drift. " * 600, "Drift and delay. " * 500]
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts))
    client = create_app({"data": str(tmp_path)}).test_client()
    response = client.get("/wording/concordance?q=drift&as=csv", buffered=True)
    name = f"concordance-first-{MAX_ROWS}-of-1100.csv"
    assert f"filename={name}" in response.headers["Content-Disposition"]
    head, *rows = csv.reader(io.StringIO(response.text.removeprefix("\ufeff")))
    assert len(rows) == MAX_ROWS
    assert {row[head.index("occurrences")] for row in rows} == {"1100"}
    assert "Take away the first 1,000" in client.get("/wording/concordance?q=drift").text
