"""The wordings that say what a text is about, of `aspects.toml` and the search vocabulary.

A concept that has wordings is a group of the search vocabulary (`#` and its first wording), or an
aspect or group of children of `aspects.toml` (`@timeliness`, `%care-leavers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from corpus.datafile import DataFile, read_data_file
from search.language.vocabulary import stems_of
from search.language.wordings.groups import groups_of_the_file

ASPECTS_PATH = Path(__file__).with_name("aspects.toml")

SAME, ASPECT, GROUP = "#", "@", "%"
"""What the concepts begin with that are no stems."""

Stems = tuple[str, ...]


@lru_cache(maxsize=1)
def read_aspects() -> DataFile:
    """Return the file `aspects.toml`. Raise DataError where it has an unknown table."""
    data = read_data_file(ASPECTS_PATH, ASPECTS_PATH.name)
    data.check_keys("", ("aspects", "groups", "areas", "judgements"))
    return data


@lru_cache(maxsize=1)
def concept_wordings() -> Mapping[str, tuple[tuple[Stems, tuple[str, ...]], ...]]:
    """Return all wordings that have a concept, with these: by their first stem, longest first.

    Raise DataError where a file holds a mistake.
    """
    concepts: dict[Stems, list[str]] = {}
    for name, wordings in stems_by_concept().items():
        for stems in wordings:
            concepts.setdefault(stems, []).append(name)
    by_first: dict[str, list[tuple[Stems, tuple[str, ...]]]] = {}
    for stems in sorted(concepts, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((stems, tuple(concepts[stems])))
    return {first: tuple(wordings) for first, wordings in by_first.items()}


@lru_cache(maxsize=1)
def stems_by_concept() -> Mapping[str, tuple[Stems, ...]]:
    """Return the stems of the wordings of each concept that has wordings. Raise DataError."""
    return {name: tuple(dict.fromkeys(map(stems_of, texts))) for name, texts in list_concepts()}


def list_concepts() -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the concepts that have wordings, each with these. Raise DataError.

    A wording of an aspect or a group of children stands for its group of the vocabulary as well.
    """
    data, groups = read_aspects(), groups_of_the_file()
    not_topics = data.texts("judgements", "not_topics")
    for group in groups:
        if group.same[0] not in not_topics:
            yield f"{SAME}{group.same[0]}", (*group.same, *group.narrower)
    synonyms = {stems_of(text): group.same for group in groups for text in group.same}
    for table, sign in (("aspects", ASPECT), ("groups", GROUP)):
        for name in data.table(table):
            texts = data.texts(table, name)
            others = (other for text in texts for other in synonyms.get(stems_of(text), ()))
            yield f"{sign}{name}", (*texts, *others)


@lru_cache(maxsize=1)
def list_groups() -> tuple[str, ...]:
    """Return all groups of children. Raise DataError."""
    return tuple(name for name in stems_by_concept() if name[0] == GROUP)


@lru_cache(maxsize=64)
def group_of_area(area: str | None) -> frozenset[str]:
    """Return the group of children that an area is about, none for most. Raise DataError."""
    name = read_aspects().text("areas", area) if area else None
    return frozenset((f"{GROUP}{name}",)) if name else frozenset()


def of_kind(concepts: Iterable[str], sign: str) -> frozenset[str]:
    """Return the concepts that begin with a sign: those of one kind."""
    return frozenset(one for one in concepts if one[0] == sign)
