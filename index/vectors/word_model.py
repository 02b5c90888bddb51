"""What was learnt from a collection, and the file that keeps it: word vectors and acronyms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array, read_arrays, write_arrays
from index.segments.reader import SegmentReader
from index.segments.strings import Strings
from index.vectors.acronyms import Acronym
from index.vectors.paragraph_vectors import ParagraphVectors
from index.vectors.word_vectors import DIMENSIONS


@dataclass(frozen=True, eq=False)
class WordModel:
    """Vectors float32 (v, d) and weights (idf) float32 (v) of `stems`, and the `acronyms`."""

    stems: tuple[str, ...]
    vectors: Array
    weights: Array
    acronyms: tuple[Acronym, ...]
    _paragraph_vectors: WeakKeyDictionary[SegmentReader, ParagraphVectors] = field(
        default_factory=WeakKeyDictionary
    )

    @lazy_property
    def row(self) -> Mapping[str, int]:
        """The row of each stem."""
        return {stem: row for row, stem in enumerate(self.stems)}

    @lazy_property
    def weighted_vectors(self) -> Array:
        """The vectors times their weights, float32 (v + 1, d); the last, 0, is for other stems."""
        unknown = np.zeros((1, self.vectors.shape[1]), np.float32)
        return np.concatenate([self.vectors * self.weights[:, np.newaxis], unknown])

    def paragraph_vectors(self, reader: SegmentReader) -> ParagraphVectors:
        """Return the vectors of a segment's paragraphs, shared by all snapshots that have it."""
        vectors = self._paragraph_vectors.get(reader)
        if vectors is None:
            by_stem = [self.row.get(stem, len(self.stems)) for stem in reader.stems.all()]
            by_word = np.array(by_stem, np.intp)[reader.arrays["stem.of"]]
            vectors = self._paragraph_vectors.setdefault(
                reader, ParagraphVectors(reader.size, by_word, self.weighted_vectors)
            )
        return vectors


EMPTY_MODEL = WordModel((), np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.float32), ())


def write_model(path: Path, model: WordModel) -> None:
    """Write a model to a new file."""
    letters, expansions = zip(*model.acronyms, strict=True) if model.acronyms else ((), ())
    write_arrays(
        path,
        {
            "vectors": model.vectors,
            "weights": model.weights,
            **Strings.of(model.stems).to_arrays("stems"),
            **Strings.of(letters).to_arrays("letters"),
            **Strings.of(expansions).to_arrays("meant"),
        },
    )


def read_model(path: Path) -> WordModel:
    """Return the model in a file. Raise Damaged, WrongVersion and FileNotFoundError."""
    arrays = read_arrays(path)
    stems, letters, expansions = (
        Strings.from_arrays(arrays, name).all() for name in ("stems", "letters", "meant")
    )
    acronyms = tuple(zip(letters, expansions, strict=True))
    return WordModel(tuple(stems), arrays["vectors"], arrays["weights"], acronyms)
