"""Words of the field: how reports spell what a line end may cut."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

COMMENT = "#"


@cache
def field_words() -> frozenset[str]:
    """Return the words in `words.txt`, in small letters; hyphenated ones are whole."""
    lines = files("corpus.layout").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith(COMMENT))
