"""What a collection teaches, learnt when it is written and kept beside its segments.

Which stems keep company, and which letters stand for which words. It is learnt again only when
the collection has grown or shrunk a good deal: the statistics do not change with a report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from index import arrays
from index.acronyms import SIGNS, Pair, acronyms
from index.analysis import terms
from index.arrays import Array
from index.codec import INDEX_NAME
from index.company import DIMENSIONS, Tokens, learn
from index.contents import Contents, Lesson
from index.gists import Gists
from index.leaf import EXTENSION, Leaf
from index.strings import Strings

GROWTH = 1.5


@dataclass(frozen=True, eq=False)
class Learnt:
    """What was learnt: `vectors` float32 (v, d) and `weights` (idf) float32 (v) of `stems`."""

    stems: tuple[str, ...]
    vectors: Array
    weights: Array
    acronyms: tuple[Pair, ...]
    _gists: WeakKeyDictionary[Leaf, Gists] = field(default_factory=WeakKeyDictionary)

    @cached_property
    def row(self) -> Mapping[str, int]:
        """The row of each stem."""
        return {stem: row for row, stem in enumerate(self.stems)}

    @cached_property
    def weighted(self) -> Array:
        """The vectors times their weights, float32 (v + 1, d); the last, 0, is of all others."""
        other = np.zeros((1, self.vectors.shape[1]), np.float32)
        return np.concatenate([self.vectors * self.weights[:, np.newaxis], other])

    def gists(self, leaf: Leaf) -> Gists:
        """Return the gists of a segment's paragraphs, the same for all snapshots that hold it."""
        found = self._gists.get(leaf)
        if found is None:
            known = [self.row.get(stem, len(self.stems)) for stem in leaf.stems.all()]
            rows = np.array(known, np.intp)[leaf.arrays["stem.of"]]
            found = self._gists.setdefault(leaf, Gists(leaf.size, rows, self.weighted))
        return found


NOTHING = Learnt((), np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.float32), ())


def stale(paragraphs: int, learnt_from: int) -> bool:
    """Return whether a collection of so many paragraphs differs much from what was learnt from."""
    return not learnt_from / GROWTH <= paragraphs <= learnt_from * GROWTH


def taught(data: Path, held: Contents) -> Contents:
    """Return the contents with a lesson that fits, written to `data` where it had to be learnt."""
    if held.lesson and not stale(held.living, held.lesson.paragraphs):
        return held
    leaves = [Leaf(data / (segment.name + EXTENSION)) for segment in held.segments]
    name = f"_{INDEX_NAME}_{held.generation}_learnt"
    (data / (name + EXTENSION)).unlink(missing_ok=True)  # of a commit that never came to be
    write(data / (name + EXTENSION), learnt(leaves))
    return replace(held, lesson=Lesson(name, held.living))


def learnt(leaves: Sequence[Leaf]) -> Learnt:
    """Return what the paragraphs of all segments teach."""
    if not leaves:
        return NOTHING
    stems, frequencies, tokens = united(leaves)
    rows, vectors = learn(tokens, frequencies)
    paragraphs = sum(leaf.size for leaf in leaves)
    held = frequencies[rows]
    weights = np.log1p((paragraphs - held + 0.5) / (held + 0.5)).astype(np.float32)
    texts = (text for leaf in leaves for text in leaf.text.all())
    found = acronyms(texts, lambda word: is_written(leaves, word))
    return Learnt(tuple(stems[row] for row in rows), vectors, weights, found)


def is_written(leaves: Sequence[Leaf], word: str) -> bool:
    """Return whether a paragraph has `word` in just these letters, alone but for signs."""
    texts = (leaf.text[doc] for leaf in leaves for doc in holding(leaf, word))
    return any(word == one.strip(SIGNS) for text in texts if word in text for one in text.split())


def holding(leaf: Leaf, word: str) -> list[int]:
    """Return the paragraphs that have the first of the words that `word` is, in any letters."""
    row = leaf.row("exact", terms(word)[0])
    return [] if row is None else leaf.postings("exact", row)[0].tolist()


def united(leaves: Sequence[Leaf]) -> tuple[list[str], Array, Tokens]:
    """Return the stems of all segments, their paragraphs, and all words as rows of them."""
    row: dict[str, int] = {}
    maps = [
        np.array([row.setdefault(stem, len(row)) for stem in leaf.stems.all()], np.int32)
        for leaf in leaves
    ]
    frequencies = np.zeros(len(row), np.int64)
    for leaf, rows in zip(leaves, maps, strict=True):
        frequencies[rows] += leaf.sizes("text")
    tokens = [
        rows[leaf.arrays["stem.of"]][leaf.tokens] for leaf, rows in zip(leaves, maps, strict=True)
    ]
    sizes = np.concatenate([leaf.lengths for leaf in leaves])
    docs = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return list(row), frequencies, Tokens(np.concatenate(tokens), docs)


def write(path: Path, found: Learnt) -> None:
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


def read(path: Path) -> Learnt:
    """Return what was learnt. Raises Damaged, WrongVersion and FileNotFoundError."""
    held = arrays.read(path)
    stems, letters, meant = (
        Strings.within(held, name).all() for name in ("stems", "letters", "meant")
    )
    pairs = tuple(zip(letters, meant, strict=True))
    return Learnt(tuple(stems), held["vectors"], held["weights"], pairs)
