"""Evaluate query nodes in plain Python over whole texts: slow, short, and to be believed.

The fake engine answers with it, and it is the oracle of the local engine's arrays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from index.analysis import stem, terms
from index.facets import EITHER, WORD_FIELDS, date_number
from search.errors import BadRequest
from search.language import nodes
from search.language.nodes import Query
from tests.search.engines.plain_index import PlainIndex, Scores, grade_of, is_as_printed

YEARS_IN_DATE = 10000  # a date as the number YYYYMMDD is its year times so much, and a day


class Evaluation:
    """One query over an index; `check` is called at each node and raises where time is up. Themes
    count by `theme_by`.
    """

    def __init__(
        self,
        index: PlainIndex,
        check: Callable[[], None] = lambda: None,
        theme_by: str = EITHER,
    ) -> None:
        self.index, self.check, self.theme_by = index, check, theme_by

    def evaluate(self, node: Query) -> Scores:
        """Return the paragraphs that match a node, with scores. Raise BadRequest for a node that
        cannot be evaluated.
        """
        self.check()
        evaluate_type = EVALUATORS.get(type(node))
        if evaluate_type is None:
            raise BadRequest(f"a query node of type {type(node).__name__} cannot be answered")
        boost = getattr(node, "boost", 1.0)
        return {name: boost * score for name, score in evaluate_type(self, node).items()}

    def evaluate_all(self, children: Iterable[Query]) -> list[Scores]:
        """Return what each node matches."""
        return [self.evaluate(child) for child in children]

    def everything(self) -> Scores:
        """Return all paragraphs, all scored 1."""
        return dict.fromkeys(self.index.words, 1.0)

    def term(self, node: Query) -> Scores:
        """Return the paragraphs with a word, or with a value of a field."""
        field, value = node.fieldname, node.text
        if field in WORD_FIELDS:
            return self.index.bm25(self.count(node))
        if field in ("year", "date"):
            return self.within_numbers(field, value, value)
        if field == "id":
            return dict.fromkeys(self.index.ids(lambda r, p: p.id == str(value)), 1.0)
        return dict.fromkeys(
            self.index.ids(
                lambda r, p: self.index.has_value(r, p, field, str(value), self.theme_by)
            ),
            1.0,
        )

    def conjunction(self, node: Query) -> Scores:
        """Return what all parts match and no Not among them excludes, with summed scores."""
        excluding = [child for child in node if type(child) is nodes.Not]
        parts = self.evaluate_all(child for child in node if type(child) is not nodes.Not)
        parts = parts or [self.everything()]
        names = set.intersection(*map(set, parts))
        for child in excluding:
            names -= self.evaluate(child.query).keys()
        return {name: sum(part[name] for part in parts) for name in names}

    def union(self, node: Query, combine: Callable[[list[float]], float] = sum) -> Scores:
        """Return what any part matches, with its scores combined."""
        parts = self.evaluate_all(node)
        names = {name for part in parts for name in part}
        return {name: combine([part[name] for part in parts if name in part]) for name in names}

    def minimum_weight(self, node: Query) -> Scores:
        """Return what enough of the parts match, by the sum of their idf."""
        parts = self.evaluate_all(node)
        weights = [self.index.idf(part) if part else 0.0 for part in parts]
        least = node.share * sum(weights) * (1 - 1e-6)
        weighed = list(zip(parts, weights, strict=True))
        return {
            name: score
            for name, score in self.union(node).items()
            if sum(weight for part, weight in weighed if name in part) >= least
        }

    def synonyms(self, node: Query) -> Scores:
        """Return the paragraphs with any form, scored as one word that occurs as they all do."""
        counts = dict.fromkeys(self.index.words, 0.0)
        for form in node:
            for name, tf in self.count(form).items():
                counts[name] += form.boost * tf
        return self.index.bm25(counts)

    def count(self, node: Query) -> dict[str, float]:
        """Return how often a Term or Phrase occurs in each paragraph."""
        if isinstance(node, nodes.Phrase):
            return self.index.count_phrase(node.fieldname, node.words, node.slop)
        return self.index.count_phrase(node.fieldname, [node.text], 1)

    def phrase(self, node: Query) -> Scores:
        """Return the paragraphs with a phrase, whose idf is the sum of its words'."""
        check_word_field(node.fieldname)
        if any(map(is_as_printed, node.words)):
            return self.index.bm25(self.count(node))
        terms = [nodes.Term(node.fieldname, word) for word in node.words]
        having = [[name for name, tf in self.count(term).items() if tf] for term in terms]
        return self.index.bm25(self.count(node), sum(map(self.index.idf, having)))

    def negated(self, node: Query) -> Scores:
        """Return the paragraphs that negate a word, with the idf of a phrase."""
        counts = {
            name: tf
            for name, tf in self.index.count_phrase("text", node.words, node.slop).items()
            if tf and negates(self.index.texts[name], node.words, node.slop)
        }
        terms = [nodes.Term(node.fieldname, word) for word in node.words]
        having = [[name for name, tf in self.count(term).items() if tf] for term in terms]
        return self.index.bm25(counts, sum(map(self.index.idf, having)))

    def negation(self, node: Query) -> Scores:
        """Return the paragraphs that a node does not match."""
        return without(self.everything(), self.evaluate(node.query))

    def maybe(self, node: Query) -> Scores:
        """Return what the first node matches, with the score of the second added."""
        more = self.evaluate(node.b)
        return {name: s + more.get(name, 0) for name, s in self.evaluate(node.a).items()}

    def require(self, node: Query) -> Scores:
        """Return what both nodes match, with the scores of the first."""
        required = self.evaluate(node.b)
        return {name: s for name, s in self.evaluate(node.a).items() if name in required}

    def every(self, node: Query) -> Scores:
        """Return all paragraphs, or those with any value of a field."""
        field = node.fieldname
        if field in (None, *WORD_FIELDS, "report", "id"):
            return self.everything()
        if field == "date":
            return self.within_numbers(field, None, None)
        if field == "under":
            return dict.fromkeys(self.index.ids(lambda r, p: grade_of(r, p) is not None), 1.0)
        return self.expansion(field, lambda value: True)

    def expansion(self, field: str, is_wanted: Callable[[str], bool]) -> Scores:
        """Return the paragraphs with any wanted word, scored as one, or any wanted value."""
        if field in WORD_FIELDS:
            return self.index.bm25(self.index.count_words(field, is_wanted))
        return dict.fromkeys(
            self.index.ids(
                lambda r, p: any(
                    map(is_wanted, self.index.facet_values(r, p, field, self.theme_by))
                )
            ),
            1.0,
        )

    def numeric_range(self, node: Query) -> Scores:
        """Return the paragraphs of reports whose year or date is within limits."""
        limits = node.start, node.end, node.startexcl, node.endexcl
        return self.within_numbers(node.fieldname, *limits)

    def within_numbers(
        self, field: str, start: Any, end: Any, startexcl: bool = False, endexcl: bool = False
    ) -> Scores:
        """Return the paragraphs of dated reports whose year or date is within limits."""
        if field not in ("year", "date"):
            raise BadRequest(f"the field {field!r} has no numbers")
        divisor = YEARS_IN_DATE if field == "year" else 1
        low, high = (None if limit is None else whole_number(limit) for limit in (start, end))
        return dict.fromkeys(
            self.index.ids(
                lambda r, p: (
                    bool(r.dated)
                    and is_within(date_number(r.dated) // divisor, low, high, startexcl, endexcl)
                )
            ),
            1.0,
        )


EVALUATORS: Mapping[Any, Callable[[Evaluation, Query], Scores]] = {
    nodes.Term: Evaluation.term,
    nodes.And: Evaluation.conjunction,
    nodes.Or: Evaluation.union,
    nodes.DisjunctionMax: lambda evaluation, node: evaluation.union(node, max),
    nodes.MinimumWeight: Evaluation.minimum_weight,
    nodes.Synonyms: Evaluation.synonyms,
    nodes.Not: Evaluation.negation,
    nodes.AndNot: lambda evaluation, node: without(*evaluation.evaluate_all((node.a, node.b))),
    nodes.AndMaybe: Evaluation.maybe,
    nodes.Require: Evaluation.require,
    nodes.ConstantScoreQuery: lambda evaluation, node: dict.fromkeys(
        evaluation.evaluate(node.child), node.score
    ),
    nodes.Every: Evaluation.every,
    nodes.Phrase: Evaluation.phrase,
    nodes.Negated: Evaluation.negated,
    nodes.Prefix: lambda evaluation, node: evaluation.expansion(
        node.fieldname, lambda word: word.startswith(node.text)
    ),
    nodes.Wildcard: lambda evaluation, node: evaluation.expansion(
        node.fieldname, lambda word: fnmatchcase(word, node.text)
    ),
    nodes.FuzzyTerm: lambda evaluation, node: evaluation.expansion(
        node.fieldname,
        lambda word: (
            word.startswith(node.text[: node.prefixlength])
            and osa_distance(word, node.text) <= node.maxdist
        ),
    ),
    nodes.TermRange: lambda evaluation, node: evaluation.expansion(
        node.fieldname,
        lambda word: is_within(word, node.start, node.end, node.startexcl, node.endexcl),
    ),
    nodes.NumericRange: Evaluation.numeric_range,
    type(nodes.NullQuery): lambda evaluation, node: {},
}


def without(scores: Scores, excluded: Scores) -> Scores:
    """Return the scores of those that are not excluded."""
    return {name: score for name, score in scores.items() if name not in excluded}


def check_word_field(field: str) -> None:
    """Raise BadRequest unless a field has words in order."""
    if field not in WORD_FIELDS:
        raise BadRequest(f"the field {field!r} has no phrases")


def whole_number(value: object) -> int:
    """Return a limit as a number. Raise BadRequest where it is not one."""
    try:
        return int(str(value))
    except ValueError as error:
        raise BadRequest(f"{value!r} is not a number") from error


def is_within(value: Any, start: Any, end: Any, startexcl: bool, endexcl: bool) -> bool:
    """Return whether a value is within limits; None is no limit."""
    low = start is None or value > start or (value == start and not startexcl)
    high = end is None or value < end or (value == end and not endexcl)
    return low and high


def osa_distance(word: str, other: str) -> int:
    """Return the optimal string alignment distance: letters added, dropped, changed, or swapped
    with the next, none of them twice.
    """
    table = [[max(row, column) for column in range(len(other) + 1)] for row in range(len(word) + 1)]
    for row in range(1, len(word) + 1):
        for column in range(1, len(other) + 1):
            changed = table[row - 1][column - 1] + (word[row - 1] != other[column - 1])
            best = min(changed, table[row - 1][column] + 1, table[row][column - 1] + 1)
            if row > 1 and column > 1 and word[row - 2 : row] == other[column - 2 : column][::-1]:
                best = min(best, table[row - 2][column - 2] + 1)
            table[row][column] = best
    return table[-1][-1]


def negates(text: str, pair: Sequence[str], slop: int) -> bool:
    """Return whether a text negates a stem: at most `slop` words after the negator, in the same
    sentence, where the negator has no `only` or the like after it.
    """
    for sentence in re.split(r"[.!?]['\"’”)\]]*\s+(?=['\"‘“(\[]*[A-Z0-9])", text):
        words = terms(sentence)
        stems = list(map(stem, words))
        both = {"only", "just", "merely", "simply", "solely"}
        negators = [
            place
            for place, word in enumerate(stems)
            if word == pair[0] and not both & set(words[place + 1 : place + 2])
        ]
        if any(
            word == pair[1] and any(0 < place - negator <= slop for negator in negators)
            for place, word in enumerate(stems)
        ):
            return True
    return False
