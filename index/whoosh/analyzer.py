"""Our analysis of text as Whoosh's schema knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer

from index.analysis import stem, words


class WordTokenizer(Tokenizer):
    """This analysis as Whoosh's schema knows it; `stems` gives stems instead of words.

    Every index names this class in its schema: it cannot be moved or renamed.
    """

    def __init__(self, stems: bool) -> None:
        self.stems = stems

    def __call__(self, value: str, start_pos: int = 0, **wanted: Any) -> Iterator[Any]:
        """Yields Whoosh's tokens of `value`; `wanted` are Whoosh's flags, all are given always."""
        for position, word in enumerate(words(value), start_pos):
            text = stem(word.text) if self.stems else word.text
            yield Token(
                positions=True,
                chars=True,
                text=text,
                original=value[word.start : word.end],
                boost=1.0,
                stopped=False,
                pos=position,
                startchar=word.start,
                endchar=word.end,
            )
