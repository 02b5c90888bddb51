"""Synonyms: groups of wordings that mean the same, and how a query's words are looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from threading import Lock
from typing import NamedTuple

from index.analysis import stem, terms
from search.language.forms.percent_signs import without_sign
from search.language.forms.spellings import spellings
from search.language.forms.typed import TypedWord, typed_words
from search.language.function_words import function_words
from search.language.nodes import DisjunctionMax, Query, Synonyms
from search.language.wordings.beginnings import ANY_BEGINNING, beginning_of, beginnings_of_key
from search.language.wordings.groups import WordingGroup, groups_of_the_file
from search.language.wordings.trie import (
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


class Match(NamedTuple):
    """So many typed words are one of `texts`, wordings of the vocabulary that are spelt alike, and
    ask for the `others` too; none where no wording begins. `has_inserted`: function words that the
    wording lacks stand among them.
    """

    size: int = 1
    others: tuple[Wording, ...] = ()
    texts: tuple[str, ...] = ()
    has_inserted: bool = False


NO_MATCH = Match()


class Vocabulary:
    """Groups of wordings, in a trie of the stems of their words.

    The wordings of `base` are looked up too: so a collection's acronyms join ours without a copy.
    There are thousands of wordings, and a query needs few: they are taken in when a word that
    begins as they do is first looked up, if their group `is_wanted`. Safe in threads.
    """

    def __init__(
        self,
        groups: Iterable[WordingGroup],
        base: Vocabulary | None = None,
        is_wanted: Callable[[WordingGroup], bool] = lambda group: True,
    ) -> None:
        self._is_wanted = is_wanted
        self._root = TrieNode()
        self._units: set[Stems] = set()
        self._longest_unit: dict[Stems, int] = {}  # by its first two stems
        self._layers: tuple[Vocabulary, ...] = (*(base._layers if base else ()), self)
        self._due: dict[str, list[tuple[str, WordingGroup]]] = {}
        self._taking_in = Lock()
        for group in groups:
            for text in group.texts:
                self._due.setdefault(beginning_of(text), []).append((text, group))
        self._take_in_due([ANY_BEGINNING])

    def extend(
        self,
        groups: Sequence[WordingGroup],
        is_wanted: Callable[[WordingGroup], bool] = lambda group: True,
    ) -> Vocabulary:
        """Return a vocabulary with more groups, this one where there are none."""
        return Vocabulary(groups, self, is_wanted) if groups else self

    def _take_in(self, key: str) -> None:
        """Take in the wordings that may begin with a key, unless that was done."""
        beginnings = beginnings_of_key(key)
        for layer in self._layers:
            if layer._due and (beginnings[0] in layer._due or beginnings[1] in layer._due):
                layer._take_in_due(beginnings)

    def _take_in_due(self, beginnings: Iterable[str]) -> None:
        with self._taking_in:
            for beginning in beginnings:
                for text, group in self._due.get(beginning, ()):
                    if self._is_wanted(group):
                        self._add(text, group)
                self._due.pop(beginning, None)

    def _add(self, text: str, group: WordingGroup) -> None:
        if text in (*group.same, *group.narrower, *group.near):
            for unit in own_spellings(text):
                self._units.add(unit)
                begin = unit[:2]
                self._longest_unit[begin] = max(len(unit), self._longest_unit.get(begin, 0))
        if text in group.same or text in group.typed:
            find_others = partial(others_of, text, group)
            for spelling in own_spellings(text):
                self._root.add(spelling, text, find_others)

    def __contains__(self, text: str) -> bool:
        keys = keys_of_text(text)
        match = self.longest_match(keys, 0)
        return bool(match.others) and match.size == len(keys)

    def unit_size(self, stems: Sequence[str], start: int) -> int:
        """Return how many stems from `start` make the longest wording that reports use, whether or
        not there are others for it; 1 where none does.
        """
        begin = tuple(stems[start : start + 2])
        if len(begin) < 2:
            return 1
        self._take_in(begin[0])
        size, most = 1, min(MAX_UNIT_WORDS, len(stems) - start)
        for layer in self._layers:
            for longer in range(min(most, layer._longest_unit.get(begin, 0)), size, -1):
                if tuple(stems[start : start + longer]) in layer._units:
                    size = longer
                    break
        return size

    def longest_match(
        self, keys: Sequence[str], start: int, forms: Mapping[int, Sequence[Spelling]] = NO_FORMS
    ) -> Match:
        """Return the longest wording that begins with the key at a place, with its others.

        Function words that the wording lacks may stand in it: `see the child alone`. `forms` are
        other spellings of typed words, by the place where they begin: of several wordings of one
        length, as *casework* and *case work*, each counts.
        """
        key = keys[start]
        self._take_in(key)
        for spelling, _ in forms.get(start, ()):
            self._take_in(spelling[0])
        ends = [
            end
            for layer in self._layers
            if key in layer._root.after or start in forms
            for end in trie_ends(layer._root, keys, start, forms)
        ]
        if not ends:
            return NO_MATCH
        size, inserted = max((size, -inserted) for size, inserted, _ in ends)
        nodes = [node for *sizes, node in ends if sizes == [size, -inserted]]
        texts = dict.fromkeys(text for node in nodes for text in node.texts)
        others = {stems: wording for node in nodes for stems, wording in node.others.items()}
        if len(texts) > 1:
            for text in texts:
                for own in own_spellings(text):
                    others.pop(own, None)
        in_order = tuple(sorted(texts, key=by_hyphens))
        return Match(size, tuple(others.values()), in_order, inserted < 0)


def others_of(text: str, group: WordingGroup) -> list[Wording]:
    """Return the wordings of a group that are not one of it in another spelling."""
    own = own_spellings(text)
    weights = [((*group.same, *group.narrower), SAME_WEIGHT), (group.near, NEAR_WEIGHT)]
    wordings = [
        Wording(other, keys_of_text(other), weight) for texts, weight in weights for other in texts
    ]
    return [wording for wording in wordings if wording.stems not in own]


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


def keys_of(typed: Iterable[TypedWord]) -> Stems:
    """Return what typed words are looked up by: stems, and letters that count only in capitals."""
    return tuple([without_sign(stemmed) for _, stemmed, _, _ in typed])


@lru_cache(maxsize=MAX_REMEMBERED_TEXTS)
def keys_of_text(text: str) -> Stems:
    """Return what the words of a text are looked up by."""
    return keys_of(typed_words(text))


@lru_cache(maxsize=MAX_REMEMBERED_TEXTS)
def own_spellings(text: str) -> tuple[Stems, ...]:
    """Return what a wording is looked up by in each of its spellings."""
    return spellings(text, keys_of_text(text))


@lru_cache(maxsize=8)
def vocabulary(acronyms: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """Return our vocabulary, with the acronyms that a collection defines: (letters, words).

    Letters that are a wording of ours are left out, and those that are also a function word (IT,
    US): people type the word. So are those that are looked up as another word (AED as `a`).
    """
    ours = _our_vocabulary()

    def is_wanted(acronym: WordingGroup) -> bool:
        letters = acronym.same[0]
        return letters not in ours and is_own_word(letters.lower())

    return ours.extend(list(map(WordingGroup, acronyms)), is_wanted)


def is_own_word(letters: str) -> bool:
    """Return whether the letters of an acronym, in lower case, are looked up as themselves and are
    no function word.
    """
    stems = stems_of(letters)
    is_itself = " ".join(stems) in (" ".join(terms(letters)), letters.removesuffix("s"))
    return is_itself and not function_words().intersection((letters, *stems))


@lru_cache(maxsize=1)
def _our_vocabulary() -> Vocabulary:
    return Vocabulary(groups_of_the_file())
