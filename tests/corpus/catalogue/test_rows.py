import pytest

from corpus.catalogue.rows import CatalogueRow


@pytest.mark.parametrize(
    ("withdrawn", "replaced_by", "withdrawal"),
    [
        (None, None, None),
        ("withdrawn", None, "withdrawn"),
        (None, "b.pdf", "replaced by b.pdf"),
        ("withdrawn on 2021-03-04", "b.pdf", "withdrawn on 2021-03-04, replaced by b.pdf"),
    ],
)
def test_a_row_says_what_became_of_a_report(withdrawn, replaced_by, withdrawal):
    row = CatalogueRow(line=2, withdrawn=withdrawn, replaced_by=replaced_by)
    assert row.withdrawal == withdrawal
