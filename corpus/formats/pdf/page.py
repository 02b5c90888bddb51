"""One page of a PDF: its lines of text, and what was left out of them and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from corpus.formats.document import HIDDEN_TEXT, WATERMARK, LeftOut, PageInfo, TextLine
from corpus.formats.pdf.annotations import place_annotations, read_annotations
from corpus.formats.pdf.calls import address_of
from corpus.formats.pdf.characters import TextPage
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.crop_box import crop_box
from corpus.formats.pdf.pictures import is_picture
from corpus.formats.pdf.rows import join_words
from corpus.formats.pdf.visibility import hidden_words
from corpus.formats.pdf.watermarks import faint_marks, watermark_words
from corpus.formats.pdf.word_arrays import WordArrays

MAX_PAGE_CHARACTERS = 100_000  # a page of the smallest print holds a tenth of it

PageLines = tuple[PageInfo, list[TextLine]]


def read_page(document: Any, number: int, form: Any = None, has_layers: bool = False) -> PageLines:
    """Return page `number` (from 1) of a raw pdfium document, and its lines.

    `form` is pdfium's handle of the document's form. Where it `has_layers`, some of the text may
    be on one that is not shown.
    """
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return PageInfo(number, 0.0, 0.0, "is damaged"), []
    if form is not None:
        pdfium.FORM_OnAfterLoadPage(page, form)  # else pdfium does not know what is ticked
    try:
        return read_loaded_page(page, number, form, has_layers)
    finally:
        if form is not None:
            pdfium.FORM_OnBeforeClosePage(page, form)
        pdfium.FPDF_ClosePage(page)


def read_loaded_page(page: Any, number: int, form: Any, has_layers: bool) -> PageLines:
    """Return a page that pdfium has loaded, and its lines."""
    info = PageInfo(number, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    box = crop_box(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        if pdfium.FPDFText_CountChars(text_page) > MAX_PAGE_CHARACTERS:
            return replace(info, unreadable="holds more text than a page can show"), []
        words = TextPage(text_page, box, Covers(address_of(page)), has_layers).words()
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    hidden = hidden_words(words, page, info.width, info.height)
    marks = (watermark_words(words) | faint_marks(words, page, info)) - hidden
    seen = words_but(words, hidden | marks) if hidden or marks else words
    lines = list(join_words(seen, number))
    lines, left_out = place_annotations(lines, read_annotations(page, form, box), number)
    for kind, part in ((HIDDEN_TEXT, hidden), (WATERMARK, marks)):
        if part:
            left_out.append(LeftOut(kind, joined_text(words, part)))
    info = replace(info, left_out=tuple(left_out), is_picture=is_picture(page, info, lines))
    return (info if lines else without_text(info, page)), lines


def words_but(words: WordArrays, left_out: Collection[int]) -> WordArrays:
    """Return the words without those at some indices; what follows them is joined by its place."""
    kept = [index for index in range(len(words)) if index not in left_out]
    rest = words.take(kept)
    follows_gap = np.isin(np.array(kept, np.intp) - 1, list(left_out))
    return replace(rest, before=np.where(follows_gap, "\n", rest.before))


def joined_text(words: WordArrays, indices: Collection[int]) -> str:
    """Return the text of the words at some indices, cut where it grows long."""
    parts = (words[index] for index in sorted(indices))
    return "".join([word.before + word.text for word in parts]).strip()


def without_text(info: PageInfo, page: Any) -> PageInfo:
    """Return a page without any line of text, with the cause of that."""
    if pdfium.FPDFPage_CountObjects(page) == 0:
        return replace(info, unreadable="is blank or damaged")
    return replace(info, unreadable="has no text (a picture of a page?)", is_picture=True)
