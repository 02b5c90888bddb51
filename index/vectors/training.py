"""Train the word model of a collection when it is written, and decide when to train it again.

A model is trained again only when the collection has grown or shrunk a good deal: one more report
does not change the statistics.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from index.analysis import terms
from index.contents import Contents, ModelFile, model_name
from index.segments.arrays import Array
from index.segments.reader import SegmentReader
from index.vectors.acronyms import find_acronyms
from index.vectors.word_model import EMPTY_MODEL, WordModel, write_model
from index.vectors.word_vectors import Tokens, train_word_vectors

RETRAIN_FACTOR = 1.5
PUNCTUATION = ".,;:!?()[]'‘’“”\"-–—"  # around a word


def is_stale(paragraphs: int, trained_on: int) -> bool:
    """Return whether a collection's size differs much from what its model was trained on."""
    return not trained_on / RETRAIN_FACTOR <= paragraphs <= trained_on * RETRAIN_FACTOR


def with_current_model(data: Path, contents: Contents) -> Contents:
    """Return `contents` with a model that is not stale, trained and written if need be."""
    current = contents.model_file
    if current and not is_stale(contents.live_paragraphs, current.paragraphs):
        return contents
    new = ModelFile(model_name(contents.generation), contents.live_paragraphs)
    readers = [SegmentReader(data / segment.file) for segment in contents.segments]
    (data / new.file).unlink(missing_ok=True)  # of a commit that was never finished
    write_model(data / new.file, train_model(readers))
    return replace(contents, model_file=new)


def train_model(readers: Sequence[SegmentReader]) -> WordModel:
    """Return the model of all paragraphs of all segments."""
    if not readers:
        return EMPTY_MODEL
    stems, frequencies, tokens = join_tokens(readers)
    rows, vectors = train_word_vectors(tokens, frequencies)
    weights = idf(frequencies[rows], sum(reader.size for reader in readers))
    texts = (text for reader in readers for text in reader.text.all())
    acronyms = find_acronyms(texts, lambda word: is_written(readers, word))
    return WordModel(tuple(stems[row] for row in rows), vectors, weights, acronyms)


def idf(frequencies: Array, paragraphs: int) -> Array:
    """Return the inverse document frequency of each stem as BM25 in Lucene has it, float32."""
    return np.log1p((paragraphs - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)


def join_tokens(readers: Sequence[SegmentReader]) -> tuple[list[str], Array, Tokens]:
    """Return the stems of all segments, their paragraph counts, and all words as their rows."""
    row_of: dict[str, int] = {}
    maps = [
        np.array([row_of.setdefault(stem, len(row_of)) for stem in reader.stems.all()], np.int32)
        for reader in readers
    ]
    frequencies = np.zeros(len(row_of), np.int64)
    for reader, rows in zip(readers, maps, strict=True):
        frequencies[rows] += reader.sizes("text")
    stems = [
        rows[reader.arrays["stem.of"]][reader.tokens]
        for reader, rows in zip(readers, maps, strict=True)
    ]
    sizes = np.concatenate([reader.lengths for reader in readers])
    docs = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return list(row_of), frequencies, Tokens(np.concatenate(stems), docs)


def is_written(readers: Sequence[SegmentReader], word: str) -> bool:
    """Return whether a paragraph has `word` in just these letters, with only punctuation around."""
    texts = (reader.text[doc] for reader in readers for doc in docs_with(reader, word))
    return any(
        word == token.strip(PUNCTUATION) for text in texts if word in text for token in text.split()
    )


def docs_with(reader: SegmentReader, word: str) -> list[int]:
    """Return the paragraphs with the first word that the index makes of `word`, in any case."""
    row = reader.row("exact", terms(word)[0])
    return [] if row is None else reader.postings("exact", row)[0].tolist()
