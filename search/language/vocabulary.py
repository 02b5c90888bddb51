"""Wordings that mean the same across frameworks and years, as data, and how a query finds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus import toml
from corpus.errors import DataError
from index.analysis import stem, terms, words
from search.language.nodes import And, DisjunctionMax, Phrase, Query, Synonyms, Term

SAME, NEAR = 0.9, 0.4
"""What an occurrence of another wording counts beside one of the words as typed."""

SCATTERED = 0.5
"""What the words of a wording count where they stand in a paragraph, but not together."""

REMEMBERED = 1 << 13  # wordings whose stems are kept: ours are 4,000

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Another wording, with what an occurrence of it counts (0 to 1)."""

    text: str
    stems: Stems
    weight: float

    @property
    def node(self) -> Query:
        """The node that finds this wording, as a phrase in any inflection."""
        if len(self.stems) == 1:
            return Term("text", self.stems[0], boost=self.weight)
        return Phrase("text", list(self.stems), boost=self.weight)


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings of one thing: any of `same` or `typed` finds all of `same` and `near`."""

    same: tuple[str, ...]
    near: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A word of known wordings: what may come after it, and what a wording that ends here finds."""

    after: dict[str, Node] = field(default_factory=dict)
    forms: dict[Stems, Form] = field(default_factory=dict)


class Vocabulary:
    """Groups of wordings. `longest` finds what the words of a query stand for.

    `capitals` are letters that are also a word (SEND): as a wording they count only in capitals.
    What `more` knows is known too: so a collection's acronyms join ours without a copy.
    """

    def __init__(
        self,
        groups: Iterable[Group],
        capitals: Collection[str] = (),
        more: Vocabulary | None = None,
    ) -> None:
        self._capitals, self._more = frozenset(capitals), more
        self._tree = Node()
        for group in groups:
            forms = [Form(text, stems_of(text), SAME) for text in group.same]
            others = [Form(text, stems_of(text), NEAR) for text in group.near]
            for text in (*group.same, *group.typed):
                self._add(text, [*forms, *others])

    def extended(self, groups: Sequence[Group]) -> Vocabulary:
        """Return this vocabulary with more groups, itself where there are none."""
        return Vocabulary(groups, self._capitals, self) if groups else self

    def _add(self, text: str, forms: Iterable[Form]) -> None:
        node = self._node(text)
        typed = stems_of(text)
        for form in forms:
            if form.stems != typed:
                node.forms.setdefault(form.stems, form)

    def _node(self, text: str) -> Node:
        """Return the node of a wording, made where there is none."""
        node = self._tree
        for key in self.keys(text):
            node = node.after.setdefault(key, Node())
        return node

    def __contains__(self, text: str) -> bool:
        keys = self.keys(text)
        size, forms = self.longest(keys, 0)
        return bool(forms) and size == len(keys)

    def keys(self, text: str) -> Stems:
        """Return what a text is looked up by: stems, and letters that count only in capitals."""
        if text.islower():
            return stems_of(text)
        return tuple(
            text[start:end] if text[start:end] in self._capitals else stem(word)
            for word, start, end in words(text)
        )

    def longest(self, keys: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]]:
        """Return how many keys from `start` make the longest known wording, and the others.

        Function words that the wording lacks may stand in it: `see the child alone`. Returns
        (1, ()) where none begins there.
        """
        size, forms = self._longest(keys, start)
        if self._more is None:
            return size, forms
        others, more = self._more.longest(keys, start)
        if others != size or not forms:
            return max((size, forms), (others, more), key=lambda found: (found[0], len(found[1])))
        return size, tuple({form.stems: form for form in (*more, *forms)}.values())

    def _longest(self, keys: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]]:
        best: tuple[int, tuple[Form, ...]] = 1, ()
        node, at = self._tree, start
        while at < len(keys):
            if keys[at] in node.after:
                node = node.after[keys[at]]
                at += 1
                if node.forms:
                    best = at - start, tuple(node.forms.values())
            elif at > start and keys[at] in function_words():
                at += 1
            else:
                break
        return best


def widened(typed: Sequence[str], required: Sequence[str], forms: Sequence[Form]) -> Query:
    """Return the node for words as typed or, ranked after them, any other wording.

    `required` are those of the typed stems that are no function words.
    """
    terms = [Term("text", one) for one in required]
    plain = terms[0] if len(typed) == 1 else And(terms, boost=SCATTERED)
    itself = Form("", tuple(typed), 1.0).node
    pooled = Synonyms([itself, *(form.node for form in forms)])
    return DisjunctionMax([plain, pooled])


@lru_cache(maxsize=REMEMBERED)
def stems_of(text: str) -> Stems:
    """Return the stems of a wording."""
    return tuple(map(stem, terms(text)))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words that are not required outside quotes."""
    lines = files("search.language").joinpath("function_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=8)
def vocabulary(acronyms: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """Return our vocabulary, with the acronyms that a collection defines: (letters, words).

    Letters that we know already are left out, and those that are also a function word (IT, US):
    people type the word.
    """
    known = _ours()
    learnt = [
        Group(pair)
        for pair in acronyms
        if pair[0] not in known and pair[0].lower() not in function_words()
    ]
    return known.extended(learnt)


@lru_cache(maxsize=1)
def _ours() -> Vocabulary:
    return Vocabulary(
        *_read(files("search.language").joinpath("vocabulary.toml").read_text("utf-8"))
    )


def _read(text: str) -> tuple[list[Group], frozenset[str]]:
    """Return the groups of the file, and the letters that count only in capitals.

    Raises DataError.
    """
    try:
        held = toml.loads(text)
        groups = held["group"]
    except (toml.TOMLDecodeError, KeyError) as error:
        raise DataError(f"search/language/vocabulary.toml: {error}; mend the file") from error
    return [_group(group) for group in groups], frozenset(held.get("capitals", ()))


def _group(group: Mapping[str, Any]) -> Group:
    return Group(*(_wordings(group, key, least) for key, least in KEYS.items()))


KEYS = {"same": 1, "near": 0, "typed": 0}  # the keys of a group, in order, and their least


def _wordings(group: Mapping[str, Any], key: str, least: int) -> tuple[str, ...]:
    found = group.get(key, [])
    if len(found) < least or not all(isinstance(one, str) and stems_of(one) for one in found):
        raise DataError(
            f"search/language/vocabulary.toml: {group} needs “{key}”, a list of wordings"
        )
    return tuple(found)
