"""The words of a page as columns: one array for each field of a PdfWord, in the words' order.

A report has fifty thousand words. What is asked of all of them is asked of an array at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.formats.pdf.words import LOOKS, PdfWord

Floats = NDArray[np.float64]

DTYPES = ("U1", *["f8"] * 5, "?", f"U{max(map(len, LOOKS))}")
"""The dtypes of a PdfWord's fields but its text, in their order; longer texts would be cut."""


@dataclass(frozen=True, slots=True)
class WordArrays:
    """Words in the order of a page; each array has one entry for each word, as in a PdfWord.

    `before` and `look` are texts, `bold` is of bool, the rest of float64.
    """

    texts: list[str]
    before: NDArray[np.str_]
    left: Floats
    right: Floats
    top: Floats
    bottom: Floats
    size: Floats
    bold: NDArray[np.bool_]
    look: NDArray[np.str_]

    @classmethod
    def of(cls, words: Iterable[PdfWord]) -> WordArrays:
        """Return the columns of some words."""
        columns = list(zip(*words, strict=True)) or [()] * len(PdfWord._fields)
        arrays = map(np.array, columns[1:], DTYPES)
        return cls(list(columns[0]), *arrays)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.texts)

    def __iter__(self) -> Iterator[PdfWord]:
        """Yield each word."""
        return self.between(0, len(self))

    def __getitem__(self, index: int) -> PdfWord:
        """Return the word at an index."""
        return PdfWord(self.texts[index], *(column[index].item() for column in self.arrays()))

    def between(self, begin: int, end: int) -> Iterator[PdfWord]:
        """Yield the words from one index to another."""
        columns = (column[begin:end].tolist() for column in self.arrays())
        return map(PdfWord, self.texts[begin:end], *columns)

    def arrays(self) -> Sequence[NDArray[Any]]:
        """Return all columns but that of texts, in the order of a PdfWord's fields."""
        return (
            self.before,
            self.left,
            self.right,
            self.top,
            self.bottom,
            self.size,
            self.bold,
            self.look,
        )

    def take(self, indices: Sequence[int]) -> WordArrays:
        """Return the words at some indices."""
        texts = [self.texts[index] for index in indices]
        at = np.array(indices, np.intp)
        return WordArrays(texts, *(column[at] for column in self.arrays()))
