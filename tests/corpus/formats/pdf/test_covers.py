"""Which shapes may hide text: opaque, large enough, drawn later, and where the text stands."""

import numpy as np
import pypdfium2
import pytest

from corpus.formats.pdf.calls import address_of, get_object_type
from corpus.formats.pdf.covers import Covers, are_large
from tests.corpus.formats.pdf.drawing import box, one_page_pdf, text

WORDS = text("Help is timely.", 140)
OVER, BESIDE = box(60, 120, 300, 40, 0.5), box(60, 300, 300, 40, 0.5)


def covers_of(content: str) -> tuple[Covers, list[bool], object]:
    """Return the covers of a page, for each text on it whether it may be hidden, and the page."""
    states = "/ExtGState<</G <</ca 0.4>> /M <</BM/Multiply>>>>"
    page = pypdfium2.PdfDocument(one_page_pdf(content, resources=states))[0]
    covers = Covers(address_of(page.raw))
    texts = [item for item in covers.objects if get_object_type(item) == 1]
    hidden = covers.may_hide(texts)
    return covers, [item in hidden for item in texts], page


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        (WORDS, [False]),
        (WORDS + OVER, [True]),
        (OVER + WORDS, [False]),
        (WORDS + BESIDE, [False]),
        (WORDS + OVER + WORDS, [True, False]),
        (WORDS + "/G gs " + OVER, [False]),
        (WORDS + "/M gs " + OVER, [False]),
        (WORDS + "q 60 690 300 40 re S Q", [False]),
        (WORDS + box(60, 130, 300, 2, 0.5), [False]),
    ],
    ids=["alone", "under", "over", "beside", "between", "under glass", "under a highlighter",
         "in a frame", "under a rule"],
)  # fmt: skip
def test_what_may_hide_a_text(content: str, hidden: list[bool]) -> None:
    assert covers_of(content)[1] == hidden


def test_what_is_not_on_the_page_is_not_hidden() -> None:
    covers, _, _page = covers_of(WORDS + OVER)
    assert covers.may_hide([1]) == set()


def test_shapes_that_may_hide_a_letter() -> None:
    bounds = np.array([(0, 0, 4, 4), (0, 0, 300, 2), (0, 0, 0, 0)], np.float32)
    assert are_large(bounds).tolist() == [True, False, False]
