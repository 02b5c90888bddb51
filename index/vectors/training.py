"""What a collection teaches, learnt when it is written and kept beside its segments.

Which stems keep company, and which letters stand for which words. It is learnt again only when
the collection has grown or shrunk a good deal: the statistics do not change with a report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from corpus.lazy import lazy_property
from index.acronyms import SIGNS, Pair, acronyms
from index.analysis import terms
from index.segments import arrays
from index.segments.arrays import Array
from index.segments.reader import EXTENSION, SegmentReader
from index.segments.strings import Strings
from index.vectors.paragraph_vectors import ParagraphVectors
from index.vectors.word_vectors import DIMENSIONS, Tokens, learn
from index.whoosh.contents import Contents, ModelFile
from index.whoosh.storage import INDEX_NAME

GROWTH = 1.5


@dataclass(frozen=True, eq=False)
class WordModel:
    """What was learnt: `vectors` float32 (v, d) and `weights` (idf) float32 (v) of `stems`."""

    stems: tuple[str, ...]
    vectors: Array
    weights: Array
    acronyms: tuple[Pair, ...]
    _gists: WeakKeyDictionary[SegmentReader, ParagraphVectors] = field(
        default_factory=WeakKeyDictionary
    )

    @lazy_property
    def row(self) -> Mapping[str, int]:
        """The row of each stem."""
        return {stem: row for row, stem in enumerate(self.stems)}

    @lazy_property
    def weighted(self) -> Array:
        """The vectors times their weights, float32 (v + 1, d); the last, 0, is of all others."""
        other = np.zeros((1, self.vectors.shape[1]), np.float32)
        return np.concatenate([self.vectors * self.weights[:, np.newaxis], other])

    def gists(self, reader: SegmentReader) -> ParagraphVectors:
        """Return the gists of a segment's paragraphs, the same for all snapshots that hold it."""
        found = self._gists.get(reader)
        if found is None:
            known = [self.row.get(stem, len(self.stems)) for stem in reader.stems.all()]
            rows = np.array(known, np.intp)[reader.arrays["stem.of"]]
            found = self._gists.setdefault(
                reader, ParagraphVectors(reader.size, rows, self.weighted)
            )
        return found


NOTHING = WordModel((), np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.float32), ())


def stale(paragraphs: int, learnt_from: int) -> bool:
    """Return whether a collection of so many paragraphs differs much from what was learnt from."""
    return not learnt_from / GROWTH <= paragraphs <= learnt_from * GROWTH


def taught(data: Path, held: Contents) -> Contents:
    """Return the contents with a lesson that fits, written to `data` where it had to be learnt."""
    if held.lesson and not stale(held.living, held.lesson.paragraphs):
        return held
    readers = [SegmentReader(data / (segment.name + EXTENSION)) for segment in held.segments]
    name = f"_{INDEX_NAME}_{held.generation}_learnt"
    (data / (name + EXTENSION)).unlink(missing_ok=True)  # of a commit that never came to be
    write(data / (name + EXTENSION), learnt(readers))
    return replace(held, lesson=ModelFile(name, held.living))


def learnt(readers: Sequence[SegmentReader]) -> WordModel:
    """Return what the paragraphs of all segments teach."""
    if not readers:
        return NOTHING
    stems, frequencies, tokens = united(readers)
    rows, vectors = learn(tokens, frequencies)
    paragraphs = sum(reader.size for reader in readers)
    held = frequencies[rows]
    weights = np.log1p((paragraphs - held + 0.5) / (held + 0.5)).astype(np.float32)
    texts = (text for reader in readers for text in reader.text.all())
    found = acronyms(texts, lambda word: is_written(readers, word))
    return WordModel(tuple(stems[row] for row in rows), vectors, weights, found)


def is_written(readers: Sequence[SegmentReader], word: str) -> bool:
    """Return whether a paragraph has `word` in just these letters, alone but for signs."""
    texts = (reader.text[doc] for reader in readers for doc in holding(reader, word))
    return any(word == one.strip(SIGNS) for text in texts if word in text for one in text.split())


def holding(reader: SegmentReader, word: str) -> list[int]:
    """Return the paragraphs that have the first of the words that `word` is, in any letters."""
    row = reader.row("exact", terms(word)[0])
    return [] if row is None else reader.postings("exact", row)[0].tolist()


def united(readers: Sequence[SegmentReader]) -> tuple[list[str], Array, Tokens]:
    """Return the stems of all segments, their paragraphs, and all words as rows of them."""
    row: dict[str, int] = {}
    maps = [
        np.array([row.setdefault(stem, len(row)) for stem in reader.stems.all()], np.int32)
        for reader in readers
    ]
    frequencies = np.zeros(len(row), np.int64)
    for reader, rows in zip(readers, maps, strict=True):
        frequencies[rows] += reader.sizes("text")
    tokens = [
        rows[reader.arrays["stem.of"]][reader.tokens]
        for reader, rows in zip(readers, maps, strict=True)
    ]
    sizes = np.concatenate([reader.lengths for reader in readers])
    docs = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return list(row), frequencies, Tokens(np.concatenate(tokens), docs)


def write(path: Path, found: WordModel) -> None:
    """Write what was learnt to a new file."""
    letters, meant = zip(*found.acronyms, strict=True) if found.acronyms else ((), ())
    arrays.write(
        path,
        {
            "vectors": found.vectors,
            "weights": found.weights,
            **Strings.of(found.stems).named("stems"),
            **Strings.of(letters).named("letters"),
            **Strings.of(meant).named("meant"),
        },
    )


def read(path: Path) -> WordModel:
    """Return what was learnt. Raises Damaged, WrongVersion and FileNotFoundError."""
    held = arrays.read(path)
    stems, letters, meant = (
        Strings.within(held, name).all() for name in ("stems", "letters", "meant")
    )
    pairs = tuple(zip(letters, meant, strict=True))
    return WordModel(tuple(stems), held["vectors"], held["weights"], pairs)
