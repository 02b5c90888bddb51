"""The trie of the wordings of a vocabulary, by the keys of their words in any spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.language.function_words import function_words

MAX_MATCHED_WORDS = 16  # of a wording with the function words inside it: bounds the time of a query

Stems = tuple[str, ...]
Spelling = tuple[Stems, int]
"""What words are also looked up by, and how many they are as typed."""
NO_FORMS: Mapping[int, Sequence[Spelling]] = {}


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing, with what an occurrence of it counts (0 to 1)."""

    text: str
    stems: Stems
    weight: float


FindOthers = Callable[[], Iterable[Wording]]
"""Returns the other wordings of a wording's group."""


class TrieNode:
    """A node of the trie of all wordings: the nodes of the words that may come `after` it.

    Which wordings end here is worked out when it is first asked for: `texts` are the wordings that
    have others, and `others` the other wordings of their groups by their stems.
    """

    __slots__ = ("_ending", "_wordings", "after")

    def __init__(self) -> None:
        self.after: dict[str, TrieNode] = {}
        self._wordings: list[tuple[str, FindOthers]] = []
        self._ending: tuple[dict[str, None], dict[Stems, Wording]] | None = None

    @property
    def texts(self) -> dict[str, None]:
        """The wordings that end here, if they have others."""
        return self._ends()[0]

    @property
    def others(self) -> dict[Stems, Wording]:
        """The other wordings of their groups."""
        return self._ends()[1]

    def _ends(self) -> tuple[dict[str, None], dict[Stems, Wording]]:
        if self._ending is None:
            texts: dict[str, None] = {}
            by_stems: dict[Stems, Wording] = {}
            for text, find_others in self._wordings:
                for wording in find_others():
                    texts[text] = None
                    by_stems.setdefault(wording.stems, wording)
            self._ending = texts, by_stems
        return self._ending

    def descend(self, keys: Iterable[str]) -> TrieNode | None:
        """Return the node after some words; None where no wording goes on so."""
        node: TrieNode | None = self
        for key in keys:
            node = node.after.get(key) if node else None
        return node

    def add(self, spelling: Iterable[str], text: str, find_others: FindOthers) -> None:
        """Add a wording, of which this is the root, in one of its spellings."""
        node = self
        for key in spelling:
            after = node.after.get(key)
            if after is None:
                after = node.after[key] = TrieNode()
            node = after
        node._wordings.append((text, find_others))


def trie_ends(
    root: TrieNode, keys: Sequence[str], start: int, forms: Mapping[int, Sequence[Spelling]]
) -> Iterator[tuple[int, int, TrieNode]]:
    """Yield how many keys from `start` make each wording of a trie, how many function words are
    inserted in it, and the node where it ends. `forms` are other spellings of keys, by place.
    """
    stop = min(start + MAX_MATCHED_WORDS, len(keys))
    open_ends = [(root, start, 0)]
    while open_ends:
        node, at, inserted = open_ends.pop()
        if at >= stop or not node.after:
            continue
        nexts = next_nodes(node, keys, at, forms)
        for after, end in nexts:
            if after.others:
                yield end - start, inserted, after
            open_ends.append((after, end, inserted))
        if not nexts and at > start and keys[at] in function_words():
            open_ends.append((node, at + 1, inserted + 1))


def next_nodes(
    node: TrieNode, keys: Sequence[str], at: int, forms: Mapping[int, Sequence[Spelling]]
) -> list[tuple[TrieNode, int]]:
    """Return each node after the key at a place, in any of its spellings, and the place there."""
    after = node.after.get(keys[at])
    nexts = [(after, at + 1)] if after else []
    for spelling, size in forms.get(at, ()):
        if after := node.descend(spelling):
            nexts.append((after, at + size))
    return nexts
