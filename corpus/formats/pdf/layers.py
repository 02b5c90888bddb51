"""Layers of a PDF (optional content): whether it has any, which pdfium does not tell."""

from __future__ import annotations

import re
import zlib
from itertools import islice

LAYERS = b"/OCProperties"
"""The entry of a PDF's catalogue that lists its layers."""

OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,300}>>\s*stream\r?\n")
"""The head of a stream that holds compressed objects, among which the catalogue may be."""

MAX_STREAMS, MAX_STREAM_BYTES, MAX_UNPACKED_BYTES = 200, 1 << 18, 1 << 19
"""Most streams that are unpacked, most of one that is, and most that it is unpacked to."""


def may_have_layers(data: bytes) -> bool:
    """Return whether a PDF's catalogue, in plain or in a compressed stream, lists layers."""
    if LAYERS in data:
        return True
    return any(
        LAYERS in unpacked(data[head.end() : head.end() + MAX_STREAM_BYTES])
        for head in islice(OBJECT_STREAM.finditer(data), MAX_STREAMS)
    )


def unpacked(stream: bytes) -> bytes:
    """Return what a compressed stream begins with, nothing where it is packed in another way."""
    try:
        return zlib.decompressobj().decompress(stream, MAX_UNPACKED_BYTES)
    except zlib.error:
        return b""
