"""Which characters of a paragraph satisfied a query: whole phrases, in the text's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from nltk.metrics.distance import edit_distance
from whoosh import query

from index.analysis import stem, words
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
        start, end = said.starts[first], said.ends[last]
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


class Said:
    """The words of a text and where each stands, exact and by stem."""

    def __init__(self, text: str) -> None:
        found = words(text)
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]
        self.places: dict[str, dict[str, list[int]]] = {
            "exact": defaultdict(list),
            "text": defaultdict(list),
        }
        for place, (word, _, _) in enumerate(found):
            self.places["exact"][word].append(place)
            self.places["text"][stem(word)].append(place)


def _runs(node: query.Query, said: Said) -> Runs | None:
    """Return the stretches that satisfied a node, or None where the text does not satisfy it."""
    find = RUNS.get(type(node))
    return find(node, said) if find else []


def _term(node: query.Query, said: Said) -> Runs | None:
    places = said.places.get(node.fieldname)
    if places is None:  # a field of the report, such as its grade
        return []
    return [(place, place) for place in places.get(node.text, ())] or None


def _phrase(node: query.Query, said: Said) -> Runs | None:
    places = said.places[node.fieldname]
    runs = [(place, place) for place in places.get(node.words[0], ())]
    for word in node.words[1:]:
        after = places.get(word, ())
        runs = [
            (first, place)
            for first, last in runs
            for place in after
            if last < place <= last + node.slop
        ]
    return list({last: (first, last) for first, last in runs}.values()) or None


def _prefix(node: query.Query, said: Said) -> Runs | None:
    return _words(said.places[node.fieldname], lambda word: word.startswith(node.text))


def _nearly(node: query.Query, said: Said) -> Runs | None:
    def near(word: str) -> bool:
        if abs(len(word) - len(node.text)) > node.maxdist:
            return False
        same = word[: node.prefixlength] == node.text[: node.prefixlength]
        return same and bool(edit_distance(word, node.text, transpositions=True) <= node.maxdist)

    return _words(said.places[node.fieldname], near)


def _words(places: Mapping[str, list[int]], fits: Callable[[str], bool]) -> Runs | None:
    return [(place, place) for word in places if fits(word) for place in places[word]] or None


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
