"""A concordance as CSV: what each row says of an occurrence, and of the whole file."""

from corpus.registry import label
from tests.index.reports import report
from tests.web.conftest import MARROW, client_of, indexed
from tests.web.csv_files import read_csv
from web.pages.concordance_table import MAX_ROWS


def test_occurrences_as_csv_are_those_of_the_page(client):
    response = client.get("/wording/concordance?q=is&as=csv", buffered=True)
    assert response.mimetype == "text/csv"
    _, cells = read_csv(response.text)
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


def test_a_file_that_is_cut_says_so_in_its_name_and_in_each_row(tmp_path):
    texts = ["Drift. " * 600, "Drift and delay. " * 500]
    client = client_of(indexed(tmp_path, report("ash", *texts)))
    response = client.get("/wording/concordance?q=drift&as=csv", buffered=True)
    name = f"concordance-first-{MAX_ROWS}-of-1100.csv"
    assert f"filename={name}" in response.headers["Content-Disposition"]
    _, rows = read_csv(response.text)
    assert len(rows) == MAX_ROWS
    assert {row["occurrences"] for row in rows} == {"1100"}
    assert "Take away the first 1,000" in client.get("/wording/concordance?q=drift").text
