"""Values of form fields are read where they stand; notes, free text and ticked boxes are named."""

import pytest

from corpus.formats.document import ANNOTATION, LeftOut
from tests.corpus.formats.pdf.drawing import one_page_pdf, read, text

BODY = text("Judgement of practice:", 100) + text("Leaders plan.", 300)
APPEARANCE = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\n \nendstream"
RECT = "/Rect[72 630 400 720]"


def document_with(annotation: str, form: str = ""):
    return read(
        one_page_pdf(
            BODY,
            catalogue=f"/AcroForm<</Fields[6 0 R]{form}>>" if "/FT" in annotation else "",
            page="/Annots[6 0 R]",
            objects=[f"<</Type/Annot{RECT}{annotation}>>", APPEARANCE],
        )
    )


@pytest.mark.parametrize(
    ("annotation", "texts"),
    [
        ("/Subtype/Widget/FT/Tx/Ff 4096/T(a)/V(Two\\rlines)", ["Two", "lines"]),
        ("/Subtype/Widget/FT/Tx/T(a)/V(Practice is good.)", ["Practice is good."]),
        ("/Subtype/Widget/FT/Ch/Ff 131072/T(a)/Opt[(Good)(Poor)]/V(Good)", ["Good"]),
    ],
    ids=["lines of text", "text field", "choice"],
)
def test_what_is_printed_on_the_page_is_read_where_it_stands(
    annotation: str, texts: list[str]
) -> None:
    document = document_with(annotation)
    assert [line.text for line in document.lines] == [
        "Judgement of practice:",
        *texts,
        "Leaders plan.",
    ]
    assert document.pages[0].left_out == ()


@pytest.mark.parametrize(
    ("annotation", "named"),
    [
        ("/Subtype/Text/Contents(Check this)", "Check this"),
        ("/Subtype/Highlight/Contents(Check this)", "Check this"),
        ("/Subtype/FreeText/Contents(Check this)", "Check this"),
        ("/Subtype/Widget/F 2/FT/Tx/T(a)/V(Check this)", "Check this"),
        (
            "/Subtype/Widget/FT/Btn/T(Met)/V/Yes/AS/Yes/AP<</N<</Yes 7 0 R/Off 7 0 R>>>>",
            "ticked: Met",
        ),
    ],
    ids=["note", "highlight", "free text", "hidden field", "ticked box"],
)
def test_notes_and_ticked_boxes_are_named(annotation: str, named: str) -> None:
    document = document_with(annotation)
    assert [line.text for line in document.lines] == ["Judgement of practice:", "Leaders plan."]
    assert document.pages[0].left_out == (LeftOut(ANNOTATION, named),)


@pytest.mark.parametrize(
    "annotation",
    ["/Subtype/Link/Contents(a link)", "/Subtype/Widget/FT/Tx/T(a)", "/Subtype/Highlight",
     "/Subtype/Widget/FT/Btn/T(Met)/V/Off/AS/Off"],
    ids=["link", "empty field", "highlight without words", "box not ticked"],
)  # fmt: skip
def test_what_says_nothing_is_passed_over(annotation: str) -> None:
    assert document_with(annotation).pages[0].left_out == ()
