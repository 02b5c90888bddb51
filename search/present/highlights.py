"""Which characters of a paragraph satisfied a query: whole phrases, in the text's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from corpus.lazy import lazy_property
from index.analysis import split, stem
from index.facets import WORD_FIELDS
from search.language import nodes as query
from search.language.edit_distance import is_near
from search.language.nodes import MinimumWeight, Synonyms
from search.model import Span

Runs = list[tuple[int, int]]
"""First and last word of each stretch that satisfied a node."""


class Marker:
    """What satisfies a query in one text after the other; how to look is worked out once."""

    def __init__(self, node: query.Query) -> None:
        self.node = node

    @lazy_property
    def find(self) -> Find:
        """What finds the stretches of a text."""
        return _finder(self.node)

    def marks(self, text: str) -> tuple[Span, ...]:
        """Return the spans of the text that satisfied the query, in order and not overlapping.

        Function words and other parts that only help the ranking are not marked, nor is anything
        under a NOT, nor the words of a phrase that stand alone.
        """
        said = Said(text)
        spans: list[Span] = []
        for first, last in sorted(self.find(said) or []):
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


Find: TypeAlias = Callable[[Said], "Runs | None"]
"""Returns the stretches of a text that satisfied a node, None where the text does not."""


def _finder(node: query.Query) -> Find:
    """Return what finds the stretches for a node."""
    make = FINDERS.get(type(node))
    return make(node) if make else _nothing


def _nothing(said: Said) -> Runs:
    return []


def _term(node: query.Query) -> Find:
    field, word = node.fieldname, node.text
    if field not in WORD_FIELDS:  # one of the report, such as its grade
        return _nothing
    return lambda said: _alone(said.places(field, word))


def _phrase(node: query.Query) -> Find:
    field, words, slop = node.fieldname, node.words, node.slop

    def find(said: Said) -> Runs | None:
        if not said.words(field)[1].issuperset(words):
            return None
        runs = _alone(said.places(field, words[0])) or []
        for word in words[1:]:
            after = said.places(field, word) if runs else []
            runs = [
                (first, place)
                for first, last in runs
                for place in after
                if last < place <= last + slop
            ]
        return list({last: (first, last) for first, last in runs}.values()) or None

    return find


def _prefix(node: query.Query) -> Find:
    field, start = node.fieldname, node.text
    return lambda said: _alone(said.fitting(field, lambda word: word.startswith(start)))


def _nearly(node: query.Query) -> Find:
    def near(word: str) -> bool:
        same = word[: node.prefixlength] == node.text[: node.prefixlength]
        return same and is_near(node.text, word, node.maxdist)

    return lambda said: _alone(said.fitting(node.fieldname, near))


def _alone(places: Iterable[int]) -> Runs | None:
    return [(place, place) for place in places] or None


def _and(node: query.Query) -> Find:
    finders = list(map(_finder, node))

    def find(said: Said) -> Runs | None:
        runs: Runs = []
        for each in finders:
            some = each(said)
            if some is None:
                return None
            runs += some
        return runs

    return find


def _or(node: query.Query) -> Find:
    """Return what asks each alternative, but those whose needed word the text lacks.

    A group of the vocabulary has up to thirty wordings, of which a text has one or two.
    """
    needing: dict[str, dict[str, list[Find]]] = {}
    others: list[Find] = []
    for child in node:
        field, word = _needed(child)
        known = needing.setdefault(field, {}).setdefault(word, []) if word else others
        known.append(_finder(child))

    def find(said: Said) -> Runs | None:
        asked = list(others)
        for field, by_word in needing.items():
            for word in said.words(field)[1].intersection(by_word):
                asked += by_word[word]
        found = [some for each in asked if (some := each(said)) is not None]
        return [run for some in found for run in some] if found else None

    return find


def _needed(node: query.Query) -> tuple[str, str]:
    """Return a field and the word of it that a text must have to satisfy a node; '' if none."""
    words = NEEDED.get(type(node), _no_words)(node)
    return (node.fieldname, max(words, key=len)) if words else ("", "")


def _no_words(node: query.Query) -> Sequence[str]:
    return ()


def _not(node: query.Query) -> Find:
    inner = _finder(node.query)
    return lambda said: [] if inner(said) is None else None


NEEDED: Mapping[type, Callable[[query.Query], Sequence[str]]] = {
    query.Term: lambda node: [node.text] if node.fieldname in WORD_FIELDS else [],
    query.Phrase: lambda node: node.words,
}
FINDERS: Mapping[type, Callable[[query.Query], Find]] = {
    query.Term: _term,
    query.Phrase: _phrase,
    query.Prefix: _prefix,
    query.FuzzyTerm: _nearly,
    query.And: _and,
    query.Or: _or,
    query.DisjunctionMax: _or,
    MinimumWeight: _or,
    Synonyms: _or,
    query.Not: _not,
    query.AndMaybe: lambda node: _finder(node.a),
}
