"""Highlights: which characters of a paragraph satisfied a query; of a phrase, all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from corpus.lazy import lazy_property
from index.analysis import with_lead
from index.facets import WORD_FIELDS
from search.language.edit_distance import is_near
from search.language.forms.as_printed import as_indexed
from search.language.negation import negated_places
from search.language.nodes import (
    And,
    AndMaybe,
    DisjunctionMax,
    FuzzyTerm,
    MinimumWeight,
    Negated,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Synonyms,
    Term,
)
from search.model import Span
from search.present.text_words import Runs, TextWords, merged_spans


class Highlighter:
    """Marks what satisfies a query in one text after another; compiled once, when first used.

    The `negations` of the query are marked too, from a negator to the word that it negates, though
    the node does not require them.
    """

    def __init__(self, node: Query, negations: Sequence[Query] = ()) -> None:
        self.node, self._negations = node, negations

    @lazy_property
    def matcher(self) -> Matcher:
        """What finds the runs of words in a text."""
        return compile_node(self.node)

    @lazy_property
    def negation_matcher(self) -> Matcher:
        """What finds the negations in a text."""
        return compile_or(self._negations)

    def marks(self, text: str) -> tuple[Span, ...]:
        """Return the spans of the text that satisfied the query, in order and not overlapping.

        Function words and other parts that only help the ranking are not marked, nor is anything
        under a NOT, nor the words of a phrase that stand alone.
        """
        words = TextWords(text)
        runs = self.matcher(words) or []
        negated = self.negation_matcher(words) or [] if self._negations else []
        return merged_spans(words, [*runs, *negated])

    def marks_with_lead(
        self, lead: str | None, text: str
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the spans of what leads into the text, and those of the text, that satisfied the
        query together.
        """
        if not lead:
            return (), self.marks(text)
        whole = with_lead(lead, text)
        begins, spans = len(whole) - len(text), self.marks(whole)
        in_lead = (Span(one.start, min(one.end, len(lead))) for one in spans if one.start < begins)
        in_text = (
            Span(max(one.start, begins) - begins, one.end - begins)
            for one in spans
            if one.end > begins
        )
        return tuple(in_lead), tuple(in_text)

    def is_satisfied(self, lead: str | None, text: str) -> bool:
        """Return whether a text with what leads into it satisfies the query by its words."""
        whole = with_lead(lead, text) if lead else text
        return self.matcher(TextWords(whole)) is not None

    def negations(self, text: str) -> tuple[Span, ...]:
        """Return the spans of the text from a negator to the word that it negates, in order and not
        overlapping.
        """
        if not self._negations:
            return ()
        words = TextWords(text)
        return merged_spans(words, self.negation_matcher(words) or [])


Matcher: TypeAlias = Callable[[TextWords], "Runs | None"]
"""Returns the runs of words that satisfied a node, None where the text does not satisfy it."""


def compile_node(node: Query) -> Matcher:
    """Return the matcher of a node; a type that marks nothing gives one without runs."""
    compile_type = COMPILERS.get(type(node))
    return compile_type(node) if compile_type else match_nothing


def match_nothing(words: TextWords) -> Runs:
    """Return no runs: the node is satisfied by other things than words."""
    return []


def single_words(places: Iterable[int]) -> Runs | None:
    """Return a run of one word for each place, None where there are none."""
    return [(place, place) for place in places] or None


def compile_term(node: Query) -> Matcher:
    """Return the matcher of a word; a field of the report, such as its grade, marks nothing."""
    field, word = node.fieldname, node.text
    if field not in WORD_FIELDS:
        return match_nothing
    return lambda words: single_words(words.places(field, word))


def compile_phrase(node: Query) -> Matcher:
    """Return the matcher of words in order, each within the slop of the one before."""
    field, phrase, slop = node.fieldname, node.words, node.slop
    indexed = [as_indexed(word, field) for word in phrase]

    def match(words: TextWords) -> Runs | None:
        if not words.of_field(field)[1].issuperset(indexed):
            return None
        runs = single_words(words.places(field, phrase[0])) or []
        for word in phrase[1:]:
            places = words.places(field, word) if runs else []
            runs = [
                (first, place)
                for first, last in runs
                for place in places[bisect_right(places, last) : bisect_right(places, last + slop)]
            ]
        return list({last: (first, last) for first, last in runs}.values()) or None

    return match


def compile_negated(node: Query) -> Matcher:
    """Return the matcher of words from a negator to the word that it negates."""
    field, pair, slop = node.fieldname, node.words, node.slop

    def match(words: TextWords) -> Runs | None:
        in_order, different = words.of_field(field)
        if not different.issuperset(pair):
            return None
        printed, _ = words.of_field("exact")
        return negated_places(words.text, words.edges, printed, in_order, pair, slop) or None

    return match


def compile_prefix(node: Query) -> Matcher:
    """Return the matcher of words that begin so."""
    field, start = node.fieldname, node.text
    return lambda words: single_words(
        words.places_where(field, lambda word: word.startswith(start))
    )


def compile_fuzzy(node: Query) -> Matcher:
    """Return the matcher of words within an edit distance, with the same first letters."""
    field, start, most = node.fieldname, node.text[: node.prefixlength], node.maxdist

    def is_wanted(word: str) -> bool:
        return word.startswith(start) and is_near(word, node.text, most)

    return lambda words: single_words(words.places_where(field, is_wanted))


def compile_and(node: Query) -> Matcher:
    """Return the matcher of all parts together."""
    matchers = list(map(compile_node, dict.fromkeys(node)))  # a word typed twice is looked up once

    def match(words: TextWords) -> Runs | None:
        runs: Runs = []
        for matcher in matchers:
            part = matcher(words)
            if part is None:
                return None
            runs += part
        return runs

    return match


def compile_or(node: Iterable[Query]) -> Matcher:
    """Return the matcher of any alternative.

    Alternatives that need a word which the text lacks are not tried: a group of the vocabulary has
    up to thirty wordings, of which a text has one or two.
    """
    by_word: dict[str, dict[str, list[Matcher]]] = {}
    others: list[Matcher] = []
    for child in dict.fromkeys(node):
        field, word = required_word(child)
        matchers = by_word.setdefault(field, {}).setdefault(word, []) if word else others
        matchers.append(compile_node(child))

    def match(words: TextWords) -> Runs | None:
        matchers = list(others)
        for field, of_word in by_word.items():
            for word in words.of_field(field)[1].intersection(of_word):
                matchers += of_word[word]
        parts = [runs for matcher in matchers if (runs := matcher(words)) is not None]
        return [run for runs in parts for run in runs] if parts else None

    return match


def required_word(node: Query) -> tuple[str, str]:
    """Return a field, and the longest word of it that a text must have to satisfy a node; two
    empty texts where there is none.
    """
    words = REQUIRED_WORDS.get(type(node), no_words)(node)
    return (node.fieldname, as_indexed(max(words, key=len), node.fieldname)) if words else ("", "")


def no_words(node: Query) -> Sequence[str]:
    """Return no words."""
    return ()


def compile_not(node: Query) -> Matcher:
    """Return a matcher that marks nothing, and that what is excluded does not satisfy."""
    excluded = compile_node(node.query)
    return lambda words: [] if excluded(words) is None else None


REQUIRED_WORDS: Mapping[type, Callable[[Query], Sequence[str]]] = {
    Term: lambda node: [node.text] if node.fieldname in WORD_FIELDS else [],
    Phrase: lambda node: node.words,
    Negated: lambda node: node.words,
}
COMPILERS: Mapping[type, Callable[[Query], Matcher]] = {
    Term: compile_term,
    Phrase: compile_phrase,
    Negated: compile_negated,
    Prefix: compile_prefix,
    FuzzyTerm: compile_fuzzy,
    And: compile_and,
    Or: compile_or,
    DisjunctionMax: compile_or,
    MinimumWeight: compile_or,
    Synonyms: compile_or,
    Not: compile_not,
    AndMaybe: lambda node: compile_node(node.a),
}
