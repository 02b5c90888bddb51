"""hOCR: lines as high as their font, words with their confidence, anything else a failure."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.pdf.recognition.hocr import read_hocr
from corpus.formats.pdf.recognition.tesseract import RecognitionFailed
from corpus.formats.recognised import RecognisedWord

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'>{}</div></body></html>"""
LINE = "<span class='ocr_line' title='bbox 100 200 900 240{}'>{}</span>"
BASELINE = "; baseline 0.001 -10; x_size 50; x_descenders 12; x_ascenders 12"
WORD = "<span class='ocrx_word' title='bbox 100 200 300 240; x_wconf 91'>Help</span>"


def read(*lines, points=0.5):
    return read_hocr(PAGE.format("".join(lines)).encode(), points)


def test_a_line_is_as_high_as_its_font_from_its_baseline_on():
    (line,) = read(LINE.format(BASELINE, WORD))
    assert (line.top, line.bottom, line.size) == (96.0, 121.0, 25.0)
    assert line.words == (RecognisedWord("Help", 50.0, 150.0, 91.0),)


@pytest.mark.parametrize(
    ("title", "words", "count"),
    [
        ("", WORD, 1),
        ("; textangle 90", WORD, 0),
        ("; x_size 15; x_descenders 3", WORD, 0),
        (BASELINE, "", 0),
        (BASELINE, WORD.replace("Help", " "), 0),
        (BASELINE, WORD.replace("bbox", "box"), 0),
        (BASELINE, WORD.replace("Help", "<em>Help</em>"), 1),
    ],
    ids=[
        "no font",
        "at an angle",
        "on its side",
        "no words",
        "no letters",
        "no place",
        "emphasised",
    ],
)
def test_what_is_a_line(title, words, count):
    assert len(read(LINE.format(title, words))) == count


@given(st.binary(max_size=300))
def test_other_bytes_fail_or_have_no_lines(content):
    with suppress(RecognitionFailed):
        assert read_hocr(content, 1.0) == ()


@pytest.mark.parametrize("content", [b"", b"Tesseract Open Source OCR Engine", b"<html><body>"])
def test_what_is_no_hocr_is_told(content):
    with pytest.raises(RecognitionFailed, match="gave no whole hOCR"):
        read_hocr(content, 1.0)


def test_an_entity_is_not_followed():
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + PAGE.format(
        LINE.format(BASELINE, WORD.replace("Help", "&b;"))
    )
    (line,) = read_hocr(bomb.encode(), 1.0)
    assert [word.text for word in line.words] == ["&b;"]
