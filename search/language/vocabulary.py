"""Synonyms: groups of wordings that mean the same, and how a query's words are looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from corpus import toml
from corpus.errors import DataError
from index.analysis import stem, terms, words
from search.language.forms.spellings import spellings
from search.language.function_words import function_words
from search.language.nodes import DisjunctionMax, Query, Synonyms
from search.language.wording_trie import (
    NO_FORMS,
    Spelling,
    Stems,
    TrieNode,
    Wording,
    trie_ends,
)

SAME_WEIGHT, NEAR_WEIGHT = 0.9, 0.4
"""What an occurrence of another wording counts, where one of the words as typed counts 1."""

SCATTERED_WEIGHT = 0.5
"""What the words of a typed wording count that do not stand together."""

NEARLY_TOGETHER = 3
"""So many places are at most from a word to the next of a wording that reports use. The words of
everyday speech, which they do not use, may stand anywhere.
"""

MAX_REMEMBERED_TEXTS = 1 << 13  # of which the stems are cached: our wordings are 4,000

MAX_UNIT_WORDS = 6  # of a wording that is looked for among the words of a query


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Wordings of one thing: any of `same` and `typed` finds all of `same`, `narrower`, `near`."""

    same: tuple[str, ...]
    near: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()


class Match(NamedTuple):
    """So many typed words are one of `texts`, wordings of the vocabulary that are spelt alike, and
    ask for the `others` too; none where no wording begins. `has_inserted`: function words that the
    wording lacks stand among them.
    """

    size: int = 1
    others: tuple[Wording, ...] = ()
    texts: tuple[str, ...] = ()
    has_inserted: bool = False


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
        self._tries: tuple[TrieNode, ...] = (*(base._tries if base else ()), self._root)
        self._units: set[Stems] = set()
        for group in groups:
            equal = (*group.same, *group.narrower)
            same = [Wording(text, stems_of(text), SAME_WEIGHT) for text in equal]
            near = [Wording(text, stems_of(text), NEAR_WEIGHT) for text in group.near]
            for wording in (*same, *near):
                self._units.update(spellings(wording.text, wording.stems))
            for text in (*group.same, *group.typed):
                self._add(text, [*same, *near])

    def extend(self, groups: Sequence[WordingGroup]) -> Vocabulary:
        """Return a vocabulary with more groups, this one where there are none."""
        return Vocabulary(groups, self._capitals, self) if groups else self

    def _add(self, text: str, wordings: Iterable[Wording]) -> None:
        own = spellings(text, stems_of(text))
        others = [wording for wording in wordings if wording.stems not in own]
        for spelling in spellings(text, self.keys(text)) if others else ():
            self._root.add(spelling, text, others)

    def is_capitals(self, text: str) -> bool:
        """Return whether a text is letters that are also a word, as which they do not count."""
        return text in self._capitals

    def __contains__(self, text: str) -> bool:
        keys = self.keys(text)
        match = self.longest_match(keys, 0)
        return bool(match.others) and match.size == len(keys)

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

    def longest_match(
        self, keys: Sequence[str], start: int, forms: Mapping[int, Sequence[Spelling]] = NO_FORMS
    ) -> Match:
        """Return the longest wording that begins with the key at a place, with its others.

        Function words that the wording lacks may stand in it: `see the child alone`. `forms` are
        other spellings of typed words, by the place where they begin: of several wordings of one
        length, as *casework* and *case work*, each counts.
        """
        ends = [end for trie in self._tries for end in trie_ends(trie, keys, start, forms)]
        if not ends:
            return Match()
        size, inserted = max((size, -inserted) for size, inserted, _ in ends)
        nodes = [node for *sizes, node in ends if sizes == [size, -inserted]]
        texts = dict.fromkeys(text for node in nodes for text in node.texts)
        others = {stems: wording for node in nodes for stems, wording in node.others.items()}
        if len(texts) > 1:
            for text in texts:
                for own in spellings(text, stems_of(text)):
                    others.pop(own, None)
        in_order = tuple(sorted(texts, key=by_hyphens))
        return Match(size, tuple(others.values()), in_order, inserted < 0)


def by_hyphens(text: str) -> tuple[bool, str]:
    """Return what sorts a wording with hyphens before the same without them."""
    return "-" not in text, text


def widen(typed: Query, apart: Query, others: Iterable[Query]) -> Query:
    """Return the node for words as `typed` or, ranked after them, in any of `others`; `apart` is
    the node for those of the words that are not function words where they do not stand together.
    """
    nodes = [form for node in (typed, *others) for form in forms_of(node)]
    return DisjunctionMax([apart, Synonyms(list(dict.fromkeys(nodes)))])


def forms_of(node: Query) -> Iterable[Query]:
    """Return the forms that a node finds: itself where it is no Synonyms."""
    return node if isinstance(node, Synonyms) else (node,)


@lru_cache(maxsize=MAX_REMEMBERED_TEXTS)
def stems_of(text: str) -> Stems:
    """Return the stems of the words of a text."""
    return tuple(map(stem, terms(text)))


@lru_cache(maxsize=8)
def vocabulary(acronyms: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """Return our vocabulary, with the acronyms that a collection defines: (letters, words).

    Letters that are a wording of ours are left out, and those that are also a function word (IT,
    US): people type the word. So are those that are looked up as another word (AED as `a`).
    """
    ours = _our_vocabulary()
    return ours.extend(
        [
            WordingGroup(acronym)
            for acronym in acronyms
            if acronym[0] not in ours and is_own_word(acronym[0].lower())
        ]
    )


def is_own_word(letters: str) -> bool:
    """Return whether the letters of an acronym, in lower case, are looked up as themselves and are
    no function word.
    """
    stems = stems_of(letters)
    is_itself = " ".join(stems) in (" ".join(terms(letters)), letters.removesuffix("s"))
    return is_itself and not function_words().intersection((letters, *stems))


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
