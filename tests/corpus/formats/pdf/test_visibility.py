"""What no reader sees is no line; what looks hidden and is seen stays."""

import pytest

from corpus.formats.document import HIDDEN_TEXT, LeftOut
from tests.corpus.formats.pdf.drawing import box, one_page_pdf, read, text, texts_of

SEEN = text("Help is timely.", 100)
PICTURE = "".join(box(left, 130, 2, 10, 0) for left in range(72, 145, 5))
WHITE, INVISIBLE = "1 g", "3 Tr"


@pytest.mark.parametrize(
    "hidden",
    [
        text("zebra words", 140, state=WHITE),
        text("zebra words", 140, state="0.97 g"),
        text("zebra words", 140, state="1 1 1 rg"),
        text("zebra words", 140, state=INVISIBLE),
        text("zebra words", 140, state="7 Tr"),
        text("zebra words", 900),
        text("zebra words", 140, -300),
        text("zebra words", 140, 700),
        text("zebra words", 140, size=0.4),
        f"q 0 0 50 50 re W n {text('zebra words', 140)} Q",
        box(60, 120, 300, 40, 1) + text("zebra words", 140, state=WHITE),
        text("zebra words", 140) + box(60, 120, 300, 40, 1),
        text("zebra words", 140) + box(60, 120, 300, 40, 0),
        text("zebra words", 140) + box(60, 120, 300, 20.5, 0.5) + box(60, 140.5, 300, 10, 0.5),
        "q /X Do Q " + box(60, 120, 300, 40, 0),
    ],
    ids=["white", "nearly white", "white in RGB", "invisible", "clip", "below", "left", "right",
         "tiny", "clipped away", "white on a white box", "under a white box", "under a black box",
         "under two boxes", "in a form under a box"],
)  # fmt: skip
def test_what_no_reader_sees_is_left_out_and_named(hidden: str) -> None:
    form = text("zebra words", 140)
    bounds = "/Type/XObject/Subtype/Form/BBox[0 0 800 850]/Resources<</Font<</F1 5 0 R>>>>"
    document = read(
        one_page_pdf(
            SEEN + hidden,
            resources="/XObject<</X 6 0 R>>",
            objects=[f"<<{bounds}/Length {len(form)}>>stream\n{form}\nendstream"],
        )
    )
    assert [line.text for line in document.lines] == ["Help is timely."]
    assert document.pages[0].left_out == (LeftOut(HIDDEN_TEXT, "zebra words"),)


@pytest.mark.parametrize(
    "seen",
    [
        box(60, 120, 300, 40, 0.1) + text("Banner words", 140, state=WHITE),
        box(0, 0, 595, 842, 0.3) + text("Banner words", 140, state=WHITE),
        box(60, 120, 300, 40, 0.6) + text("Banner words", 140, state=WHITE),
        PICTURE + text("Banner words", 140, state=INVISIBLE),
        text("Banner words", 140, state="0.7 g"),
        text("Banner words", 140, state="1 Tr 1 g 0 G"),
        f"q 60 600 400 200 re W n {text('Banner words', 140)} Q",
        text("Banner words", 840),
        box(60, 120, 300, 40, 0.9) + text("Banner words", 140),
        text("Banner words", 140) + box(60, 120, 3, 40, 0.5),
        text("Banner words", 140) + box(60, 150, 300, 40, 0.5),
        text("Banner words", 140) + f"/G gs {box(60, 120, 300, 40, 0.8)}",
        text("Banner words", 140) + f"/M gs {box(60, 120, 300, 40, 0.8)}",
        text("Banner words", 140) + "q 60 690 300 40 re S Q",
    ],
    ids=["white on dark", "white on a dark page", "white on grey", "over a picture of it", "grey",
         "outlined", "within its clip", "at the foot", "on a box", "beside a bar", "over a box",
         "under glass", "under a highlighter", "in a frame"],
)  # fmt: skip
def test_what_a_reader_sees_stays(seen: str) -> None:
    page = seen if "595 842 re" in seen else SEEN + seen
    states = "/ExtGState<</G <</ca 0.4>> /M <</BM/Multiply>>>>"
    document = read(one_page_pdf(page, resources=states))
    assert "Banner words" in [line.text for line in document.lines]
    assert document.pages[0].left_out == ()


def test_words_around_hidden_ones_make_the_lines_that_a_reader_sees() -> None:
    first, second = text("Help is", 100), text("timely now.", 100, 114)
    words = first + text("zebra", 100, 200, state=WHITE) + second + text("Plans work.", 130)
    assert texts_of(one_page_pdf(words)) == ["Help is timely now.", "Plans work."]


OFF = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
ON = "/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>>>"


@pytest.mark.parametrize(("state", "shown"), [(OFF, False), (ON, True)], ids=["off", "on"])
def test_a_layer_that_is_off_is_not_read(state: str, shown: bool) -> None:
    data = one_page_pdf(
        SEEN + f"/OC /L BDC {text('Layer words', 140)} EMC",
        catalogue=state,
        resources="/Properties<</L 6 0 R>>",
        objects=["<</Type/OCG/Name(L)>>"],
    )
    assert ("Layer words" in texts_of(data)) is shown
