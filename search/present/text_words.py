"""The words of a text, to look for what satisfied a query among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from index.analysis import split, stem
from search.model import Span

Runs: TypeAlias = "list[tuple[int, int]]"
"""The first and last word of each run of words that satisfied a node."""


class TextWords:
    """The words of a text, exact and by stem; word k stands between edges 2k and 2k + 1."""

    def __init__(self, text: str) -> None:
        self._exact, self.edges = split(text)
        self._by_field: dict[str, tuple[list[str], frozenset[str]]] = {}

    def of_field(self, field: str) -> tuple[list[str], frozenset[str]]:
        """Return the words as a field has them, in order, and the different ones."""
        words = self._by_field.get(field)
        if words is None:
            in_order = self._exact if field == "exact" else list(map(stem, self._exact))
            self._by_field[field] = words = in_order, frozenset(in_order)
        return words

    def places(self, field: str, word: str) -> list[int]:
        """Return where a word stands, rising."""
        words, different = self.of_field(field)
        if word not in different:
            return []
        places = [words.index(word)]
        for _ in range(words.count(word) - 1):
            places.append(words.index(word, places[-1] + 1))
        return places

    def places_where(self, field: str, is_wanted: Callable[[str], bool]) -> list[int]:
        """Return where the wanted words stand, rising."""
        words, different = self.of_field(field)
        wanted = {word for word in different if is_wanted(word)}
        return [place for place, word in enumerate(words) if word in wanted]


def merged_spans(words: TextWords, runs: Runs) -> tuple[Span, ...]:
    """Return the spans of runs of words, in order, those that overlap as one."""
    spans: list[Span] = []
    for first, last in sorted(runs):
        start, end = words.edges[2 * first], words.edges[2 * last + 1]
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)
