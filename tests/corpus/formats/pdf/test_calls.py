"""Calls by address answer as pdfium's own functions do."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.pdf import calls
from tests.corpus.formats.pdf.drawing import one_page_pdf, text


def test_calls_by_address_answer_as_pdfium_does() -> None:
    document = pypdfium2.PdfDocument(one_page_pdf(text("Help", 100, size=13, state="0.5 g")))
    page = document[0]
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    address = calls.address_of(text_page)
    box, expected = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    assert calls.get_character_box(address, 1, ctypes.addressof(box))
    pdfium.FPDFText_GetLooseCharBox(text_page, 1, expected)
    assert bytes(box) == bytes(expected)
    item = calls.get_text_object(address, 1)
    assert item == calls.address_of(pdfium.FPDFText_GetTextObject(text_page, 1))
    size, colour = calls.FloatBuffer(), calls.ColourBuffer()
    calls.get_font_size(item, size.addresses[0])
    calls.get_fill_colour(item, *colour.addresses)
    assert size.values[0] == 13
    assert len(set(colour.values[:3])) == 1
    assert colour.values[3] == 255
    assert calls.get_render_mode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL
    assert calls.count_clip_paths(calls.get_clip_path(item)) <= 0


def test_the_address_of_nothing_is_zero() -> None:
    assert calls.address_of(None) == 0
