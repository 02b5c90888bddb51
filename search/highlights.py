"""Which characters of a paragraph satisfied a query: whole phrases, in the text's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from nltk.metrics.distance import edit_distance
from whoosh import query

from index.analysis import split, stem
from index.schema import WORD_FIELDS
from search.model import Span
from search.nodes import Most, Pooled

Runs = list[tuple[int, int]]
"""First and last word of each stretch that satisfied a node."""


def marks(text: str, node: query.Query) -> tuple[Span, ...]:
    """Return the spans of the text that satisfied the query, in order and not overlapping.

    Function words and other parts that only help the ranking are not marked, nor is anything
    under a NOT, nor the words of a phrase that stand alone.
    """
    said = Said(text)
    spans: list[Span] = []
    for first, last in sorted(_runs(node, said) or []):
        start, end = said.edges[2 * first], said.edges[2 * last + 1]
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


class Said:
    """The words of a text, exact and by stem; word k stands between edges 2k and 2k + 1."""

    def __init__(self, text: str) -> None:
        self._exact, self.edges = split(text)
        self._fields: dict[str, tuple[list[str], frozenset[str]]] = {}

    def words(self, field: str) -> tuple[list[str], frozenset[str]]:
        """Return the words of a field in order, and the different ones; made when first asked."""
        found = self._fields.get(field)
        if found is None:
            words = self._exact if field == "exact" else list(map(stem, self._exact))
            self._fields[field] = found = words, frozenset(words)
        return found

    def places(self, field: str, word: str) -> list[int]:
        """Return where a word stands, rising."""
        words, different = self.words(field)
        if word not in different:
            return []
        found = [words.index(word)]
        for _ in range(words.count(word) - 1):
            found.append(words.index(word, found[-1] + 1))
        return found

    def fitting(self, field: str, fits: Callable[[str], bool]) -> list[int]:
        """Return where the words that fit stand, rising."""
        words, different = self.words(field)
        fit = {word for word in different if fits(word)}
        return [place for place, word in enumerate(words) if word in fit]


def _runs(node: query.Query, said: Said) -> Runs | None:
    """Return the stretches that satisfied a node, or None where the text does not satisfy it."""
    find = RUNS.get(type(node))
    return find(node, said) if find else []


def _term(node: query.Query, said: Said) -> Runs | None:
    if node.fieldname not in WORD_FIELDS:  # one of the report, such as its grade
        return []
    return _alone(said.places(node.fieldname, node.text))


def _phrase(node: query.Query, said: Said) -> Runs | None:
    field, words = node.fieldname, node.words
    if not said.words(field)[1].issuperset(words):
        return None
    runs = _alone(said.places(field, words[0])) or []
    for word in words[1:]:
        after = said.places(field, word) if runs else []
        runs = [
            (first, place)
            for first, last in runs
            for place in after
            if last < place <= last + node.slop
        ]
    return list({last: (first, last) for first, last in runs}.values()) or None


def _prefix(node: query.Query, said: Said) -> Runs | None:
    return _alone(said.fitting(node.fieldname, lambda word: word.startswith(node.text)))


def _nearly(node: query.Query, said: Said) -> Runs | None:
    def near(word: str) -> bool:
        if abs(len(word) - len(node.text)) > node.maxdist:
            return False
        same = word[: node.prefixlength] == node.text[: node.prefixlength]
        return same and bool(edit_distance(word, node.text, transpositions=True) <= node.maxdist)

    return _alone(said.fitting(node.fieldname, near))


def _alone(places: Iterable[int]) -> Runs | None:
    return [(place, place) for place in places] or None


def _and(node: query.Query, said: Said) -> Runs | None:
    runs = [_runs(child, said) for child in node]
    return None if any(one is None for one in runs) else _together(runs)


def _or(node: query.Query, said: Said) -> Runs | None:
    runs = [one for one in (_runs(child, said) for child in node) if one is not None]
    return _together(runs) if runs else None


def _not(node: query.Query, said: Said) -> Runs | None:
    return [] if _runs(node.query, said) is None else None


def _together(runs: Iterable[Runs | None]) -> Runs:
    return reduce(lambda all_, some: all_ + (some or []), runs, [])


RUNS: Mapping[type, Callable[[query.Query, Said], Runs | None]] = {
    query.Term: _term,
    query.Phrase: _phrase,
    query.Prefix: _prefix,
    query.FuzzyTerm: _nearly,
    query.And: _and,
    query.Or: _or,
    query.DisjunctionMax: _or,
    Most: _or,
    Pooled: _or,
    query.Not: _not,
    query.AndMaybe: lambda node, said: _runs(node.a, said),
}
