"""What tells the texts of two reports apart: their letters and digits, not the bytes of files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeAlias

from corpus.understanding.identity import normalise_text

TextKeys: TypeAlias = tuple[int, ...]
"""For each paragraph of a report, in order, what texts of the same letters and digits share."""


def make_text_keys(texts: Iterable[str]) -> TextKeys:
    """Return the keys of some texts, in their order."""
    return tuple(hash(normalise_text(text)) for text in texts)


def make_text_digest(texts: Iterable[str]) -> str:
    """Return the SHA-256 of the letters and digits of some texts, in hex digits: the same in every
    process, unlike their keys.
    """
    digest = hashlib.sha256()
    for text in texts:
        digest.update(normalise_text(text).encode())
        digest.update(b"\n")
    return digest.hexdigest()
