"""Watermarks are no text of a page: at an angle, or large across its lines."""

import pytest

from corpus.formats.document import WATERMARK, LeftOut
from corpus.formats.pdf.watermarks import watermark_words
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import SLANTED
from tests.corpus.formats.pdf.drawing import box, one_page_pdf, read, text
from tests.corpus.formats.pdf.test_words import word

LINES = [f"Leaders plan with families in all of line {number}" for number in range(12)]
BODY = "".join(text(line, 300 + 15 * index) for index, line in enumerate(LINES))
ACROSS = "q BT 0.8 g /F1 70 Tf 0.7 0.7 -0.7 0.7 150 350 Tm (DRAFT) Tj ET Q\n"
UPRIGHT = text("DRAFT", 400, size=90, state="0.8 g")
IN_A_FORM = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 800 800]/Matrix[.7 .7 -.7 .7 300 200]"
    "/Resources<</Font<</F1 5 0 R>>>>/Length 40>>stream\n"
    f"{'BT /F1 60 Tf 0 0 Td (DRAFT) Tj ET':40}\nendstream"
)


@pytest.mark.parametrize(
    "content",
    [ACROSS + BODY, BODY + ACROSS, UPRIGHT + BODY, BODY + UPRIGHT, BODY + "q /X Do Q"],
    ids=["under", "over", "upright under", "upright over", "in a form"],
)
def test_a_watermark_is_left_out_and_breaks_no_line(content: str) -> None:
    data = one_page_pdf(content, resources="/XObject<</X 6 0 R>>", objects=[IN_A_FORM])
    document = read(data)
    assert [line.text for line in document.lines] == LINES
    assert document.pages[0].left_out == (LeftOut(WATERMARK, "DRAFT"),)


def test_a_large_title_over_no_line_is_no_watermark() -> None:
    banner = box(0, 0, 595, 200, 0.2) + text("Inspection", 120, size=60, state="1 g")
    document = read(one_page_pdf(banner + BODY))
    assert [line.text for line in document.lines] == ["Inspection", *LINES]


ALONE = "q BT {state} /F1 90 Tf 1 0 0 1 100 120 Tm (DRAFT) Tj ET Q\n"


@pytest.mark.parametrize("state", ["0.8 g", "0.7 g", "/G gs"], ids=["pale", "grey", "glass"])
def test_a_large_faint_word_is_a_watermark_with_no_text_under_it(state: str) -> None:
    states = "/ExtGState<</G <</ca 0.4>>>>"
    document = read(one_page_pdf(BODY + ALONE.format(state=state), resources=states))
    assert [line.text for line in document.lines] == LINES
    assert document.pages[0].left_out == (LeftOut(WATERMARK, "DRAFT"),)


@pytest.mark.parametrize(
    "content",
    [
        BODY + ALONE.format(state="0 g"),
        BODY + ALONE.format(state="0.1 0.3 0.8 rg"),
        BODY + box(50, 600, 500, 200, 0.2) + ALONE.format(state="0.8 g"),
        ALONE.format(state="0.8 g"),
    ],
    ids=["black", "blue", "on a banner", "all that there is"],
)
def test_a_large_word_that_is_no_watermark_is_text(content: str) -> None:
    assert "DRAFT" in [line.text for line in read(one_page_pdf(content)).lines]


def test_text_that_runs_up_the_page_is_text() -> None:
    side = "q BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Side words) Tj ET Q\n"
    assert "Side words" in " ".join(line.text for line in read(one_page_pdf(BODY + side)).lines)


def test_slanted_words_are_a_watermark_whatever_their_size() -> None:
    words = [word("Help", 0), word("DRAFT", 40)._replace(look=SLANTED), word("now", 80)]
    assert watermark_words(WordArrays.of(words)) == {1}
