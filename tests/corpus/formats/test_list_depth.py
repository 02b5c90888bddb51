import pytest

from corpus.formats.document import TextLine
from corpus.formats.list_depth import nest_bullets


@pytest.mark.parametrize(
    ("indents", "depths"),
    [
        ([], []),
        ([None], [None]),
        ([720], [1]),
        ([360, 720, 1080, 360], [1, 2, 3, 1]),
        ([4, 0, 2], [1, 1, 2]),
        ([0, 4, 2, 4], [1, 2, 2, 3]),
        ([0, 2, None, 2], [1, 2, None, 1]),
    ],
    ids=["nothing", "no list", "indented alone", "in and out", "further left", "between two",
         "a paragraph ends the list"],
)  # fmt: skip
def test_indents_to_depths(indents: list[int | None], depths: list[int | None]) -> None:
    lines = list(nest_bullets((TextLine("Help"), indent) for indent in indents))
    assert [line.bullet_depth for line in lines] == depths
    assert all(line.text == "Help" for line in lines)
