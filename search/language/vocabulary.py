"""Synonyms: groups of wordings that mean the same, and how a query's words are looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus import toml
from corpus.errors import DataError
from index.analysis import stem, terms, words
from search.language.function_words import function_words
from search.language.nodes import And, DisjunctionMax, Phrase, Query, Synonyms, Term

SAME_WEIGHT, NEAR_WEIGHT = 0.9, 0.4
"""What an occurrence of another wording counts, where one of the words as typed counts 1."""

SCATTERED_WEIGHT = 0.5
"""What the words of a typed wording count that do not stand together."""

NEARLY_TOGETHER = 3
"""So many places are at most from a word to the next of a wording that reports use. The words of
everyday speech, which they do not use, may stand anywhere.
"""

MAX_REMEMBERED_TEXTS = 1 << 13  # of which the stems are cached: our wordings are 4,000

MAX_MATCHED_WORDS = 40  # of a wording with the function words inside it: bounds the time of a query

MAX_UNIT_WORDS = 6  # of a wording that is looked for among the words of a query

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing, with what an occurrence of it counts (0 to 1)."""

    text: str
    stems: Stems
    weight: float

    @property
    def node(self) -> Query:
        """The node that finds this wording, as a phrase in any inflection."""
        return wording_node(self.stems, self.weight)


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Wordings of one thing: any of `same` and `typed` finds all of `same`, `narrower`, `near`."""

    same: tuple[str, ...]
    near: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrieNode:
    """A node of the trie of all wordings: the nodes of the words that may come next, and the other
    wordings of those that end here, by their stems.
    """

    after: dict[str, TrieNode] = field(default_factory=dict)
    others: dict[Stems, Wording] = field(default_factory=dict)


class Vocabulary:
    """Groups of wordings, in a trie of the stems of their words.

    `capitals` are letters that are also a word (SEND): as a wording they count only in capitals.
    The wordings of `base` are looked up too: so a collection's acronyms join ours without a copy.
    """

    def __init__(
        self,
        groups: Iterable[WordingGroup],
        capitals: Collection[str] = (),
        base: Vocabulary | None = None,
    ) -> None:
        self._capitals, self._base = frozenset(capitals), base
        self._root = TrieNode()
        self._units: set[Stems] = set()
        for group in groups:
            equal = (*group.same, *group.narrower)
            same = [Wording(text, stems_of(text), SAME_WEIGHT) for text in equal]
            near = [Wording(text, stems_of(text), NEAR_WEIGHT) for text in group.near]
            self._units.update(wording.stems for wording in (*same, *near))
            for text in (*group.same, *group.typed):
                self._add(text, [*same, *near])

    def extend(self, groups: Sequence[WordingGroup]) -> Vocabulary:
        """Return a vocabulary with more groups, this one where there are none."""
        return Vocabulary(groups, self._capitals, self) if groups else self

    def _add(self, text: str, wordings: Iterable[Wording]) -> None:
        node = self._root
        for key in self.keys(text):
            node = node.after.setdefault(key, TrieNode())
        stems = stems_of(text)
        for wording in wordings:
            if wording.stems != stems:
                node.others.setdefault(wording.stems, wording)

    def __contains__(self, text: str) -> bool:
        keys = self.keys(text)
        size, others = self.longest_match(keys, 0)
        return bool(others) and size == len(keys)

    def unit_size(self, stems: Sequence[str], start: int) -> int:
        """Return how many stems from `start` make the longest wording that reports use, whether or
        not there are others for it; 1 where none does.
        """
        size = self._base.unit_size(stems, start) if self._base else 1
        for longer in range(min(MAX_UNIT_WORDS, len(stems) - start), size, -1):
            if tuple(stems[start : start + longer]) in self._units:
                return longer
        return size

    def keys(self, text: str) -> Stems:
        """Return what a text is looked up by: stems, and letters that count only in capitals."""
        if text.islower():
            return stems_of(text)
        return tuple(
            text[start:end] if text[start:end] in self._capitals else stem(word)
            for word, start, end in words(text)
        )

    def longest_match(self, keys: Sequence[str], start: int) -> tuple[int, tuple[Wording, ...]]:
        """Return how many keys from `start` make the longest wording, and the others of its group;
        (1, ()) where no wording begins there.

        Function words that the wording lacks may stand in it: `see the child alone`.
        """
        size, others = self._longest_match(keys, start)
        if self._base is None:
            return size, others
        base_size, base_others = self._base.longest_match(keys, start)
        if base_size == size and others:
            both = (*base_others, *others)
            return size, tuple({wording.stems: wording for wording in both}.values())
        if (base_size, len(base_others)) > (size, len(others)):
            return base_size, base_others
        return size, others

    def _longest_match(self, keys: Sequence[str], start: int) -> tuple[int, tuple[Wording, ...]]:
        longest: tuple[int, tuple[Wording, ...]] = 1, ()
        node, at, end = self._root, start, min(start + MAX_MATCHED_WORDS, len(keys))
        while at < end:
            if keys[at] in node.after:
                node = node.after[keys[at]]
                at += 1
                if node.others:
                    longest = at - start, tuple(node.others.values())
            elif at > start and keys[at] in function_words():
                at += 1
            else:
                break
        return longest


def wording_node(stems: Sequence[str], weight: float = 1.0, slop: int = 1) -> Query:
    """Return the node for words in any inflection, each at most `slop` places after the last."""
    if len(stems) == 1:
        return Term("text", stems[0], boost=weight)
    return Phrase("text", list(stems), slop=slop, boost=weight)


def widen(
    typed: Sequence[str], required: Sequence[str], others: Sequence[Wording], apart: bool = False
) -> Query:
    """Return the node for the stems of words as typed or, ranked after them, any other wording.

    `required` are the stems of those of the typed words that are not function words. They may stand
    anywhere where they may stand `apart`, else with a few words among them, as in `young adult
    carers`: further apart they are other words.
    """
    return DisjunctionMax(
        [
            scattered_node(required, apart) if len(typed) > 1 else wording_node(typed),
            Synonyms([wording_node(typed), *(wording.node for wording in others)]),
        ]
    )


def scattered_node(stems: Sequence[str], apart: bool) -> Query:
    """Return the node for the words of a wording anywhere, or nearly together."""
    if apart:
        return And([Term("text", stemmed) for stemmed in stems], boost=SCATTERED_WEIGHT)
    return wording_node(stems, SCATTERED_WEIGHT, NEARLY_TOGETHER)


@lru_cache(maxsize=MAX_REMEMBERED_TEXTS)
def stems_of(text: str) -> Stems:
    """Return the stems of the words of a text."""
    return tuple(map(stem, terms(text)))


@lru_cache(maxsize=8)
def vocabulary(acronyms: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """Return our vocabulary, with the acronyms that a collection defines: (letters, words).

    Letters that are a wording of ours are left out, and those that are also a function word (IT,
    US): people type the word.
    """
    ours = _our_vocabulary()
    return ours.extend(
        [
            WordingGroup(acronym)
            for acronym in acronyms
            if acronym[0] not in ours and acronym[0].lower() not in function_words()
        ]
    )


@lru_cache(maxsize=1)
def _our_vocabulary() -> Vocabulary:
    text = files("search.language").joinpath("vocabulary.toml").read_text("utf-8")
    return Vocabulary(*read_groups(text))


def read_groups(text: str) -> tuple[list[WordingGroup], frozenset[str]]:
    """Return the groups that a text in TOML holds, and the letters that count only in capitals.

    Raise DataError where a group is not as the head of `vocabulary.toml` describes it.
    """
    try:
        data = toml.loads(text)
        groups = data["group"]
    except (toml.TOMLDecodeError, KeyError) as error:
        raise DataError(f"search/language/vocabulary.toml: {error}; mend the file") from error
    return [_read_group(group) for group in groups], frozenset(data.get("capitals", ()))


MIN_WORDINGS = {"same": 1, "near": 0, "typed": 0, "narrower": 0}  # by the keys of a group, in order


def _read_group(group: Mapping[str, Any]) -> WordingGroup:
    return WordingGroup(*(_read_wordings(group, key, least) for key, least in MIN_WORDINGS.items()))


def _read_wordings(group: Mapping[str, Any], key: str, least: int) -> tuple[str, ...]:
    texts = group.get(key, [])
    if len(texts) < least or not all(isinstance(text, str) and stems_of(text) for text in texts):
        raise DataError(
            f"search/language/vocabulary.toml: {group} needs “{key}”, a list of wordings"
        )
    return tuple(texts)
