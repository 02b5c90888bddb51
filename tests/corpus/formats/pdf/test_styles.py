"""How text is set: its size in a form, and whether it is pale, unseen or at an angle."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from corpus.formats.pdf.calls import address_of
from corpus.formats.pdf.characters import TextPage
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.crop_box import crop_box
from corpus.formats.pdf.words import DOUBTFUL, FAINT, PLAIN, SLANTED, PdfWord
from tests.corpus.formats.pdf.drawing import box, one_page_pdf, text


def words_of(content: str, **needs: object) -> list[PdfWord]:
    document = pypdfium2.PdfDocument(one_page_pdf(content, **needs))  # type: ignore[arg-type]
    page = document[0]
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    return list(TextPage(text_page, crop_box(page.raw), Covers(address_of(page.raw))).words())


@pytest.mark.parametrize(
    ("state", "look"),
    [
        ("", PLAIN),
        ("0.5 g", PLAIN),
        ("0.7 g", FAINT),
        ("1 g", DOUBTFUL),
        ("3 Tr", DOUBTFUL),
        ("7 Tr", DOUBTFUL),
    ],
)
def test_the_look_of_words(state: str, look: str) -> None:
    assert [word.look for word in words_of(text("Help is", 100, state=state))] == [look, look]


def test_words_at_an_angle_are_slanted() -> None:
    turned = "BT /F1 12 Tf 0.9 0.4 -0.4 0.9 100 400 Tm (Help) Tj ET"
    assert {word.look for word in words_of(turned)} == {SLANTED}


def test_the_size_in_a_form_is_the_size_shown() -> None:
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</Font<</F1 5 0 R>>>>"
        f"/Length 40>>stream\n{'BT /F1 6 Tf 20 20 Td (Help) Tj ET':40}\nendstream"
    )
    shown = words_of("q 2 0 0 2 0 0 cm /X Do Q", resources="/XObject<</X 6 0 R>>", objects=[form])
    assert [(word.text, word.size) for word in shown] == [("Help", 12.0)]


def test_each_text_of_a_page_has_its_own_look() -> None:
    page = text("Help", 100) + text("is", 120, state="1 g") + text("timely", 140)
    assert [word.look for word in words_of(page)] == [PLAIN, DOUBTFUL, PLAIN]


def test_text_under_a_shape_and_outside_its_clip_path_is_doubtful() -> None:
    page = text("Help", 100) + box(60, 80, 300, 40, 0.5) + text("now", 200)
    assert [word.look for word in words_of(page)] == [DOUBTFUL, PLAIN]
    clipped = f"q 400 400 50 50 re W n {text('Help', 100)} Q"
    assert [word.look for word in words_of(clipped)] == [DOUBTFUL]
