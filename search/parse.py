"""What a person typed, understood: clauses as Whoosh query nodes, and what could not be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from msgspec.structs import replace
from whoosh import query

from index.analysis import stem, words
from search import grammar
from search.fields import Values, Wrong, condition
from search.grammar import Node
from search.mend import mended
from search.model import Diagnostic, Span
from search.negation import negation
from search.nodes import Most
from search.spans import whole
from search.vocabulary import Form, Vocabulary, function_words, widened

LONGEST = 2000
SHORTEST_PREFIX = 2
MOST_SAID = 20  # a person reads no more complaints than that
MOST = 0.5  # of the weight of all words; see docs/query-language.md

Typed = tuple[str, str, int, int]  # a word's letters, its stem, and where it starts and ends

NO_VOCABULARY = Vocabulary(())

_SAME_LENGTH = str.maketrans("“”„«»", '"""""')


class Clause(msgspec.Struct, frozen=True):
    """One part of a query: `text` as typed at `span`, and the node that answers it.

    `kind` is word, phrase, prefix, nearly, field, either, not or everything. A function word
    only `helps`: it is not required. `also` holds what the vocabulary added.
    """

    kind: str
    text: str
    span: Span
    query: query.Query
    helps: bool = False
    also: tuple[str, ...] = ()


class Parsed(msgspec.Struct, frozen=True):
    """A query understood as far as it could be."""

    text: str
    clauses: tuple[Clause, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def words(self) -> tuple[Clause, ...]:
        """The clauses that `most` and `any` may do without."""
        return tuple(one for one in self.clauses if one.kind == "word" and not one.helps)

    def query(self, match: str = "all") -> query.Query:
        """Return the node for `match`: all, most or any of the words; the rest always applies."""
        loose = [one.query for one in self.words]
        fixed = [one.query for one in self.clauses if one.kind != "word"]
        needed = fixed + (loose if match == "all" or len(loose) < 2 else [_loosely(loose, match)])
        helping = [one.query for one in self.clauses if one.helps]
        if all(isinstance(one, query.Not) for one in needed):
            needed = [query.Every(), *needed]
        core = needed[0] if len(needed) == 1 else query.And(needed)
        return query.AndMaybe(core, query.Or(helping)) if helping else core


def _loosely(loose: list[query.Query], match: str) -> query.Query:
    return query.Or(loose) if match == "any" else Most(loose, MOST)


def parse(text: str, values: Values | None = None, vocabulary: Vocabulary | None = None) -> Parsed:
    """Return `text` understood, its words widened by the vocabulary, if any.

    `values` are the names in the collection, see search.fields.
    """
    typed = _tidy(text)
    nodes, diagnostics = _nodes(typed[:LONGEST])
    if len(typed) > LONGEST:
        message = f"Only the first {LONGEST} characters were searched."
        diagnostics.append(Diagnostic("too-long", Span(LONGEST, len(typed)), message))
    reading = Reading(typed, values or {}, vocabulary, diagnostics)
    clauses = tuple(reading.clauses(nodes))
    return Parsed(text, _required(clauses), tuple(diagnostics[:MOST_SAID]))


def _nodes(text: str) -> tuple[Iterable[Node], list[Diagnostic]]:
    """Return the nodes of a text under their operators, and what had to be left out."""
    words = grammar.words(text)
    if words is not None:
        return words, []
    parser = grammar.parser()
    nodes, diagnostics = mended(parser.tag(text))
    return parser.filterize(parser.group(nodes)), diagnostics


def _tidy(text: str) -> str:
    """Return text of the same length with plain quotation marks and no control characters."""
    plain = text.translate(_SAME_LENGTH)
    if plain.isprintable():
        return plain
    return "".join(sign if sign.isprintable() else " " for sign in plain)


def _required(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return the clauses; function words are required where there is nothing else to find."""
    if all(one.helps for one in clauses):
        return tuple(replace(one, helps=False) for one in clauses)
    return clauses


class Reading(msgspec.Struct, frozen=True):
    """The way from Whoosh's syntax nodes to clauses; adds to `diagnostics`."""

    typed: str
    values: Values
    vocabulary: Vocabulary | None
    diagnostics: list[Diagnostic]

    def clauses(self, nodes: Iterable[Node]) -> Iterator[Clause]:
        """Yield the clauses of nodes that must all hold."""
        for plain, run in groupby(nodes, _is_plain):
            if plain:
                yield from self._words(list(run))
            else:
                for node in run:
                    yield from self._other(node)

    def _words(self, run: list[Node]) -> Iterator[Clause]:
        said = [
            (word, stem(word), node.startchar + start, node.startchar + end)
            for node in run
            for word, start, end in words(node.text)
        ]
        known = self.vocabulary or NO_VOCABULARY
        keys = [one for node in run for one in known.keys(node.text)] if known else []
        at = 0
        while at < len(said):
            size, forms = known.longest(keys, at)
            yield self._known(said[at : at + size], forms) if forms else self._plain(said, at)
            at += size

    def _plain(self, said: list[Typed], at: int) -> Clause:
        """Return the clause for the word at a place, which may deny those after it."""
        word, one, start, end = said[at]
        node, span = query.Term("text", one), Span(start, end)
        if word not in function_words():
            return Clause("word", self.typed[start:end], span, node)
        denied = negation(word, [after for after, *_ in said[at + 1 :]])
        node = query.Or([node, denied]) if denied else node
        return Clause("word", self._at(span), span, node, helps=True)

    def _known(self, said: list[Typed], forms: tuple[Form, ...]) -> Clause:
        """Return the clause for a word, or several, that the vocabulary knows."""
        span = Span(said[0][2], said[-1][3])
        stems = [one for _, one, _, _ in said]
        required = [one for word, one, _, _ in said if word not in function_words()]
        node = widened(stems, required or stems, forms)
        return Clause("word", self._at(span), span, node, also=tuple(one.text for one in forms))

    def _other(self, node: Node) -> Iterator[Clause]:
        if isinstance(node, grammar.Not):
            yield from self._joined("not", node)
        elif isinstance(node, grammar.Or):
            yield from self._joined("either", node)
        elif isinstance(node, grammar.Group):
            yield from self.clauses(node)
        elif isinstance(node, grammar.Everything):
            yield self._clause("everything", node, query.Every())
        elif node.fieldname:
            yield from self._field(node)
        else:
            yield from READ[type(node)](self, node)

    def _joined(self, kind: str, node: Node) -> Iterator[Clause]:
        """Yield one clause for what stands under an OR or a NOT."""
        parts = [list(self.clauses([child])) for child in node]
        queries = [Parsed("", _required(tuple(part)), ()).query() for part in parts if part]
        if not queries:
            return
        span = whole(self.typed, _start(node), _end(node), kind == "not")
        found = query.Not(queries[0]) if kind == "not" else query.Or(queries)
        also = tuple(more for part in parts for one in part for more in one.also)
        yield Clause(kind, self._at(span), span, found, also=() if kind == "not" else also)

    def _field(self, node: Node) -> Iterator[Clause]:
        found = condition(node.fieldname, node.text, self.values)
        clause = self._clause("field", node, query.NullQuery)
        if isinstance(found, Wrong):
            message = f"{found.message} It was left out."
            self.diagnostics.append(Diagnostic(found.kind, clause.span, message))
        else:
            yield replace(clause, query=found)

    def _phrase(self, node: Node) -> Iterator[Clause]:
        said = [word for word, _, _ in words(node.text)]
        if len(said) == 1:
            yield self._clause("phrase", node, query.Term("exact", said[0]))
        elif said:
            yield self._clause("phrase", node, query.Phrase("exact", said, slop=node.slop))

    def _prefix(self, node: Node) -> Iterator[Clause]:
        *before, last = [word for word, _, _ in words(node.text)] or [""]
        if len(last) < SHORTEST_PREFIX:
            message = f"A star needs at least {SHORTEST_PREFIX} letters before it; it was left out."
            span = Span(node.startchar, node.endchar)
            self.diagnostics.append(Diagnostic("too-short", span, message))
        else:
            start = query.Prefix("exact", last)
            yield self._clause("prefix", node, _all([*_exact(before), start]))

    def _nearly(self, node: Node) -> Iterator[Clause]:
        *before, last = [word for word, _, _ in words(node.text)] or [""]
        near = query.FuzzyTerm("exact", last, maxdist=1, prefixlength=1)
        yield self._clause("nearly", node, _all([*_exact(before), near]))

    def _clause(self, kind: str, node: Node, found: query.Query) -> Clause:
        span = Span(node.startchar, node.endchar)
        return Clause(kind, self._at(span), span, found)

    def _at(self, span: Span) -> str:
        return self.typed[span.start : span.end]


def _start(node: Node) -> int:
    return _start(node[0]) if isinstance(node, grammar.Group) else int(node.startchar)


def _end(node: Node) -> int:
    return _end(node[-1]) if isinstance(node, grammar.Group) else int(node.endchar)


def _is_plain(node: Node) -> bool:
    return isinstance(node, grammar.Word) and node.fieldname is None


def _exact(said: list[str]) -> list[query.Query]:
    return [query.Term("exact", word) for word in said]


def _all(found: list[query.Query]) -> query.Query:
    return found[0] if len(found) == 1 else query.And(found)


READ = {
    grammar.Phrase: Reading._phrase,
    grammar.Prefix: Reading._prefix,
    grammar.Nearly: Reading._nearly,
}
