"""Wordings that mean the same across frameworks and years, as data, and how a query finds them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whoosh import query

from index.analysis import stem, words
from search.errors import DataError
from search.nodes import Pooled

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SAME, NEAR = 0.8, 0.4
"""What an occurrence of another wording counts beside one of the words as typed."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Another wording, with what an occurrence of it counts (0 to 1)."""

    text: str
    stems: Stems
    weight: float

    @property
    def node(self) -> query.Query:
        """The node that finds this wording, as a phrase in any inflection."""
        if len(self.stems) == 1:
            return query.Term("text", self.stems[0], boost=self.weight)
        return query.Phrase("text", list(self.stems), boost=self.weight)


class Vocabulary:
    """Groups of wordings. `longest` finds what the words of a query stand for."""

    def __init__(self, groups: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._forms: dict[Stems, dict[Stems, Form]] = {}
        for same, near in groups:
            forms = [Form(text, stems_of(text), SAME) for text in same]
            others = [Form(text, stems_of(text), NEAR) for text in near]
            for typed in forms:
                self._add(typed.stems, [*forms, *others])
        self._most = max((len(stems) for stems in self._forms), default=0)

    def _add(self, typed: Stems, forms: Iterable[Form]) -> None:
        held = self._forms.setdefault(typed, {})
        for form in forms:
            if form.stems != typed and form.stems not in held:
                held[form.stems] = form

    def __len__(self) -> int:
        return len(self._forms)

    def longest(self, stems: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]]:
        """Return how many stems from `start` make the longest known wording, and the others.

        Returns (1, ()) where none begins there.
        """
        for size in range(min(self._most, len(stems) - start), 0, -1):
            if found := self._forms.get(tuple(stems[start : start + size])):
                return size, tuple(found.values())
        return 1, ()


def widened(typed: Sequence[str], required: Sequence[str], forms: Sequence[Form]) -> query.Query:
    """Return the node for words as typed or, ranked after them, any other wording.

    `required` are those of the typed stems that are no function words.
    """
    terms = [query.Term("text", one) for one in required]
    plain = terms[0] if len(terms) == 1 else query.And(terms)
    itself = Form("", tuple(typed), 1.0).node
    pooled = Pooled([itself, *(form.node for form in forms)])
    return query.DisjunctionMax([plain, pooled])


def stems_of(text: str) -> Stems:
    """Return the stems of a wording."""
    return tuple(stem(word) for word, _, _ in words(text))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words that are not required outside quotes."""
    lines = files("search").joinpath("function_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=8)
def vocabulary(acronyms: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """Return our vocabulary, with the acronyms that a collection defines: (letters, words).

    Letters that are also a function word (IT, US) are left out: people type the word.
    """
    learnt = [(pair, ()) for pair in acronyms if pair[0].lower() not in function_words()]
    return Vocabulary(
        [*_read(files("search").joinpath("vocabulary.toml").read_text("utf-8")), *learnt]
    )


def _read(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the groups of the file. Raises DataError."""
    try:
        groups = tomllib.loads(text)["group"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"search/vocabulary.toml: {error}; mend the file") from error
    return [(_wordings(group, "same", 1), _wordings(group, "near", 0)) for group in groups]


def _wordings(group: Mapping[str, Any], key: str, least: int) -> tuple[str, ...]:
    found = group.get(key, [])
    if len(found) < least or not all(isinstance(one, str) and stems_of(one) for one in found):
        raise DataError(f"search/vocabulary.toml: {group} needs “{key}”, a list of wordings")
    return tuple(found)
