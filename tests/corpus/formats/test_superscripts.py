"""Raised text is written so that the mark of a note never reads as part of a number."""

import pytest

from corpus.formats.superscripts import superscript
from tests.corpus import files


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        ("3", "³"), ("12 ", "¹² "), ("3,4", "³,⁴"), ("3–5", "³–⁵"), ("[3]", "³"), ("(12)", "¹²"),
        ("a", "ᵃ"), ("iv", "ⁱᵛ"), ("*", "﹡"), ("†", "†"),
        ("st", "st"), ("th", "th"), ("TM", "TM"), ("®", "®"), ("o", "o"), ("3 years", "3 years"), ("", ""),
    ],
)  # fmt: skip
def test_marks_are_superscripts_and_the_rest_stays(raised: str, expected: str) -> None:
    assert superscript(raised) == expected


def test_marks_in_word_and_html_are_no_digits_of_a_number(tmp_path) -> None:
    def build(document) -> None:
        paragraph = document.add_paragraph("In 2014")
        paragraph.add_run("3,4").font.superscript = True
        paragraph.add_run(" on the 1")
        paragraph.add_run("st").font.superscript = True

    html = b"<html><body><p>In 2014<sup>3,4</sup> on the 1<sup>st</sup></p></body></html>"
    for name, data in {"a.docx": files.word(build), "a.html": html}.items():
        path = tmp_path / name
        path.write_bytes(data)
        (line,) = files.document_in(path).lines
        assert line.text == "In 2014³,⁴ on the 1st"
