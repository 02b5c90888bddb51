import pytest

from corpus.formats.document import TextLine
from corpus.formats.table_rows import join_cells

PLAIN, BOLD = TextLine("Good"), TextLine("Overall", bold=True)


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ([[BOLD], [PLAIN]], TextLine("Overall Good", cells=("Overall", "Good"))),
        ([[BOLD], [BOLD]], TextLine("Overall Overall", bold=True, cells=("Overall", "Overall"))),
        ([[], [PLAIN]], TextLine("Good", cells=("", "Good"))),
        ([[BOLD], []], TextLine("Overall", bold=True, cells=("Overall", ""))),
        ([[PLAIN]], None),
        ([[PLAIN], [PLAIN, PLAIN]], None),
        ([[], []], None),
        ([], None),
    ],
    ids=["short texts", "all bold", "first empty", "last empty", "one cell", "several lines",
         "no text", "no cell"],
)  # fmt: skip
def test_cells_to_a_row(cells: list[list[TextLine]], row: TextLine | None) -> None:
    assert join_cells(cells) == row
