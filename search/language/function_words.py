"""Function words (the, of, have, too ...), which are not required outside quotes."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words of the file `function_words.txt`, in lower case."""
    text = files("search.language").joinpath("function_words.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())
