"""Layers are known from the catalogue, in plain or in a compressed stream."""

import zlib

import pytest

from corpus.formats.pdf.layers import may_have_layers

CATALOGUE = b"<</Type/Catalog/OCProperties<</OCGs[6 0 R]>>>>"


def object_stream(content: bytes) -> bytes:
    return b"<</Type /ObjStm /N 1 /First 5>>stream\r\n" + zlib.compress(content) + b"\nendstream"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.6\n" + CATALOGUE, True),
        (b"%PDF-1.6\n" + object_stream(CATALOGUE), True),
        (b"%PDF-1.6\n" + object_stream(b"<</Type/Catalog>>"), False),
        (b"%PDF-1.6\n<</Type/ObjStm>>stream\nnot compressed\nendstream", False),
        (b"", False),
    ],
)
def test_layers(data: bytes, expected: bool) -> None:
    assert may_have_layers(data) is expected
