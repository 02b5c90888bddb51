"""Calls by address answer as pdfium's own functions do."""

import ctypes
from itertools import repeat

import numpy as np
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
    size = calls.FloatBuffer()
    calls.get_font_size(item, size.addresses[0])
    assert size.values[0] == 13
    assert calls.get_render_mode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL
    assert calls.count_clip_paths(calls.get_clip_path(item)) <= 0


def test_many_calls_write_a_row_each() -> None:
    document = pypdfium2.PdfDocument(
        one_page_pdf(text("Help", 100, state="1 0 0 rg") + text("now", 120, state="0 0 1 rg"))
    )
    page = document[0]
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    address = calls.address_of(text_page)
    indices = [0, pdfium.FPDFText_CountChars(text_page) - 1]
    boxes = np.zeros((2, 4), np.float32)
    assert calls.ask_each(calls.get_character_box, boxes, repeat(address), indices) is boxes
    expected = pdfium.FS_RECTF()
    for row, index in zip(boxes, indices, strict=True):
        pdfium.FPDFText_GetLooseCharBox(text_page, index, expected)
        assert row.tobytes() == bytes(expected)
    items = [calls.get_text_object(address, index) for index in indices]
    colours = np.zeros((2, 4), np.uintc)
    calls.ask_each(calls.get_fill_colour, colours, items, outputs=4)
    assert colours.tolist() == [[255, 0, 0, 255], [0, 0, 255, 255]]


def test_no_calls_write_nothing() -> None:
    assert calls.ask_each(calls.get_font_size, np.zeros((0, 1), np.float32), []).shape == (0, 1)


def test_the_address_of_nothing_is_zero() -> None:
    assert calls.address_of(None) == 0
