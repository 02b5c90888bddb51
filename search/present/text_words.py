"""The words of one text, with their places: what a query is matched against to mark it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from index.analysis import split, stem
from search.language.forms.as_printed import as_indexed, is_in_capitals
from search.language.forms.percent_signs import is_signed, sign_end, without_sign
from search.model import Span

Runs: TypeAlias = "list[tuple[int, int]]"
"""The first and last word of each run of words that satisfied a node."""


class TextWords:
    """The words of a `text`, exact and by stem; word k stands between edges 2k and 2k + 1. `ends`
    are those of the words that a query asked for with a percent sign, with the sign.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._exact, self.edges = split(text)
        self.ends: dict[int, int] = {}
        self._by_field: dict[str, tuple[list[str], frozenset[str]]] = {}

    def of_field(self, field: str) -> tuple[list[str], frozenset[str]]:
        """Return the words as a field has them, in order, and the different ones."""
        words = self._by_field.get(field)
        if words is None:
            in_order = self._exact if field == "exact" else list(map(stem, self._exact))
            self._by_field[field] = words = in_order, frozenset(in_order)
        return words

    def places(self, field: str, word: str) -> list[int]:
        """Return where a word stands, rising; with a percent sign or in capitals only where the
        text has it so.
        """
        if is_in_capitals(word):
            return [
                place
                for place in self.places(field, as_indexed(word, field))
                if self.text[self.edges[2 * place] : self.edges[2 * place + 1]] == word
            ]
        if is_signed(word):
            return self._signed_places(field, without_sign(word))
        words, different = self.of_field(field)
        if word not in different:
            return []
        places = [words.index(word)]
        for _ in range(words.count(word) - 1):
            places.append(words.index(word, places[-1] + 1))
        return places

    def _signed_places(self, field: str, number: str) -> list[int]:
        """Return where a number with a percent sign stands, and note where the sign ends."""
        signed = []
        for place in self.places(field, number):
            end = self.edges[2 * place + 1]
            after = sign_end(self.text, number, end)
            if after > end:
                self.ends[place] = after
                signed.append(place)
        return signed

    def places_where(self, field: str, is_wanted: Callable[[str], bool]) -> list[int]:
        """Return where the wanted words stand, rising."""
        words, different = self.of_field(field)
        wanted = {word for word in different if is_wanted(word)}
        return [place for place, word in enumerate(words) if word in wanted]


def merged_spans(words: TextWords, runs: Runs) -> tuple[Span, ...]:
    """Return the spans of runs of words, in order, those that overlap as one."""
    spans: list[Span] = []
    for first, last in sorted(runs):
        start, end = words.edges[2 * first], words.ends.get(last, words.edges[2 * last + 1])
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)
