"""The trie of the wordings of a vocabulary, by the keys of their words in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class TrieNode:
    """A node of the trie of all wordings: the nodes of the words that may come next, and of the
    wordings that end here their `texts`, and the other wordings of their groups by their stems.
    """

    after: dict[str, TrieNode] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    others: dict[Stems, Wording] = field(default_factory=dict)

    def descend(self, keys: Iterable[str]) -> TrieNode | None:
        """Return the node after some words; None where no wording goes on so."""
        node: TrieNode | None = self
        for key in keys:
            node = node.after.get(key) if node else None
        return node

    def add(self, spelling: Iterable[str], text: str, others: Iterable[Wording]) -> None:
        """Add a wording, of which this is the root, in one of its spellings."""
        node = self
        for key in spelling:
            node = node.after.setdefault(key, TrieNode())
        node.texts[text] = None
        for wording in others:
            node.others.setdefault(wording.stems, wording)


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
        if at >= stop:
            continue
        nexts = [
            (after, at + size, inserted)
            for spelling, size in (((keys[at],), 1), *forms.get(at, ()))
            if (after := node.descend(spelling))
        ]
        for after, end, _ in nexts:
            if after.others:
                yield end - start, inserted, after
        if not nexts and at > start and keys[at] in function_words():
            nexts = [(node, at + 1, inserted + 1)]
        open_ends += nexts
