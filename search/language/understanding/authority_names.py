"""Which authority a typed name means: a name, an alias or a short name, in any case and style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process

from corpus.understanding.authorities import find_authority, list_names, make_name_key
from index.analysis import terms
from search.language.understanding.short_names import short_names

MAX_NAME_LENGTH = 80  # characters of a typed name that is looked up in any but its own writing
MIN_SIMILARITY = 75.0  # percent: the ratio of rapidfuzz, by insertions and deletions
MAX_SUGGESTED = 10


class NameIndex(msgspec.Struct, frozen=True):
    """The authorities of a collection by their names in small letters, and by what is left of those
    without a council's style, where that is of one.
    """

    by_letters: Mapping[str, str]
    by_style: Mapping[str, str]


@lru_cache(maxsize=4)
def index_names(names: tuple[str, ...]) -> NameIndex:
    """Return the index of some names; of two in the same letters the first counts."""
    by_letters = {name.casefold(): name for name in reversed(names)}
    owners = Counter(map(make_name_key, names))
    by_style = {key: name for name in names if owners[key := make_name_key(name)] == 1 and key}
    return NameIndex(by_letters, by_style)


def find_name(typed: str, names: Collection[str]) -> str | None:
    """Return the one authority that a typed name means, None where it means none or several.

    `names` are the authorities of the collection. What is written as one of them is that; else in
    any case, then as a listed authority or its alias in any council's style, then as a short name,
    then as one of `names` in any council's style.
    """
    if typed in names:
        return typed
    index = index_names(tuple(names))
    written_so = index.by_letters.get(typed.casefold().strip())
    if written_so or len(typed) > MAX_NAME_LENGTH:
        return written_so
    if listed := find_authority(typed):
        return listed.name
    short = short_names_by_terms().get(tuple(terms(typed)))
    return short or index.by_style.get(make_name_key(typed))


@lru_cache(maxsize=1)
def short_names_by_terms() -> Mapping[tuple[str, ...], str]:
    """Return the words of each short name -> the authority's name."""
    return {tuple(terms(short)): name for short, name in short_names().items()}


def suggest_names(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return at most ten of some names that a typed one may mean: those that have all its words, or
    words that begin so; where none has, the ones most like it.
    """
    if len(typed) > MAX_NAME_LENGTH:
        return ()
    names = list(names)
    words = terms(typed)
    with_words = [name for name in names if words and has_words(name, words)]
    return tuple(with_words[:MAX_SUGGESTED] or list_nearest(typed, names, MAX_SUGGESTED))


def has_words(name: str, words: Sequence[str]) -> bool:
    """Return whether a name has, or begins in, each of some words."""
    own = terms(name)
    return all(any(one.startswith(word) for one in own) for word in words)


def list_nearest(typed: str, names: Sequence[str], limit: int) -> list[str]:
    """Return the names that are much like a typed one, the most alike first."""
    if len(typed) > MAX_NAME_LENGTH:
        return []
    near = process.extract(
        typed,
        names,
        scorer=fuzz.ratio,
        processor=str.casefold,
        limit=limit,
        score_cutoff=MIN_SIMILARITY,
    )
    return [name for name, _, _ in near]


def nearest(value: str, names: Sequence[str]) -> str | None:
    """Return the name that is most like a value, None where none is near."""
    return next(iter(list_nearest(value, names, 1)), None)


def other_names(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield every other name that leads to one of some authorities, with the authority: aliases as
    they are listed, then short names.
    """
    for other, listed in list_names():
        if listed.name in names and other != listed.name:
            yield other, listed.name
    for short, name in short_names().items():
        if name in names:
            yield short, name
