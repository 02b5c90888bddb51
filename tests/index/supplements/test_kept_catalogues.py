from datetime import date

import pytest

from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.errors import BadCatalogues
from index.status import check
from index.supplements.kept_catalogues import CATALOGUES_FILE, add_catalogues, load_catalogues
from index.writer import writing
from tests.index.reports import report

ROW = CatalogueRow(line=2, file="a.pdf", published=date(2024, 12, 31), urn="80461")
OTHER = CatalogueRow(line=3, sha256="aa", title="Ä title")


@pytest.fixture
def data(tmp_path):
    with writing(tmp_path / "data") as writer:
        writer.put(report("ash", "A text."))
    return tmp_path / "data"


def test_catalogues_are_kept_the_newest_first_and_one_takes_the_place_of_its_name(data):
    assert load_catalogues(data) == ()
    first, second = Catalogue("first.csv", (ROW,)), Catalogue("second.csv", (ROW, OTHER))
    assert add_catalogues(data, [first]) == (first,)
    assert add_catalogues(data, [second]) == (second, first)
    newer = Catalogue("first.csv", (OTHER,))
    assert add_catalogues(data, [newer]) == (newer, second)
    assert load_catalogues(data) == (newer, second)
    assert add_catalogues(data, [first, second]) == (second, first)


def test_they_outlive_commits_and_an_index_that_is_made_anew(data):
    kept = add_catalogues(data, [Catalogue("first.csv", (ROW,))])
    with writing(data) as writer:
        writer.put(report("elm", "Another text."))
    with writing(data, rebuild=True) as writer:
        writer.put(report("elm", "Another text."))
    assert load_catalogues(data) == kept
    assert check(data) == ()


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "it holds what was not written there"),
        (b"\xff\xfe", "it holds what was not written there"),
        (b"[1]", "it holds what was not written there"),
        (
            b'{"format": 1, "catalogues": [{"name": "a", "rows": [{"line": "x"}]}]}',
            "not written there",
        ),
        (b'{"format": 9, "catalogues": []}', "it is of format 9, this is format 1"),
    ],
)
def test_a_damaged_file_is_named_with_what_to_do(data, content, cause):
    (data / CATALOGUES_FILE).write_bytes(content)
    with pytest.raises(BadCatalogues, match=cause):
        load_catalogues(data)
    (problem,) = check(data)
    assert "give the catalogues again" in problem.message
