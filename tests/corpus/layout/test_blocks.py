"""The cells of a row that hold anything."""

from tests.corpus.blocks import para, row


def test_cells_of_white_space_hold_nothing() -> None:
    assert row("Being healthy", " ", "", "Good").filled_cells == ["Being healthy", "Good"]
    assert para("Good").filled_cells == []
