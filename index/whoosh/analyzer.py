"""Our analysis of text as a Whoosh tokenizer, which the schema names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer

from index.analysis import stem, words


class WordTokenizer(Tokenizer):
    """The words of `index.analysis`, or with `stems` their stems, as Whoosh's tokens.

    The schema in every table of contents names this class by its module, in a pickle. If it is
    moved or renamed, plain Whoosh cannot open an index until its next commit.
    """

    def __init__(self, stems: bool) -> None:
        self.stems = stems

    def __call__(self, value: str, start_pos: int = 0, **flags: Any) -> Iterator[Any]:
        """Yield Whoosh's tokens of `value`, always with all the attributes that `flags` ask for."""
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
