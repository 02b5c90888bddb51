"""A page that is a picture, or drawn letters, is known although it has a running foot."""

import pytest

from tests.corpus.formats.pdf.drawing import box, one_page_pdf, read, text

FOOT = text("Inspection report", 800)
PICTURE = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\nA\nendstream"


def picture(width: float, height: float) -> str:
    return f"q {width} 0 0 {height} 20 60 cm /X Do Q\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (picture(550, 700) + FOOT, True),
        (picture(100, 80) + FOOT, False),
        ("".join(box(9 * (i % 60), 90 + i, 3, 3, 0) for i in range(400)) + FOOT, True),
        (FOOT, False),
        (
            picture(550, 700)
            + "".join(text("Help is timely. " * 2, 100 + 20 * i) for i in range(12)),
            False,
        ),
    ],
    ids=["scan with a foot", "logo", "drawn letters", "blank with a foot", "text on a picture"],
)
def test_a_picture_of_a_page(content: str, expected: bool) -> None:
    data = one_page_pdf(content, resources="/XObject<</X 6 0 R>>", objects=[PICTURE])
    assert read(data).pages[0].is_picture is expected
