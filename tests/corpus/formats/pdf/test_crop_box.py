"""Places are those of the page as it is shown: cropped, and turned."""

import pypdfium2
import pytest

from corpus.formats.pdf.crop_box import CropBox, crop_box
from tests.corpus.formats.pdf.drawing import one_page_pdf


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        (0, (10, 20, 40, 60)),
        (1, (140, 10, 180, 40)),
        (2, (60, 140, 90, 180)),
        (3, (20, 60, 60, 90)),
    ],
)
def test_a_place_on_a_page_of_any_turn(turns: int, place: tuple[float, ...]) -> None:
    box = CropBox(left=100, top=300, right=200, bottom=100, quarter_turns=turns)
    assert box.place(110, 280, 140, 240) == place


@pytest.mark.parametrize(
    ("page", "box"),
    [
        ("", CropBox(0, 842, 595, 0, 0)),
        ("/CropBox[100 100 200 300]", CropBox(100, 300, 200, 100, 0)),
        ("/Rotate 90", CropBox(0, 842, 595, 0, 1)),
    ],
    ids=["whole", "cropped", "turned"],
)
def test_the_box_of_a_page(page: str, box: CropBox) -> None:
    document = pypdfium2.PdfDocument(one_page_pdf("", page=page))
    assert crop_box(document[0].raw) == box
